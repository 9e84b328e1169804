/// What a file says of itself and of its fonts, as `FactsScript` prints it.
struct FileFacts: Equatable, Sendable {
    struct Font: Equatable, Sendable {
        /// The first page that can use it, from 1.
        var page: Int
        var name: String
        var isEmbedded: Bool
        /// Its codes are known to stand for characters.
        var isReadable: Bool
    }

    var hasTitle: Bool?
    /// As the catalog has it; empty for none.
    var language: String?
    var isTagged: Bool?
    var fonts: [Font] = []

    /// Of fonts that are kept; a book of many hands has a hundred.
    private static let mostFonts = 10_000
    private static let longestLine = 1000
    private var line: [UInt8] = []

    /// Takes the next bytes of the script's output. What the script did not come to, because a file is damaged, stays unknown.
    mutating func read(_ bytes: [UInt8]) {
        for byte in bytes {
            guard byte == UInt8(ascii: "\n") else {
                if line.count < Self.longestLine { line.append(byte) }
                continue
            }
            take(String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false))
            line.removeAll(keepingCapacity: true)
        }
    }

    private mutating func take(_ words: [Substring]) {
        switch (words.first, words.count) {
        case ("title", 2): hasTitle = words[1] == "1"
        case ("tagged", 2): isTagged = words[1] == "1"
        case ("language", 2...): language = words[1...].joined(separator: " ")
        case ("font", 5...):
            guard let page = Int(words[1]), fonts.count < Self.mostFonts else { return }
            fonts.append(
                Font(
                    page: page, name: words[4...].joined(separator: " "), isEmbedded: words[2] == "1",
                    isReadable: words[3] == "1"))
        default: break
        }
    }
}
