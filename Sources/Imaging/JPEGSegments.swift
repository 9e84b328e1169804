/// The segments of a JPEG up to its pixels (ISO 10918-1, B.1.1).
struct JPEGSegments {
    struct Frame {
        var width: Int
        var height: Int
        /// 1 for grey, 3 for colours, 4 for inks.
        var components: Int
    }

    /// Nil for a kind that no viewer and no printer reads: without loss, in arithmetic code, of twelve bits.
    private(set) var frame: Frame?
    /// 1 for upright, 2 to 8 for a camera held otherwise (Exif 2.3, 4.6.4).
    private(set) var orientation = 1
    /// Written by a program that notes how colours are stored (Adobe Technical Note 5116).
    private(set) var isAdobe = false
    /// Where the pixels begin; nil for a file that was cut short before.
    private var scan: Int?

    /// Nil for a file of another kind.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            switch bytes[index + 1] {
            case 0xFF: index += 1
            case 0x01, 0xD0...0xD8: index += 2
            case 0xD9: return
            case 0xDA:
                scan = index
                return
            case let marker:
                let length = Self.number(bytes, at: index + 2)
                switch marker {
                case 0xC0...0xC2:
                    let components = Int(bytes[index + 9])
                    guard bytes[index + 4] == 8, [1, 3, 4].contains(components) else { return }
                    frame = Frame(
                        width: Self.number(bytes, at: index + 7), height: Self.number(bytes, at: index + 5),
                        components: components)
                case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: return
                case 0xE1:
                    let end = min(index + 2 + length, bytes.count)
                    if end > index + 4 { orientation = ExifOrientation.read(bytes[(index + 4)..<end]) ?? orientation }
                case 0xEE: isAdobe = isAdobe || bytes[(index + 4)...].starts(with: Array("Adobe".utf8))
                default: break
                }
                index += 2 + length
            }
        }
    }

    /// Whether the end marker follows the pixels. Cameras pad the end with a few bytes, so that it is looked for, not expected.
    func hasEnd(_ bytes: [UInt8]) -> Bool {
        guard frame != nil, let scan else { return false }
        let tail = bytes[max(scan, bytes.count - 4096)...]
        return tail.indices.dropLast().contains { tail[$0] == 0xFF && tail[$0 + 1] == 0xD9 }
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> Int {
        Int(bytes[start]) << 8 | Int(bytes[start + 1])
    }
}

/// How a camera was held: entry 0x0112 of the first directory of a JPEG's Exif segment (Exif 2.3, 4.6.2 and 4.6.4).
private enum ExifOrientation {
    static func read(_ segment: ArraySlice<UInt8>) -> Int? {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = Array(segment.dropFirst(6))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff[0] == UInt8(ascii: "I")
        func number(at start: Int, size: Int) -> Int? {
            guard start >= 0, start + size <= tiff.count else { return nil }
            let bytes = tiff[start..<start + size]
            return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(at: 4, size: 4), let count = number(at: directory, size: 2) else { return nil }
        for entry in 0..<count {
            let start = directory + 2 + entry * 12
            guard let tag = number(at: start, size: 2) else { return nil }
            if tag == 0x0112 { return number(at: start + 8, size: 2).flatMap { (1...8).contains($0) ? $0 : nil } }
        }
        return nil
    }
}
