import Diagnostics
package import Markdown

/// A heading of a document with its plain text.
struct Heading: Sendable {
    let node: NodeID
    let level: Int
    let text: String
}

enum Headings {
    static func of(_ document: Document) -> [Heading] {
        document.nodes.indices.compactMap { id in
            guard case .heading(let level) = document.nodes[id].kind else { return nil }
            let text = String(decoding: PlainTextRenderer.render(document, of: id), as: UTF8.self)
            return Heading(node: id, level: level, text: text)
        }
    }

    /// One anchor a heading: its letters and digits, words joined by hyphens, unique in the document by a counted end.
    /// A heading without letters is named by its level and its place among the headings of that level, as in `s-3-2`.
    static func anchors(of headings: [Heading]) -> [NodeID: String] {
        var anchors = [NodeID: String](minimumCapacity: headings.count)
        /// Each anchor that is taken, in bytes, and the number to try next behind it: the same heading may stand hundreds of
        /// times in a text.
        var next = [[UInt8]: Int](minimumCapacity: headings.count)
        var counts = [Int](repeating: 0, count: 7)
        for heading in headings {
            counts[heading.level] += 1
            var stem = anchorBytes(of: heading.text)
            if stem.isEmpty { stem = Array("s-\(heading.level)-\(counts[heading.level])".utf8) }
            var anchor = stem
            if var number = next[stem] {
                repeat {
                    anchor = stem + Array("-\(number)".utf8)
                    number += 1
                } while next[anchor] != nil
                next[stem] = number
            }
            next[anchor] = 2
            anchors[heading.node] = String(decoding: anchor, as: UTF8.self)
        }
        return anchors
    }

    /// The anchor that a text gives: Unicode letters and digits in NFC, ASCII letters small, everything between as one
    /// hyphen where words of ASCII meet, and as nothing between Han.
    static func anchor(of text: String) -> String { String(decoding: anchorBytes(of: text), as: UTF8.self) }

    private static func anchorBytes(of text: String) -> [UInt8] {
        let text = CanonicalText.nfc(text)
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var gap = false
        for scalar in text.unicodeScalars {
            guard isAnchorScalar(scalar) else {
                gap = true
                continue
            }
            if gap, let last = result.last, last < 0x80, scalar.isASCII { result.append(UInt8(ascii: "-")) }
            gap = false
            if ("A"..."Z").contains(scalar) {
                result.append(UInt8(scalar.value) + 0x20)
            } else {
                result.append(contentsOf: scalar.utf8)
            }
        }
        return result
    }

    private static func isAnchorScalar(_ scalar: Unicode.Scalar) -> Bool {
        // Han, nearly all there is.
        if (0x4E00...0x9FFF).contains(scalar.value) { return true }
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}

extension Document {
    /// The anchor of each heading, for documents outside any campaign.
    package var headingAnchors: [NodeID: String] { Headings.anchors(of: Headings.of(self)) }

    /// Whether an author numbered headings by hand.
    package var hasTypedNumbers: Bool { Headings.of(self).contains { HeadingRules.typedNumber(of: $0.text) != nil } }

    /// The anchor that a heading with this text has.
    package static func anchor(ofHeading text: String) -> String { Headings.anchor(of: text) }
}

enum HeadingRules {
    static func check(_ headings: [Heading], of document: Document, reporting report: inout Report) {
        var last = 1
        for heading in headings {
            if heading.level == 1 {
                report.add(.titleInBody, at: document.place(of: heading.node))
            } else if heading.level > last + 1 {
                report.add(
                    .headingSkipsLevel, at: document.place(of: heading.node),
                    ["level": .init("\(heading.level)"), "expected": .init("\(last + 1)")])
            }
            last = heading.level
            if heading.text.isEmpty {
                report.add(.emptyHeading, at: document.place(of: heading.node))
            } else if let number = typedNumber(of: heading.text) {
                report.add(
                    .typedNumber, at: document.place(of: heading.node), length: number.count + heading.level + 1,
                    ["number": .init(number), "rest": .init(String(heading.text.dropFirst(number.count)))])
            }
        }
    }

    /// A number that an author typed before a heading: `一、`, `（一）`, `1.`, `1、`, `（1）`, `(1)`, `①`.
    static func typedNumber(of text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first else { return nil }
        if (0x2460...0x249B).contains(first.value) { return String(first) }
        let isOpen = first == "（" || first == "("
        var index = isOpen ? 1 : 0
        let start = index
        let isHan = index < scalars.count && hanDigits.contains(scalars[index])
        while index < scalars.count, isHan ? hanDigits.contains(scalars[index]) : isDigit(scalars[index]) { index += 1 }
        guard index > start, index - start <= 4, index < scalars.count else { return nil }
        let mark = scalars[index]
        if isOpen { guard mark == "）" || mark == ")" else { return nil } }
        if !isOpen {
            guard mark == "、" || !isHan && (mark == "." || mark == "．" || mark == ")" || mark == "）") else {
                return nil
            }
            // 3.5 is a quantity.
            if index + 1 < scalars.count, isDigit(scalars[index + 1]) { return nil }
        }
        index += 1
        while index < scalars.count, scalars[index] == " " || scalars[index] == "\u{3000}" { index += 1 }
        var number = String.UnicodeScalarView()
        number.append(contentsOf: scalars[..<index])
        return String(number)
    }

    private static let hanDigits = Set("一二三四五六七八九十百千零".unicodeScalars)

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
}
