import Templating

// What templates may use on every page. The names of the cases are the names in templates.

enum SiteKeys: Int, SiteKey {
    case stamp
    /// The way to the site's root: empty there, else `../`.
    case root
    case home, name, short, organiser, period
    case css, js, icon, feed
    case menu, wall, tagIndex, hotline, hotlines, help, channels
    /// The host of the campaign's address; absent while it is a placeholder.
    case host
    case icp, police
    /// The organiser's mark.
    case logo

    var kind: Kind {
        switch self {
        case .stamp: .group(Stamp.Key.shape)
        case .root, .home, .css, .js, .icon, .feed: .url
        case .name, .short, .organiser, .period, .host, .icp, .police: .text
        case .menu: .list(LinkKeys.shape)
        case .help, .wall, .tagIndex: .group(LinkKeys.shape)
        case .hotline: .group(HotlineKeys.shape)
        case .hotlines: .list(HotlineKeys.shape)
        case .channels: .list(ChannelKeys.shape)
        case .logo: .group(PictureKeys.shape)
        }
    }
    static let shape = Shape(SiteKeys.self)
}

/// A link to another page.
enum LinkKeys: Int, ContextKey {
    case title, address, current

    var kind: Kind {
        switch self {
        case .title: .text
        case .address: .url
        case .current: .flag
        }
    }
    static let shape = Shape(LinkKeys.self)
}

enum HotlineKeys: Int, ContextKey {
    case name, number, call, text

    var kind: Kind { self == .call ? .url : .text }
    static let shape = Shape(HotlineKeys.self)
}

enum ChannelKeys: Int, ContextKey {
    case name, text, code
    /// An official account without a picture of its code: people find it by its name.
    case searched

    var kind: Kind {
        switch self {
        case .name, .text: .text
        case .code: .group(PictureKeys.shape)
        case .searched: .flag
        }
    }
    static let shape = Shape(ChannelKeys.self)
}

enum PictureKeys: Int, ContextKey {
    case address, width, height, label

    var kind: Kind { self == .address ? .url : .text }
    static let shape = Shape(PictureKeys.self)
}

/// What the head and the foot of a page say about it.
enum HeadKeys: Int, ContextKey {
    case title, description
    /// The permanent address, once the campaign has one.
    case canonical
    case column, published, source, updated

    var kind: Kind {
        switch self {
        case .title, .description, .column, .published, .source, .updated: .text
        case .canonical: .url
        }
    }
    static let shape = Shape(HeadKeys.self)
}

/// The QR code that leads to a page.
enum CodeKeys: Int, ContextKey {
    /// The picture, written into the page: one request less, and it stays with a page that is passed on as a file.
    case image
    /// What the code says.
    case text
    /// The address is only a placeholder.
    case sample

    var kind: Kind {
        switch self {
        case .image: .url
        case .text: .text
        case .sample: .flag
        }
    }
    static let shape = Shape(CodeKeys.self)
}
