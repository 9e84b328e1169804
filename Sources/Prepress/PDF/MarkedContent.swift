import Diagnostics

/// Binds the drawn content of a page to the structure: cairo's sequences get their tags and numbers, and everything that is
/// painted outside of them is marked as an artifact (ISO 32000-1 §14.8.2.2), so that nothing on the page is left unexplained.
struct MarkedContent {
    /// What a sequence becomes.
    struct Sequence {
        /// The standard structure type.
        var tag: String
        /// The number by which the structure refers to it; nil for the area of a link, which has no content.
        var number: Int?
    }

    private let content: [UInt8]
    private var sequences: ArraySlice<Sequence>
    private var result: [UInt8] = []
    /// The first byte that is not in the result yet.
    private var rest = 0
    /// Whether something is painted in the bytes that are not in the result yet.
    private var paints = false
    /// The sequence that is open.
    private var open: Sequence?
    /// How many pairs of marks without a number are open, which cairo puts around characters that a font does not name.
    private var inner = 0

    private init(_ content: [UInt8], _ sequences: [Sequence]) {
        self.content = content
        self.sequences = sequences[...]
        result.reserveCapacity(content.count + 64 * sequences.count)
    }

    /// The content of a page with the marks of its sequences, in their order. Throws a `Fault` when these are not the sequences of
    /// the content: a defect of this program or of cairo.
    static func marked(_ content: [UInt8], as sequences: [Sequence]) throws -> [UInt8] {
        var marking = MarkedContent(content, sequences)
        var scanner = ContentScanner(content)
        while let found = scanner.next() { try marking.take(found) }
        guard marking.sequences.isEmpty, marking.open == nil else { throw Self.fault }
        marking.endUnmarked(at: content.count)
        return marking.result
    }

    private static let number = Array("/MCID".utf8)
    private static let fault = Fault(.pdfLibraryFailed, ["reason": "the marked sequences of a page do not match"])

    private mutating func take(_ found: ContentScanner.Operator) throws {
        switch found.name {
        case .beginMarked:
            guard content[found.operands..<found.end].contains(Self.number) else { return inner += 1 }
            guard open == nil, inner == 0, let sequence = sequences.popFirst() else { throw Self.fault }
            endUnmarked(at: found.operands)
            open = sequence
            rest = found.end
            guard let number = sequence.number else { return }
            result += "/\(sequence.tag) << /MCID \(number) >> BDC".utf8
        case .endMarked:
            guard inner == 0 else { return inner -= 1 }
            guard let sequence = open else { throw Self.fault }
            result += content[rest..<(sequence.number == nil ? found.operands : found.end)]
            open = nil
            rest = found.end
        case .paint: if open == nil { paints = true }
        case .inlineImage: throw Self.fault
        }
    }

    /// Takes over what stands between two sequences.
    private mutating func endUnmarked(at end: Int) {
        if paints { result += "\n/Artifact BMC\n".utf8 }
        result += content[rest..<end]
        if paints { result += "\nEMC\n".utf8 }
        rest = end
        paints = false
    }
}

/// Walks the operators of a content stream (ISO 32000-1 §7.8.2) and stops at those that paint or mark.
struct ContentScanner {
    struct Operator {
        enum Name { case beginMarked, endMarked, paint, inlineImage }
        var name: Name
        /// Where its operands begin.
        var operands: Int
        /// Behind its last byte.
        var end: Int
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let names: [UInt32: Operator.Name] = {
        let paints = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", "\""]
        var names = Dictionary(uniqueKeysWithValues: paints.map { (key(of: $0.utf8), Operator.Name.paint) })
        for marked in ["BDC", "BMC"] { names[key(of: marked.utf8)] = .beginMarked }
        names[key(of: "EMC".utf8)] = .endMarked
        names[key(of: "ID".utf8)] = .inlineImage
        return names
    }()

    private static func key(of name: some Sequence<UInt8>) -> UInt32 { name.reduce(0) { $0 << 8 | UInt32($1) } }

    mutating func next() -> Operator? {
        var operands: Int?
        while position < bytes.count {
            let start = position
            switch bytes[position] {
            case 0, 9, 10, 12, 13, 32: position += 1
            case UInt8(ascii: "%"): skipComment()
            case UInt8(ascii: "("):
                operands = operands ?? start
                skipString()
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"),
                UInt8(ascii: "{"), UInt8(ascii: "}"):
                // The parts of arrays and dictionaries pass for operands, one by one.
                operands = operands ?? start
                position += 1
                if "/<".utf8.contains(bytes[start]) { skipWord() }
            default:
                skipWord()
                if Self.isOperand(bytes[start]) {
                    operands = operands ?? start
                } else {
                    let word = bytes[start..<position]
                    if word.count <= 3, let name = Self.names[Self.key(of: word)] {
                        return Operator(name: name, operands: operands ?? start, end: position)
                    }
                    operands = nil
                }
            }
        }
        return nil
    }

    /// A number. The words `true`, `false` and `null` are not told from operators: none of them paints.
    private static func isOperand(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte) }

    private mutating func skipWord() {
        while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte <= 32 || "()<>[]{}/%".utf8.contains(byte)
    }

    private mutating func skipComment() {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
    }

    /// Brackets inside may be balanced or escaped.
    private mutating func skipString() {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { return }
        }
    }
}
