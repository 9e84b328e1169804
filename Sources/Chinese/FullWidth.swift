/// Full-width letters and digits, as Chinese input methods write them.
package enum FullWidth {
    /// The half-width letter or digit of a full-width one; every other scalar as it is.
    package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21))
        default: scalar
        }
    }

    /// A text with its full-width letters and digits made half-width: １１９ → 119.
    package static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            // All full-width letters and digits begin with EF BC or EF BD.
            if bytes[index] == 0xEF {
                let (scalar, length) = UTF8Text.scalar(in: bytes, at: index)
                let half = folded(scalar)
                if half != scalar {
                    result.append(UInt8(half.value))
                    index += length
                    continue
                }
            }
            result.append(bytes[index])
            index += 1
        }
        return result
    }
}
