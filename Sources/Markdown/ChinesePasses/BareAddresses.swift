import Diagnostics

/// Addresses typed into the text, such as `见https://a.cn/x，请点击`: ASCII characters of a URL only, punctuation at the end left
/// out. CommonMark has no such links, and GitHub's rule takes `，请点击` in.
enum BareAddresses {
    static func find(in content: InlineContent, of text: [UInt8], _ edits: inout InlineEdits) {
        for leaf in content.leaves where leaf.holdsASCII && !leaf.isLinked {
            var at = leaf.range.lowerBound
            while let start = text.firstIndex(of: UInt8(ascii: ":"), in: at..<leaf.range.upperBound) {
                at = start + 1
                guard let link = address(aroundColon: start, in: text, leaf.range) else { continue }
                edits.links.append(link)
                at = link.upperBound
            }
        }
    }

    private static func address(aroundColon colon: Int, in text: [UInt8], _ leaf: Range<Int>) -> Range<Int>? {
        guard text[colon..<leaf.upperBound].starts(with: "://".utf8),
            let start = start(ofScheme: "https", endingAt: colon, text, leaf)
                ?? start(ofScheme: "http", endingAt: colon, text, leaf)
        else { return nil }
        let host = colon + 3
        var end = host
        while end < leaf.upperBound, isAddressByte(text[end]) { end += 1 }
        end = trimmed(host..<end, in: text)
        guard end > host, text[host].isASCIILetter || text[host].isASCIIDigit else { return nil }
        return start..<end
    }

    /// Where a scheme begins that ends at an offset, if no letter or digit stands before it.
    private static func start(ofScheme scheme: String, endingAt end: Int, _ text: [UInt8], _ leaf: Range<Int>) -> Int? {
        let start = end - scheme.utf8.count
        guard start >= leaf.lowerBound, zip(text[start..<end], scheme.utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
            return nil
        }
        if start > leaf.lowerBound, text[start - 1].isASCIILetter || text[start - 1].isASCIIDigit { return nil }
        return start
    }

    /// The characters of RFC 3986.
    private static func isAddressByte(_ byte: UInt8) -> Bool {
        if byte.isASCIILetter || byte.isASCIIDigit { return true }
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return false
        default: return byte.isASCIIPunctuation
        }
    }

    /// The end without punctuation, and without a closing bracket that has no opening one.
    private static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Int {
        var round = balance(of: "()", text[range])
        var square = balance(of: "[]", text[range])
        var end = range.upperBound
        while end > range.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: ")"):
                if round >= 0 { return end }
                round += 1
            case UInt8(ascii: "]"):
                if square >= 0 { return end }
                square += 1
            case UInt8(ascii: "("): round -= 1
            case UInt8(ascii: "["): square -= 1
            case let last where last.isASCIILetter || last.isASCIIDigit || "/#=&%+-_$@".utf8.contains(last): return end
            default: break
            }
            end -= 1
        }
        return end
    }

    /// How many more brackets open than close.
    private static func balance(of pair: String, _ text: ArraySlice<UInt8>) -> Int {
        let pair = Array(pair.utf8)
        return text.reduce(0) { $0 + ($1 == pair[0] ? 1 : $1 == pair[1] ? -1 : 0) }
    }
}
