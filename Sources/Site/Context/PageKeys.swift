import Templating

// What each kind of page may use beside what all pages have.

/// Pages that people are led to by a QR code.
protocol CodedPageKey: ContextKey {
    static var code: Self { get }
}

enum HomeKeys: Int, CodedPageKey {
    case head, code, stage, phases, sections, handbook, wall

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .code: .group(CodeKeys.shape)
        case .stage: .group(StageKeys.shape)
        case .phases: .list(PhaseKeys.shape)
        case .sections: .list(GroupKeys.shape)
        case .handbook, .wall: .group(LinkKeys.shape)
        }
    }
    static let shape = Shape(HomeKeys.self)
}

/// A section, the pages of a tag, or all tags.
enum ListingKeys: Int, CodedPageKey {
    case head, code, title, groups, count

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .code: .group(CodeKeys.shape)
        case .title, .count: .text
        case .groups: .list(GroupKeys.shape)
        }
    }
    static let shape = Shape(ListingKeys.self)
}

enum HandbookKeys: Int, CodedPageKey {
    case head, code, title, subtitle, chapters, file

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .code: .group(CodeKeys.shape)
        case .title, .subtitle: .text
        case .chapters: .list(ItemKeys.shape)
        case .file: .group(FileKeys.shape)
        }
    }
    static let shape = Shape(HandbookKeys.self)
}

enum PostersKeys: Int, CodedPageKey {
    case head, code, walls, count

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .code: .group(CodeKeys.shape)
        case .walls: .list(WallKeys.shape)
        case .count: .text
        }
    }
    static let shape = Shape(PostersKeys.self)
}

/// One piece: a policy, a case, a group of slogans, a chapter, any other page.
enum PieceKeys: Int, CodedPageKey {
    case head, code, title, summary, date, source, unverified, body, cover, section
    case audience, tags, contents, previous, next, posters
    /// The chapter's number in the handbook.
    case number
    case official, figures, slogans
    case type, victim, accomplice, dissuaded, honour
    /// The page of help: it shows the channels.
    case helping

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .code: .group(CodeKeys.shape)
        case .title, .summary, .date, .source, .number: .text
        case .body: .html
        case .cover: .group(PictureKeys.shape)
        case .section, .previous, .next: .group(LinkKeys.shape)
        case .audience, .tags, .contents: .list(LinkKeys.shape)
        case .posters: .list(PosterKeys.shape)
        case .official: .list(FieldKeys.shape)
        case .figures: .list(FigureKeys.shape)
        case .slogans: .list(SloganKeys.shape)
        case .type: .group(GroupKeys.shape)
        case .unverified, .victim, .accomplice, .dissuaded, .honour, .helping: .flag
        }
    }
    static let shape = Shape(PieceKeys.self)
}

/// A permanent short address: the way to a piece, or word that it has ended.
enum ShortKeys: Int, ContextKey {
    case head, title, address

    var kind: Kind {
        switch self {
        case .head: .group(HeadKeys.shape)
        case .title: .text
        case .address: .url
        }
    }
    static let shape = Shape(ShortKeys.self)
}

enum NotFoundKeys: Int, ContextKey {
    case head

    var kind: Kind { .group(HeadKeys.shape) }
    static let shape = Shape(NotFoundKeys.self)
}

enum FeedKeys: Int, ContextKey {
    case id, updated, address, home, entries

    var kind: Kind {
        switch self {
        case .id, .updated: .text
        case .address, .home: .url
        case .entries: .list(EntryKeys.shape)
        }
    }
    static let shape = Shape(FeedKeys.self)
}

enum EntryKeys: Int, ContextKey {
    case title, address, published, updated, summary

    var kind: Kind { self == .address ? .url : .text }
    static let shape = Shape(EntryKeys.self)
}
