/// Where in the markup a template stands: followed byte by byte, so that a key is allowed only where escaping makes its
/// value harmless.
struct MarkupPlace: Hashable {
    enum State: Hashable {
        case text
        /// Behind `<`, reading the element's name.
        case elementName
        /// Between attributes.
        case tag
        case attributeName
        /// Behind `=`, before the value.
        case beforeValue
        case quoted(UInt8)
        case unquoted
        case comment
        /// In script or style, whose content knows no escaping.
        case rawText
    }

    var state = State.text
    private var element: [UInt8] = []
    private var attribute: [UInt8] = []
    /// Whether something stands before, in this attribute's value.
    private var valueHasBegun = false
    /// The bytes read last, for `-->` and `</script`.
    private var tail: [UInt8] = []

    /// Why a key must not stand here.
    enum Objection: Hashable {
        case rawText, tag, unquoted, comment, script
        /// An address must be of the kind url.
        case address
    }

    func objection(to kind: Kind) -> Objection? {
        switch state {
        case .text: return nil
        case .elementName, .tag, .attributeName: return .tag
        case .beforeValue, .unquoted: return .unquoted
        case .comment: return .comment
        case .rawText: return .rawText
        case .quoted:
            let name = String(decoding: attribute, as: UTF8.self)
            if name.hasPrefix("on") || ["style", "srcdoc", "srcset"].contains(name) { return .script }
            guard Self.addresses.contains(name), !valueHasBegun else { return nil }
            if case .url = kind { return nil }
            return .address
        }
    }

    private static let addresses: Set = ["href", "src", "action", "formaction", "poster", "data", "cite", "manifest"]

    /// A value stands here.
    mutating func passValue() {
        if case .quoted = state { valueHasBegun = true }
        if state == .unquoted || state == .beforeValue { state = .unquoted }
    }

    mutating func pass(_ bytes: ArraySlice<UInt8>) { for byte in bytes { pass(byte) } }

    private mutating func pass(_ byte: UInt8) {
        switch state {
        case .text: if byte == UInt8(ascii: "<") { begin() }
        case .elementName: readElementName(byte)
        case .tag: readTag(byte)
        case .attributeName:
            if byte == UInt8(ascii: "=") {
                state = .beforeValue
            } else if isSpace(byte) || byte == UInt8(ascii: "/") {
                state = .tag
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else {
                attribute.append(byte | (isLetter(byte) ? 0x20 : 0))
            }
        case .beforeValue:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .quoted(byte)
                valueHasBegun = false
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else if !isSpace(byte) {
                state = .unquoted
            }
        case .quoted(let mark):
            if byte == mark { state = .tag } else { valueHasBegun = true }
        case .unquoted:
            if isSpace(byte) { state = .tag } else if byte == UInt8(ascii: ">") { endTag() }
        case .comment:
            remember(byte)
            if tail.suffix(3) == Array("-->".utf8)[...] { state = .text }
        case .rawText:
            remember(byte | (isLetter(byte) ? 0x20 : 0))
            let end = Array("</".utf8) + element
            if tail.suffix(end.count) == end[...] {
                state = .tag
                element = Array("/".utf8) + element
            }
        }
    }

    private mutating func begin() {
        state = .elementName
        element.removeAll(keepingCapacity: true)
        tail = []
    }

    private mutating func readElementName(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") {
            endTag()
        } else if isSpace(byte) {
            // “<” before a space is text.
            state = element.isEmpty ? .text : .tag
        } else {
            element.append(byte | (isLetter(byte) ? 0x20 : 0))
            if element.count == 3, element.elementsEqual("!--".utf8) { state = .comment }
        }
    }

    private mutating func readTag(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") {
            endTag()
        } else if !isSpace(byte), byte != UInt8(ascii: "/") {
            attribute.removeAll(keepingCapacity: true)
            attribute.append(byte | (isLetter(byte) ? 0x20 : 0))
            state = .attributeName
        }
    }

    private mutating func endTag() {
        tail = []
        let holdsRawText = element.elementsEqual("script".utf8) || element.elementsEqual("style".utf8)
        state = holdsRawText ? .rawText : .text
    }

    /// Room for the longest end that is looked for, `</script`.
    private mutating func remember(_ byte: UInt8) {
        tail.append(byte)
        if tail.count > 8 { tail.removeFirst() }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// Whether both stand in the same kind of place, so that what follows a section reads the same with and without it.
    func agrees(with other: MarkupPlace) -> Bool { state == other.state || isInTag && other.isInTag }

    /// Inside a tag, but not in a value.
    private var isInTag: Bool { [.elementName, .tag, .attributeName].contains(state) }
}
