/// SHA-256 over labelled canonical bytes.
package struct Fingerprint: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }
}
