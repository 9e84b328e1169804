/// A small shape about as wide as high: a drawn marker of a list, a dot of emphasis. In points, as the page lies.
struct DrawnDot: Equatable, Sendable {
    /// Of its middle.
    var x: Float
    var y: Float
    var width: Float
    var height: Float
}

/// The drawn dots of a file by page, as `DotsScript` prints them.
struct DrawnDots {
    private var pages: [Int: [DrawnDot]] = [:]
    private var count = 0
    private var line: [UInt8] = []

    /// Of a file: a book of lists has some ten a page.
    private static let most = 400_000
    /// The longest line that is looked at.
    private static let longestLine = 1 << 19

    mutating func read(_ bytes: [UInt8]) {
        for byte in bytes {
            guard byte == UInt8(ascii: "\n") else {
                if line.count < Self.longestLine { line.append(byte) }
                continue
            }
            take(line)
            line.removeAll(keepingCapacity: true)
        }
    }

    private mutating func take(_ line: [UInt8]) {
        let numbers = line.split(separator: UInt8(ascii: " ")).map { DecimalText.number($0) ?? .nan }
        guard let page = numbers.first.flatMap({ Int(exactly: $0) }), count < Self.most else { return }
        var dots: [DrawnDot] = []
        for start in stride(from: 1, to: numbers.count - 3, by: 4) {
            let values = numbers[start..<(start + 4)].map { Float($0 / 100) }
            guard values.allSatisfy({ $0.isFinite }) else { continue }
            dots.append(DrawnDot(x: values[0], y: values[1], width: values[2], height: values[3]))
        }
        count += dots.count
        pages[page] = dots
    }

    func on(_ page: Int) -> [DrawnDot] { pages[page] ?? [] }
}
