import Campaign
import Edition
import Templating

// What all pages of a folder have in common.
extension Press {
    func frameRecord(_ frame: FrameName, assets: AssetNames) -> Record<SiteKeys> {
        // Links are the same from every page of one depth.
        let page = frame.depth == 0 ? "index.html" : "-/index.html"
        func address(_ target: String) -> Value { .text(Guide.link(to: target, from: page)) }
        var record = Record<SiteKeys>()
        record[.root] = .text(String(repeating: "../", count: frame.depth))
        record[.home] = address("index.html")
        record[.name] = .text(edition.name)
        record[.short] = .text(edition.short)
        record[.organiser] = .text(edition.organiser)
        record[.period] = .text(edition.period.chinese)
        record[.css] = address(assets.css.path)
        record[.js] = address(assets.js.path)
        record[.icon] = address(assets.icon.path)
        record[.feed] = edition.site.baseURL.map { _ in address(Guide.feed) }
        record[.menu] = .list(
            edition.sections.map { section in
                Record(
                    section.title, to: Guide.index(of: section.folder), from: page,
                    current: section.folder.rawValue == frame.menu)
            })
        if !edition.posters.isEmpty {
            record[.wall] = .group(
                Record<LinkKeys>("", to: Guide.posterWall, from: page, current: frame.menu == Guide.posterWall))
        }
        if guide.hasTags {
            record[.tagIndex] = .group(
                Record<LinkKeys>("", to: Guide.tags, from: page, current: frame.menu == Guide.tags))
        }
        record[.hotline] = edition.mainHotline.map { .group(Record($0)) }
        record[.hotlines] = .list(edition.hotlines.map { Record($0) })
        record[.help] = guide.help.map {
            .group(Record<LinkKeys>(edition.pieces[$0].title, to: guide.pages[$0], from: page))
        }
        record[.channels] = .list(edition.channels.map { Record($0, from: page) })
        record[.host] = edition.site.isReserved ? nil : edition.site.host.map { .text($0) }
        record[.logo] = edition.logo.map { .group(Record<PictureKeys>($0, label: edition.organiser, from: page)) }
        record[.icp] = .text(edition.site.icp)
        record[.police] = .text(edition.site.police)
        return record
    }
}

extension Piece {
    /// The page that says what to do when it has happened: by convention the piece `help` of pages/.
    var isHelp: Bool { folder == .pages && slug == "help" }
}

extension Record<HotlineKeys> {
    init(_ hotline: Hotline) {
        self.init()
        self[.name] = .text(hotline.name)
        self[.number] = .text(hotline.number)
        // RFC 3966: digits and the plus sign; what people put between them is left out.
        self[.call] = .text("tel:" + hotline.number.filter { $0.isASCII && $0.isNumber || $0 == "+" })
        self[.text] = .text(hotline.text)
    }
}

extension Record<ChannelKeys> {
    init(_ channel: Channel, from page: String) {
        self.init()
        self[.name] = .text(channel.name)
        self[.text] = .text(channel.text)
        if let code = channel.code {
            self[.code] = .group(Record<PictureKeys>(code, label: channel.name, from: page))
        } else if channel.kind == .account {
            self[.searched] = .flag(true)
        }
    }
}

extension Record<PictureKeys> {
    init(_ picture: Picture, label: String, from page: String) {
        self.init()
        self[.address] = .text(Guide.link(to: picture.path, from: page))
        if !picture.isDrawing {
            self[.width] = .number(picture.width)
            self[.height] = .number(picture.height)
        }
        self[.label] = .text(label)
    }
}

extension SiteFacts {
    /// The host of the address, such as `example.org`.
    var host: String? { baseURL?.split(separator: "/").dropFirst().first.map(String.init) }
}

extension DateRange {
    /// `2024年7月1日—7月31日`, with the year once when both days have the same.
    var chinese: String {
        from.year == to.year ? "\(from.chinese)—\(to.chineseShort)" : "\(from.chinese)—\(to.chinese)"
    }

    /// `7月1日—7月7日`
    var chineseShort: String { from == to ? from.chineseShort : "\(from.chineseShort)—\(to.chineseShort)" }
}
