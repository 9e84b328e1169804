/// What a content stream paints, and under which mark: read operator by operator, on its own terms.
package struct PaintedContent {
    /// The numbers of marked content, in order.
    package private(set) var numbers: [Int] = []
    /// What stands in no sequence and no artifact, or in two.
    package private(set) var faults: [String] = []
    /// The names of the forms that are drawn outside of any mark: they bring their own.
    package private(set) var forms: [String] = []

    private enum Mark { case artifact, numbered, other }

    private static let painting: Set<String> = [
        "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", "\"",
    ]

    package init(_ bytes: [UInt8]) {
        var open: [Mark] = []
        var operands: [String] = []
        for token in Self.tokens(bytes) {
            switch token {
            case "BMC", "BDC":
                let isArtifact = operands.first == "/Artifact"
                let number = operands.firstIndex(of: "/MCID").flatMap { Int(operands[$0 + 1]) }
                if isArtifact || number != nil, open.contains(where: { $0 != .other }) {
                    faults.append("a mark inside another: \(operands)")
                }
                if let number { numbers.append(number) }
                open.append(isArtifact ? .artifact : number != nil ? .numbered : .other)
            case "EMC": if open.popLast() == nil { faults.append("a mark ends that did not begin") }
            case "Do" where !open.contains { $0 != .other }: forms.append(operands.last ?? "")
            case _ where Self.painting.contains(token):
                if !open.contains(where: { $0 != .other }) { faults.append("unmarked: \(token)") }
            default:
                guard let first = token.unicodeScalars.first, !first.properties.isAlphabetic else { break }
                operands.append(token)
                continue
            }
            operands = []
        }
        if !open.isEmpty { faults.append("a mark does not end") }
    }

    private static func tokens(_ bytes: [UInt8]) -> [String] {
        var tokens: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { tokens.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "("):
                end()
                tokens.append("()")
                var depth = 0
                repeat {
                    if bytes[index] == UInt8(ascii: "\\") {
                        index += 1
                    } else if bytes[index] == UInt8(ascii: "(") {
                        depth += 1
                    } else if bytes[index] == UInt8(ascii: ")") {
                        depth -= 1
                    }
                    index += 1
                } while depth > 0 && index < bytes.count
                continue
            case UInt8(ascii: "<") where index + 1 < bytes.count && bytes[index + 1] != UInt8(ascii: "<"):
                end()
                tokens.append("<>")
                while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                end()
                index += 1
            case UInt8(ascii: "["), UInt8(ascii: "]"): end()
            case UInt8(ascii: "/"):
                end()
                word = [byte]
            case 0...32: end()
            default: word.append(byte)
            }
            index += 1
        }
        end()
        return tokens
    }
}
