/// Collects what an artifact depends on into a fingerprint.
///
/// Every value is written with its label, its type and its length, so that no two different lists of values give the same
/// bytes: `("ab", "c")` is not `("a", "bc")`, and a missing text is not an empty one.
///
///     var inputs = FingerprintBuilder("site page")
///     inputs.add("title", page.title)
///     inputs.add("theme", theme.fingerprint)
///     let fingerprint = inputs.finish()
package struct FingerprintBuilder: ~Copyable {
    private var hash = SHA256()
    private var pending: [UInt8] = []

    /// Small values are gathered up to here, because each call of the library costs more than copying them.
    private static let room = 4096

    private enum Kind: UInt8 {
        case artifact, bytes, text, whole, fraction, truth, fingerprint, list, nothing
    }

    /// - Parameter kind: what is fingerprinted, such as `site page`; two kinds never share a fingerprint.
    package init(_ kind: String) {
        pending.reserveCapacity(Self.room * 2)
        head("", .artifact, length: kind.utf8.count)
        pending.append(contentsOf: kind.utf8)
    }

    package mutating func add(_ label: String, _ bytes: [UInt8]) { add(label, bytes[...]) }

    package mutating func add(_ label: String, _ bytes: ArraySlice<UInt8>) {
        head(label, .bytes, length: bytes.count)
        if bytes.count > Self.room {
            flush()
            unsafe bytes.withUnsafeBytes { unsafe hash.update($0) }
        } else {
            pending.append(contentsOf: bytes)
        }
    }

    package mutating func add(_ label: String, _ text: String) {
        head(label, .text, length: text.utf8.count)
        pending.append(contentsOf: text.utf8)
    }

    /// A missing value differs from an empty one.
    package mutating func add(_ label: String, _ text: String?) {
        if let text { add(label, text) } else { head(label, .nothing, length: 0) }
    }

    package mutating func add(_ label: String, _ number: Int) {
        head(label, .whole, length: 8)
        append(UInt64(bitPattern: Int64(number)))
    }

    /// By its bit pattern, so that no rounding hides a change.
    package mutating func add(_ label: String, _ number: Double) {
        head(label, .fraction, length: 8)
        append(number.bitPattern)
    }

    package mutating func add(_ label: String, _ truth: Bool) {
        head(label, .truth, length: 1)
        pending.append(truth ? 1 : 0)
    }

    /// Another fingerprint: of a theme, a template, a font, or of a part that several artifacts share.
    package mutating func add(_ label: String, _ part: Fingerprint) {
        head(label, .fingerprint, length: 32)
        pending.append(contentsOf: part.bytes)
    }

    package mutating func add(_ label: String, _ texts: [String]) {
        head(label, .list, length: texts.count)
        for text in texts { add("", text) }
    }

    package mutating func add(_ label: String, _ parts: [Fingerprint]) {
        head(label, .list, length: parts.count)
        for part in parts { add("", part) }
    }

    /// The fingerprint of everything added, in the order in which it was added.
    package consuming func finish() -> Fingerprint {
        flush()
        return hash.finish()
    }

    private mutating func head(_ label: String, _ kind: Kind, length: Int) {
        if pending.count > Self.room { flush() }
        append(UInt64(label.utf8.count))
        pending.append(contentsOf: label.utf8)
        pending.append(kind.rawValue)
        append(UInt64(length))
    }

    private mutating func append(_ number: UInt64) {
        unsafe withUnsafeBytes(of: number.littleEndian) { unsafe pending.append(contentsOf: $0) }
    }

    private mutating func flush() {
        hash.update(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
