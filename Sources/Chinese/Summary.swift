/// Cuts the beginning of a text for a summary.
package enum Summary {
    /// The longest beginning of at most `limit` counted characters that ends well: behind 。！？；, else before ，
    /// with …… added, else between two words with …… added. It never ends inside a Latin word, a number, a phone
    /// number, a pair of quotation marks or brackets. A text within the limit comes back whole.
    package static func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
        var scan = Scan(text: text)
        var count = 0
        for token in TextTokens(text) {
            switch token.kind {
            case .character, .word:
                count += 1
                if count > limit { return scan.bestBeginning }
                scan.pass(word: token.range)
            case .other(let mark): scan.pass(mark: mark, token.range)
            }
        }
        return text
    }

    package static func cut(_ text: String, to limit: Int) -> String {
        String(decoding: cut(Array(text.utf8), to: limit), as: UTF8.self)
    }

    /// The good ends met so far.
    private struct Scan {
        let text: [UInt8]
        private var sentence = 0
        private var clause = 0
        private var word = 0
        /// How many quotation marks and brackets are open.
        private var depth = 0
        /// Whether only closing marks stand between here and the end of a sentence.
        private var behindSentence = false

        init(text: [UInt8]) { self.text = text }

        mutating func pass(word range: Range<Int>) {
            behindSentence = false
            if depth == 0, !isInsidePhoneNumber(range.upperBound) { word = range.upperBound }
        }

        mutating func pass(mark: Unicode.Scalar, _ range: Range<Int>) {
            switch mark {
            case "。", "！", "？", "；", "!", "?", ";", "…":
                behindSentence = true
                if depth == 0 { sentence = range.upperBound }
            case "，", ",":
                behindSentence = false
                if depth == 0 { clause = range.lowerBound }
            default: bracket(mark.typographicClass, range)
            }
        }

        private mutating func bracket(_ kind: TypographicClass, _ range: Range<Int>) {
            switch kind {
            case .openingBracket:
                depth += 1
                behindSentence = false
            case .closingBracket:
                depth = max(0, depth - 1)
                guard depth == 0 else { return }
                word = range.upperBound
                if behindSentence { sentence = range.upperBound }
            default: behindSentence = false
            }
        }

        /// 138 0013 8000 is one number.
        private func isInsidePhoneNumber(_ end: Int) -> Bool {
            end + 1 < text.count && isDigit(text[end - 1]) && text[end] == UInt8(ascii: " ") && isDigit(text[end + 1])
        }

        private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        var bestBeginning: [UInt8] {
            if sentence > 0 { return Array(text[..<sentence]) }
            let end = clause > 0 ? clause : word
            return Array(text[..<end]) + Array("……".utf8)
        }
    }
}
