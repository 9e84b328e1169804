import CICU

/// Where the words of a Chinese text begin, by ICU's dictionary: a headline is better broken there.
enum WordBreaks {
    /// The library's version, which fingerprints hold: another dictionary may break otherwise.
    static var version: String { unsafe String(cString: bulletin_icu_version()) }

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
        return result
    }
}
