/// Reads the structured text of `mutool draw -F stext` as it comes, and holds one page of it at a time.
///
/// Every element stands on a line of its own. What a hostile file may put into a name (of the file, of a font) is written
/// there without escaping, so nothing is taken for granted: an element that is not whole is left out.
struct StextReader {
    /// Characters of a page that are kept; a page of a newspaper has 20,000.
    static let limit = 400_000
    /// The longest line that is looked at.
    private static let longestLine = 1 << 16

    private var line: [UInt8] = []
    private var isTooLong = false
    private var page: PageBoxes?
    private var pages = 0
    private var fontNumbers: [String: Int32] = [:]
    private var font: Int32 = 0
    private var size = 0.0
    private var turn = PageBoxes.Turn.upright

    init() {}

    /// Takes the next bytes; each page is handed on when it is whole.
    mutating func read(_ bytes: some Sequence<UInt8>, page finished: (PageBoxes) -> Void) {
        for byte in bytes {
            if byte != UInt8(ascii: "\n") {
                if line.count < Self.longestLine { line.append(byte) } else { isTooLong = true }
                continue
            }
            if !isTooLong { readLine(finished) }
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
    }

    private mutating func readLine(_ finished: (PageBoxes) -> Void) {
        let element = StextElement(line)
        switch element.name {
        case .character: addCharacter(element)
        case .font:
            size = element.number("size", last: true) ?? 0
            font = number(of: element.fontName)
        case .line: setDirection(element)
        case .page: beginPage(element)
        case .pageEnd:
            if let page { finished(page) }
            page = nil
        case .other: break
        }
    }

    private mutating func beginPage(_ element: StextElement) {
        pages += 1
        page = PageBoxes(
            number: pages, width: element.number("width") ?? 0, height: element.number("height") ?? 0)
        fontNumbers = [:]
    }

    private mutating func number(of font: String) -> Int32 {
        if let known = fontNumbers[font] { return known }
        guard let count = page?.fonts.count, count < Int(Int32.max) else { return 0 }
        page?.fonts.append(font)
        fontNumbers[font] = Int32(count)
        return Int32(count)
    }

    private mutating func setDirection(_ element: StextElement) {
        guard let direction = element.numbers("dir", count: 2) else { return }
        if element.number("wmode") == 1 {
            turn = .vertical
        } else if abs(direction[1]) < 0.01, direction[0] > 0 {
            turn = .upright
        } else if abs(direction[0]) < 0.01, direction[1] > 0 {
            turn = .clockwise
        } else {
            turn = .other
        }
    }

    private mutating func addCharacter(_ element: StextElement) {
        guard let kept = page?.characters.count, let scalar = element.scalar, size > 0,
            let quad = element.numbers("quad", count: 8), let x = element.number("x"), let y = element.number("y")
        else { return }
        guard kept < Self.limit else {
            page?.isCut = true
            return
        }
        // From the upper left to the upper right corner, along the line; a vertical font's box lies the other way.
        let along =
            turn == .vertical ? (quad[4] - quad[0], quad[5] - quad[1]) : (quad[2] - quad[0], quad[3] - quad[1])
        let advance = (along.0 * along.0 + along.1 * along.1).squareRoot()
        guard [x, y, advance].allSatisfy({ $0.isFinite && abs($0) < 1e7 }) else { return }
        page?.characters.append(
            .init(scalar: scalar, x: x, y: y, advance: advance, size: size, font: font, turn: turn))
    }
}
