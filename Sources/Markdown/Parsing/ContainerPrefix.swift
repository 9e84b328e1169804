import Diagnostics

/// The lines of a text that is parsed, as cmark counts them: LF, CR and CRLF end a line.
struct LineTable {
    private var starts: [Int] = [0]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts.reserveCapacity(bytes.count / 32 + 1)
        // Most texts have no carriage return at all.
        var carriageReturn = bytes.firstIndex(of: 13, in: 0..<bytes.count)
        var start = 0
        while start < bytes.count {
            let feed = bytes.firstIndex(of: 10, in: start..<bytes.count)
            while let found = carriageReturn, found < feed ?? bytes.count {
                if found + 1 != feed { starts.append(found + 1) }
                carriageReturn = bytes.firstIndex(of: 13, in: found + 1..<bytes.count)
            }
            guard let feed else { break }
            starts.append(feed + 1)
            start = feed + 1
        }
    }

    var count: Int { starts.count }

    /// The bytes of a line, from 1, without its end.
    func content(of line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        if end > start, bytes[end - 1] == 10 { end -= 1 }
        if end > start, bytes[end - 1] == 13 { end -= 1 }
        return start..<end
    }

    func start(of line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }
}

/// Steps through the beginning of a line by columns, as cmark does: a tab reaches to the next multiple of four and may be
/// used up in part (CommonMark §2.2).
struct LineScan {
    private let bytes: [UInt8]
    private let end: Int
    private(set) var index: Int
    private var column = 0
    /// Columns of the tab at `index` that are used up already.
    private var tabUsed = 0

    init(_ bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        index = line.lowerBound
        end = line.upperBound
    }

    var byte: UInt8? { index < end ? bytes[index] : nil }

    /// The columns of blanks before the next other character.
    var indent: Int {
        var width = 0
        var ahead = index
        var at = column
        while ahead < end, bytes[ahead].isBlank {
            let step = bytes[ahead] == 0x20 ? 1 : 4 - at % 4
            width += step
            at += step
            ahead += 1
        }
        return width
    }

    /// The next byte that is not blank, and where it stands.
    var firstNonBlank: Int {
        var ahead = index
        while ahead < end, bytes[ahead].isBlank { ahead += 1 }
        return ahead
    }

    func byte(at index: Int) -> UInt8? { index < end ? bytes[index] : nil }

    /// Passes characters that take one column each, blanks before them included.
    mutating func advance(past target: Int) {
        while index < target { step() }
    }

    /// Passes columns of blanks; a tab may be passed in part.
    mutating func advance(columns: Int) {
        var left = columns
        while left > 0, let byte {
            guard byte == 0x09 else {
                step()
                left -= 1
                continue
            }
            let width = 4 - column % 4
            if width > left {
                column += left
                tabUsed += left
                return
            }
            left -= width
            column += width
            index += 1
            tabUsed = 0
        }
    }

    private mutating func step() {
        column += byte == 0x09 ? 4 - column % 4 : 1
        index += 1
        tabUsed = 0
    }

    /// The columns that are left of a tab of which a part is used up; 0 elsewhere.
    var restOfTab: Int { tabUsed > 0 ? 4 - column % 4 : 0 }

    /// Columns since another scan of the same line.
    func columns(since other: LineScan) -> Int { column - other.column }
}

/// The block quotes and list items that a block stands in, and what each of them takes from the beginning of a line.
struct ContainerPrefix {
    private enum Container {
        case quote
        /// The columns by which a line must be indented to belong to the item.
        case item(indent: Int)
    }

    private let bytes: [UInt8]
    private let lines: LineTable
    private var containers: [Container] = []
    /// Behind the marker of each container, on the line where the container begins.
    private var entries: [(line: Int, scan: LineScan)] = []

    init(_ bytes: [UInt8], _ lines: LineTable) {
        self.bytes = bytes
        self.lines = lines
    }

    mutating func enterQuote(line: Int) {
        var scan = scan(toEntryOn: line)
        Self.passQuoteMarker(&scan)
        entries.append((line, scan))
        containers.append(.quote)
    }

    mutating func enterItem(line: Int) {
        var scan = scan(toEntryOn: line)
        let offset = scan.indent
        let width = Self.passItemMarker(&scan)
        entries.append((line, scan))
        containers.append(.item(indent: offset + width))
    }

    mutating func leave() {
        containers.removeLast()
        entries.removeLast()
    }

    var depth: Int { containers.count }

    /// What is left of a line for the innermost block, blanks before it included; `isLazy` if a container did not find its
    /// prefix (a lazy continuation line).
    func rest(of line: Int) -> (scan: LineScan, isLazy: Bool) {
        var scan = LineScan(bytes, line: lines.content(of: line))
        for container in containers {
            switch container {
            case .quote:
                guard Self.passQuoteMarker(&scan) else { return (scan, true) }
            case .item(let indent):
                guard scan.indent >= indent else { return (scan, true) }
                scan.advance(columns: indent)
            }
        }
        return (scan, false)
    }

    /// A line on which a new block begins, behind the prefixes and markers of the containers around it.
    func scan(toEntryOn line: Int) -> LineScan {
        if let entry = entries.last, entry.line == line { return entry.scan }
        return rest(of: line).scan
    }

    @discardableResult
    private static func passQuoteMarker(_ scan: inout LineScan) -> Bool {
        guard scan.indent <= 3, scan.byte(at: scan.firstNonBlank) == UInt8(ascii: ">") else { return false }
        scan.advance(past: scan.firstNonBlank + 1)
        if let byte = scan.byte, byte.isBlank { scan.advance(columns: 1) }
        return true
    }

    /// Passes `- ` or `12. ` and returns the columns that marker and padding take, by cmark's rule (§5.2).
    private static func passItemMarker(_ scan: inout LineScan) -> Int {
        let marker = scan.firstNonBlank
        var end = marker
        while let byte = scan.byte(at: end), byte.isASCIIDigit { end += 1 }
        end += 1
        scan.advance(past: end)
        let behindMarker = scan
        while scan.columns(since: behindMarker) <= 5, let byte = scan.byte, byte.isBlank { scan.advance(columns: 1) }
        let padding = scan.columns(since: behindMarker)
        if padding >= 5 || padding < 1 || scan.byte == nil {
            scan = behindMarker
            if padding > 0 { scan.advance(columns: 1) }
            return end - marker + 1
        }
        return end - marker + padding
    }
}
