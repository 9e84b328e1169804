import Diagnostics

/// The label's form XObject as it stands in the written file, ready to be replaced by an incremental update.
struct FormObject: Sendable {
    /// The key that marks the form's dictionary, so that its number is found in the written bytes.
    static let marker = "/CopyLabelForm"

    private let number: Int
    /// The dictionary's text between `<<` and `>>`, without its length.
    private let dictionary: String
    /// The entries of the file's trailer that an update repeats.
    private let trailer: String
    private let previousCrossReference: Int

    /// Throws a `Fault` when the file has no marked form or no plain trailer: a defect of this program.
    init(markedIn bytes: [UInt8]) throws {
        let fault = Fault(.pdfLibraryFailed, ["reason": "the label's form was not found"])
        guard let mark = bytes[...].firstRange(ofBytes: Self.marker.utf8)?.lowerBound,
            let object = bytes[..<mark].lastRange(of: " 0 obj".utf8)?.lowerBound,
            let stream = bytes[mark...].firstRange(ofBytes: "stream".utf8)?.lowerBound,
            let trailerStart = bytes.lastRange(of: "trailer ".utf8)?.upperBound,
            let startXref = bytes.lastRange(of: "startxref".utf8),
            let previous = Int(Self.word(bytes[startXref.upperBound...]))
        else { throw fault }
        let numberStart = bytes[..<object].lastIndex { !(0x30...0x39).contains($0) }.map { $0 + 1 } ?? 0
        guard let number = Int(String(decoding: bytes[numberStart..<object], as: UTF8.self)) else { throw fault }
        self.number = number
        let whole = String(decoding: bytes[(object + 6)..<stream], as: UTF8.self)
        dictionary = Self.withoutLength(Self.inner(of: whole))
            .replacing("/Filter /FlateDecode", with: "").replacing("\(Self.marker) true", with: "")
        trailer = Self.inner(of: String(decoding: bytes[trailerStart..<startXref.lowerBound], as: UTF8.self))
        previousCrossReference = previous
    }

    /// The update that gives the form this content; offsets count from the beginning of the base.
    func update(of base: [UInt8], content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        if base.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        let offset = base.count + result.count
        result += "\(number) 0 obj\n<< \(dictionary) /Length \(content.count) >>\nstream\n".utf8
        result += content
        result += "\nendstream\nendobj\n".utf8
        let crossReference = base.count + result.count
        let digits = String(offset)
        let padded = String(repeating: "0", count: 10 - digits.count) + digits
        result += "xref\n\(number) 1\n\(padded) 00000 n \n".utf8
        result += "trailer << \(trailer) /Prev \(previousCrossReference) >>\nstartxref\n\(crossReference)\n%%EOF\n".utf8
        return result
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = bytes.drop { !(0x30...0x39).contains($0) }.prefix { (0x30...0x39).contains($0) }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func withoutLength(_ dictionary: String) -> String {
        guard let key = dictionary.firstRange(of: "/Length ") else { return dictionary }
        return String(dictionary[..<key.lowerBound] + dictionary[key.upperBound...].drop(while: \.isNumber))
    }

    /// The text between the outer `<<` and `>>`.
    private static func inner(of dictionary: String) -> String {
        guard let open = dictionary.firstRange(of: "<<"), let close = dictionary.lastRange(of: ">>") else { return "" }
        return dictionary[open.upperBound..<close.lowerBound].trimmingPrefix(" ").description
    }
}

/// The library's own search takes several nanoseconds a byte, and these files have millions.
extension ArraySlice<UInt8> {
    fileprivate func firstRange(ofBytes pattern: some Collection<UInt8>) -> Range<Int>? {
        let pattern = Array(pattern)
        var start = startIndex
        while start + pattern.count <= endIndex {
            if self[start] == pattern[0], self[start..<start + pattern.count].elementsEqual(pattern) {
                return start..<start + pattern.count
            }
            start += 1
        }
        return nil
    }
}

extension Collection where Element == UInt8, Index == Int {
    fileprivate func lastRange(of pattern: some Collection<UInt8>) -> Range<Int>? {
        let pattern = Array(pattern)
        var start = endIndex - pattern.count
        while start >= startIndex {
            if self[start] == pattern[0], self[start..<start + pattern.count].elementsEqual(pattern) {
                return start..<start + pattern.count
            }
            start -= 1
        }
        return nil
    }
}

extension String {
    fileprivate func lastRange(of pattern: String) -> Range<String.Index>? { ranges(of: pattern).last }
}
