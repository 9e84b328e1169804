import Chinese
import Diagnostics

/// 注音: `{汉字|hànzì}`, which CommonMark leaves alone. With as many syllables, parted by spaces, as the text has characters, each
/// character gets its own: `{汉字|hàn zì}`.
enum Rubies {
    static func find(in content: InlineContent, of text: [UInt8], _ edits: inout InlineEdits) {
        for leaf in content.leaves where leaf.holdsASCII {
            var at = leaf.range.lowerBound
            while let open = text.firstIndex(of: UInt8(ascii: "{"), in: at..<leaf.range.upperBound) {
                at = open + 1
                guard let ruby = ruby(from: open, in: text, before: leaf.range.upperBound) else { continue }
                edits.rubies.append(ruby)
                at = ruby.range.upperBound
            }
        }
    }

    /// Bytes; longer ones are something else in braces.
    private static let longest = 240

    private static func ruby(from open: Int, in text: [UInt8], before end: Int) -> InlineEdits.Ruby? {
        let rest = text[(open + 1)..<min(end, open + longest)]
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let inside = rest[..<close]
        guard let bar = inside.firstIndex(of: UInt8(ascii: "|")), !inside.contains(UInt8(ascii: "{")),
            inside.lastIndex(of: UInt8(ascii: "|")) == bar
        else { return nil }
        let base = open + 1..<bar
        let annotation = bar + 1..<close
        guard isChinese(base, in: text), text[annotation].contains(where: { $0 != UInt8(ascii: " ") }) else {
            return nil
        }
        return InlineEdits.Ruby(range: open..<close + 1, parts: parts(base, annotation, in: text))
    }

    private static func isChinese(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = UTF8Text.scalar(in: text, at: at)
            if !scalar.isCJK { return false }
            at += length
        }
        return !range.isEmpty
    }

    private static func parts(_ base: Range<Int>, _ annotation: Range<Int>, in text: [UInt8]) -> [InlineEdits.Ruby.Part]
    {
        let syllables = text[annotation].split(separator: UInt8(ascii: " ")).map(\.indices)
        var characters: [Range<Int>] = []
        var at = base.lowerBound
        while at < base.upperBound {
            let length = UTF8Text.scalar(in: text, at: at).length
            characters.append(at..<at + length)
            at += length
        }
        guard characters.count == syllables.count else { return [.init(base: base, annotation: annotation)] }
        return zip(characters, syllables).map { .init(base: $0, annotation: $1) }
    }
}
