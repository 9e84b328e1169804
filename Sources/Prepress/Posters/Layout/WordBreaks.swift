import CICU
import Synchronization
import Typesetting

/// Where the words of a Chinese text begin, by ICU's dictionary: a headline is better broken there.
enum WordBreaks {
    /// The library's version, which fingerprints hold: another dictionary may break otherwise.
    static var version: String { unsafe String(cString: bulletin_icu_version()) }

    /// For paragraphs: a text is set in many sizes until it fits, and asked about each time.
    static let finder = WordFinder { text in
        if let known = known.withLock({ $0[text] }) { return known }
        let found = starts(in: text)
        known.withLock {
            if $0.count >= mostKnown { $0.removeAll() }
            $0[text] = found
        }
        return found
    }

    private static let known = Mutex<[String: [Bool]]>([:])
    private static let mostKnown = 2000

    /// Words of notice boards that the dictionary lacks and would part.
    private static let others = ["高发", "网格员", "宣传月", "宣传栏"].map { Array($0.unicodeScalars) }

    /// For each scalar of the text, whether a word begins with it; the first always does.
    static func starts(in text: String) -> [Bool] {
        let units = Array(text.utf16)
        var starts = [Bool](repeating: false, count: units.count + 1)
        unsafe units.withUnsafeBufferPointer { buffer in
            guard let iterator = unsafe bulletin_words_open(buffer.baseAddress, Int32(buffer.count)) else { return }
            defer { unsafe bulletin_words_close(iterator) }
            while true {
                let end = Int(unsafe bulletin_words_next(iterator))
                guard end >= 0, end < starts.count else { return }
                starts[end] = true
            }
        }
        var result: [Bool] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            result.append(offset == 0 || starts[offset])
            offset += UTF16.width(scalar)
        }
        join(Array(text.unicodeScalars), &result)
        return result
    }

    private static func join(_ scalars: [Unicode.Scalar], _ starts: inout [Bool]) {
        for word in others {
            for start in scalars.indices.dropLast(word.count - 1)
            where scalars[start] == word[0] && scalars[start..<start + word.count].elementsEqual(word) {
                starts[start] = true
                for inner in start + 1..<start + word.count { starts[inner] = false }
            }
        }
    }
}
