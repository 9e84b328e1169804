import Campaign

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

extension [Channel] {
    /// One line a channel; those of one owner, named `owner·place`, share a line.
    var searchLines: [String] {
        var lines: [String] = []
        var owners: [(owner: Substring, places: [Substring], line: Int)] = []
        for channel in self {
            let parts = channel.name.split(separator: "·", maxSplits: 1)
            guard parts.count == 2 else {
                lines.append(channel.searchLine)
                continue
            }
            if let index = owners.firstIndex(where: { $0.owner == parts[0] }) {
                owners[index].places.append(parts[1])
            } else {
                owners.append((parts[0], [parts[1]], lines.count))
                lines.append("")
            }
        }
        for (owner, places, line) in owners { lines[line] = "\(owner)：\(places.joined(separator: "、"))" }
        return lines
    }
}
