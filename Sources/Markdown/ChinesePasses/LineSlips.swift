import Chinese
import Diagnostics

/// What an author meant as a heading, a list or a table at the beginning of a line, and CommonMark takes for text.
enum LineSlips {
    static func check(
        _ content: InlineContent, in builder: DocumentBuilder, _ file: SourceFile, _ faults: inout FaultList
    ) {
        var lineNumber = 0
        var firstLine = 0..<0
        for (index, leaf) in content.leaves.enumerated() where leaf.kind == .text {
            guard
                index == 0 || content.leaves[index - 1].kind == .softBreak
                    || content.leaves[index - 1].kind == .lineBreak
            else { continue }
            // A mark inside emphasis or a link does not begin a line.
            guard Int(builder.nodes[leaf.node].parent) == content.container else { continue }
            if lineNumber == 0 { firstLine = leaf.range }
            if lineNumber == 1, isDelimiterRow(builder.text[leaf.range]),
                builder.text[firstLine].contains(UInt8(ascii: "|"))
            {
                let place = builder.place(ofText: content.leaves[0].range.lowerBound, in: file)
                faults.add(.pipeTable, at: place)
            }
            lineNumber += 1
            guard let slip = Line(builder.text, leaf.range)?.slip else { continue }
            faults.add(
                slip.code, at: builder.place(ofText: leaf.range.lowerBound, in: file), length: slip.length,
                slip.arguments)
        }
    }

    /// The second line of a table: `|---|:--:|`.
    private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { "|-: \t".utf8.contains($0) } && line.contains(UInt8(ascii: "|"))
            && line.contains(UInt8(ascii: "-"))
    }

    private struct Slip {
        let code: DiagnosticCode
        /// In scalars.
        let length: Int
        let marks: String
        let rest: String

        var arguments: [String: Wording] { ["marks": .init(marks), "rest": .init(rest)] }
    }

    /// The text at the beginning of a line that a slip may begin with.
    private struct Line {
        private let scalars: [Unicode.Scalar]

        init?(_ text: [UInt8], _ range: Range<Int>) {
            guard !range.isEmpty, Self.mayBeginSlip(text[range.lowerBound]) else { return nil }
            // A slip shows in the first characters; the mend quotes a few more.
            scalars = Array(String(decoding: text[range].prefix(160), as: UTF8.self).unicodeScalars.prefix(40))
        }

        /// The first bytes of `slip`'s marks and digits; no Han is among them.
        private static func mayBeginSlip(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC2, 0xE2, 0xE3, 0xEF: true
            default: false
            }
        }

        var slip: Slip? {
            switch scalars.first {
            case "#": hash
            case "＃": fullWidthHash
            case "－", "·", "•", "・", "●": bullet
            case "\u{3000}": Slip(code: .typedIndent, length: run(of: "\u{3000}"), marks: "", rest: "")
            case nil: nil
            default: number
            }
        }

        private var hash: Slip? {
            let count = run(of: "#")
            // #话题# is a topic, not a heading.
            guard count <= 6, count < scalars.count, !scalars[count...].contains("#") else { return nil }
            return slip(.headingWithoutSpace, marks: String(repeating: "#", count: count), length: count)
        }

        private var fullWidthHash: Slip? {
            let count = run(of: "＃")
            guard count <= 6, !scalars[count...].contains("＃") else { return nil }
            return slip(.fullWidthHash, marks: String(repeating: "#", count: count), length: count)
        }

        private var bullet: Slip? {
            guard scalars.count > 2, scalars[1] == " " || scalars[1] == "\u{3000}" else { return nil }
            return slip(.fullWidthBullet, marks: String(scalars[0]), length: 1)
        }

        /// `1.第一条`, `1．第一条`, `１. 第一条`.
        private var number: Slip? {
            let digits = scalars.prefix { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
            guard (1...3).contains(digits.count), digits.count + 1 < scalars.count else { return nil }
            let mark = scalars[digits.count]
            let next = scalars[digits.count + 1]
            let number = String(digits.map { Character(FullWidth.folded($0)) })
            let isFullWidth = digits.contains { $0.value > 0x7F } || mark == "．"
            if isFullWidth, mark == "." || mark == "．", !isDigit(next) {
                return slip(.fullWidthNumber, marks: number + ".", length: digits.count + 1)
            }
            guard mark == "." || mark == ")", next.isHan else { return nil }
            return slip(.itemWithoutSpace, marks: number + String(mark), length: digits.count + 1)
        }

        private func isDigit(_ scalar: Unicode.Scalar) -> Bool { FullWidth.folded(scalar).typographicClass == .digit }

        private func slip(_ code: DiagnosticCode, marks: String, length: Int) -> Slip {
            let rest = scalars[length...].drop { $0 == " " || $0 == "\u{3000}" }
            var shown = String.UnicodeScalarView()
            shown.append(contentsOf: rest.prefix(12))
            return Slip(
                code: code, length: length, marks: marks, rest: rest.count > 12 ? String(shown) + "…" : String(shown))
        }

        private func run(of mark: Unicode.Scalar) -> Int { scalars.prefix { $0 == mark }.count }
    }
}
