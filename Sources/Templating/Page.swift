/// The campaign's theme as it is stamped on every page, sheet and article: none can be made without it.
package struct Stamp: Hashable, Sendable {
    /// In one line.
    package let line: String
    /// The same, broken into the lines of the lock-up.
    package let lockup: [String]

    package init(line: String, lockup: [String]) {
        self.line = line
        self.lockup = lockup
    }

    /// The keys that templates know it by.
    package enum Key: Int, ContextKey {
        case line, lines
        /// How many characters the longest line has, as a class of stylesheets: `wide-7`; beyond 20, `wide-20`.
        case width

        package var kind: Kind {
            switch self {
            case .line, .width: .text
            case .lines: .list(Line.shape)
            }
        }
        package static let shape = Shape(Key.self)
    }

    package enum Line: Int, ContextKey {
        case text

        package var kind: Kind { .text }
        package static let shape = Shape(Line.self)
    }

    package var record: Record<Key> {
        var record = Record<Key>()
        record[.line] = .text(line)
        let longest = lockup.map { $0.unicodeScalars.count }.max() ?? line.unicodeScalars.count
        record[.width] = .text("wide-\(min(max(longest, 1), 20))")
        record[.lines] = .list(
            lockup.map { text in
                var line = Record<Line>()
                line[.text] = .text(text)
                return line
            })
        return record
    }
}

/// What is the same on all pages of a site or of one of its folders.
package protocol SiteKey: ContextKey {
    /// The key under which templates find the stamp.
    static var stamp: Self { get }
}

/// A template that has been checked, for records of one kind; the keys' protocols are left out as in `Record`.
package struct Template<Site, Page>: Sendable {
    let program: Program
}

/// A template with everything written in that is the same on all pages, the stamp among it.
package struct StampedTemplate<Page>: Sendable {
    private let program: FlatProgram
    /// Everything of a page that does not come from its record, for fingerprints.
    package let canonicalBytes: [UInt8]

    package init<Site: SiteKey>(_ template: Template<Site, Page>, stamp: Stamp, site: Record<Site>) {
        var constants = site
        constants[.stamp] = .group(stamp.record)
        let folded = template.program.folded(over: constants.fields)
        program = FlatProgram(folded)
        canonicalBytes = folded.canonicalBytes
    }

    package func page(_ record: Record<Page>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(canonicalBytes.count + record.fields.size)
        program.run(frame: record.fields, into: &bytes)
        return bytes
    }
}
