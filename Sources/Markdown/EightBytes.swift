/// Eight bytes of text looked at together.
extension UInt64 {
    /// Whether none of the eight bytes is ASCII.
    var isBeyondASCII: Bool { self & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 }

    /// Whether one of the eight bytes is a certain one.
    func holds(_ byte: UInt8) -> Bool {
        // The byte is zero then, and borrows from its highest bit when one is taken from it.
        let rest = self ^ 0x0101_0101_0101_0101 &* UInt64(byte)
        return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 != 0
    }
}
