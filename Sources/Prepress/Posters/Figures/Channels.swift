import Campaign
import Drawing
import Theme
import Typesetting

extension Channel {
    /// How to find it by its name: what is printed where no picture of its code was supplied.
    var searchLine: String {
        switch kind {
        case .app: "应用商店搜索“\(name)”"
        case .account: "微信搜索“\(name)”"
        case .video: "视频号搜索“\(name)”"
        case .weibo: "微博搜索“\(name)”"
        case .site, .other: name
        }
    }
}
