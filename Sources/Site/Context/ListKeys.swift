import Templating

// Records that pages hold lists of.

/// A piece in a list.
enum ItemKeys: Int, ContextKey {
    case title, address, summary, date, number, unverified
    case victim, accomplice, dissuaded, honour

    var kind: Kind {
        switch self {
        case .title, .summary, .date, .number: .text
        case .address: .url
        case .unverified, .victim, .accomplice, .dissuaded, .honour: .flag
        }
    }
    static let shape = Shape(ItemKeys.self)
}

/// Pieces under a common head.
enum GroupKeys: Int, ContextKey {
    case title, text, anchor, address, items, slogans

    var kind: Kind {
        switch self {
        case .title, .text, .anchor: .text
        case .address: .url
        case .items: .list(ItemKeys.shape)
        case .slogans: .list(SloganKeys.shape)
        }
    }
    static let shape = Shape(GroupKeys.self)
}

enum SloganKeys: Int, ContextKey {
    case text, anchor, poster

    var kind: Kind { self == .poster ? .url : .text }
    static let shape = Shape(SloganKeys.self)
}

enum StageKeys: Int, ContextKey {
    case name, text, dates, today

    var kind: Kind { .text }
    static let shape = Shape(StageKeys.self)
}

enum PhaseKeys: Int, ContextKey {
    case number, name, dates, text, tasks, past, now, coming

    var kind: Kind {
        switch self {
        case .number, .name, .dates, .text: .text
        case .tasks: .list(TaskKeys.shape)
        case .past, .now, .coming: .flag
        }
    }
    static let shape = Shape(PhaseKeys.self)
}

enum TaskKeys: Int, ContextKey {
    case what, who, due

    var kind: Kind { .text }
    static let shape = Shape(TaskKeys.self)
}

enum FieldKeys: Int, ContextKey {
    case label, value

    var kind: Kind { .text }
    static let shape = Shape(FieldKeys.self)
}

enum FigureKeys: Int, ContextKey {
    case text, source, area, asOf

    var kind: Kind { .text }
    static let shape = Shape(FigureKeys.self)
}

/// A poster as a sheet on the wall.
enum PosterKeys: Int, ContextKey {
    case title, slogan, width, height, files
    /// The small picture for lists, and the large one.
    case image, picture
    /// Where the sheet hangs among its sisters.
    case wall
    /// Wider than high.
    case wide

    var kind: Kind {
        switch self {
        case .title, .slogan, .width, .height: .text
        case .image, .picture, .wall: .url
        case .files: .list(FileKeys.shape)
        case .wide: .flag
        }
    }
    static let shape = Shape(PosterKeys.self)
}

/// A file to download.
enum FileKeys: Int, ContextKey {
    case label, address, size, pages

    var kind: Kind { self == .address ? .url : .text }
    static let shape = Shape(FileKeys.self)
}

/// The posters of one piece.
enum WallKeys: Int, ContextKey {
    case title, address, anchor, posters
    /// One sheet only, so that several such pieces can hang side by side.
    case single

    var kind: Kind {
        switch self {
        case .title, .anchor: .text
        case .address: .url
        case .posters: .list(PosterKeys.shape)
        case .single: .flag
        }
    }
    static let shape = Shape(WallKeys.self)
}
