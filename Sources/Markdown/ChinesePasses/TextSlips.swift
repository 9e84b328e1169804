import Diagnostics

/// What an author meant as a link, a picture or a strikethrough, and CommonMark takes for text.
enum TextSlips {
    static func check(
        _ content: InlineContent, in builder: DocumentBuilder, _ file: SourceFile, _ faults: inout FaultList
    ) {
        for leaf in content.leaves where leaf.holdsASCII {
            let text = builder.text[leaf.range]
            var at = leaf.range.lowerBound
            while let next = text[at...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "~") }) {
                let found =
                    text[next] == UInt8(ascii: "]") ? link(endingAt: next, in: text) : strike(at: next, in: text)
                guard let found else {
                    at = next + 1
                    continue
                }
                let length = String(decoding: text[found.range], as: UTF8.self).unicodeScalars.count
                faults.add(
                    found.code, at: builder.place(ofText: found.range.lowerBound, in: file), length: length,
                    found.arguments)
                at = found.range.upperBound
            }
        }
    }

    private struct Slip {
        let code: DiagnosticCode
        let range: Range<Int>
        let arguments: [String: Wording]
    }

    /// `[文字]（网址）` and `[文字](地 址)`.
    private static func link(endingAt bracket: Int, in text: ArraySlice<UInt8>) -> Slip? {
        guard let open = text[..<bracket].suffix(reach).lastIndex(of: UInt8(ascii: "[")) else { return nil }
        let behind = text[(bracket + 1)...].prefix(reach)
        if behind.starts(with: fullWidthOpen) {
            guard let close = end(of: fullWidthClose, in: behind) else { return nil }
            let address = behind.dropFirst(fullWidthOpen.count)[..<close.lowerBound]
            guard readsAsAddress(address) else { return nil }
            // With its brackets, which in a wording would mean a part that may be left out.
            let arguments: [String: Wording] = ["text": wording(text[open...bracket]), "address": wording(address)]
            return Slip(code: .fullWidthLink, range: open..<close.upperBound, arguments: arguments)
        }
        guard behind.first == UInt8(ascii: "("), let close = behind.firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        let address = behind[(bracket + 2)..<close]
        guard address.contains(UInt8(ascii: " ")), address.first != UInt8(ascii: "<"), readsAsAddress(address) else {
            return nil
        }
        return Slip(code: .spaceInAddress, range: open..<close + 1, arguments: ["address": wording(address)])
    }

    private static func strike(at start: Int, in text: ArraySlice<UInt8>) -> Slip? {
        guard text[start...].starts(with: "~~".utf8), let end = end(of: tildes, in: text[(start + 2)...].prefix(reach)),
            end.lowerBound > start + 2
        else { return nil }
        return Slip(code: .strikethrough, range: start..<end.upperBound, arguments: [:])
    }

    /// An address has a dot, a slash or an anchor; `[1]（见下文）` is a remark.
    private static func readsAsAddress(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
    }

    private static func end(of mark: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
        var at = text.startIndex
        while let next = text[at...].firstIndex(of: mark[0]) {
            if text[next...].starts(with: mark) { return next..<next + mark.count }
            at = next + 1
        }
        return nil
    }

    private static func wording(_ bytes: ArraySlice<UInt8>) -> Wording { .init(String(decoding: bytes, as: UTF8.self)) }

    /// No address is longer than this many bytes; the search for its end must not take long in a text without one.
    private static let reach = 1024
    private static let fullWidthOpen = Array("（".utf8)
    private static let fullWidthClose = Array("）".utf8)
    private static let tildes = Array("~~".utf8)
}
