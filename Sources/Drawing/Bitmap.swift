package import Diagnostics

/// A PNG or JPEG picture as it stands in its file. Canvases decode it only where they must.
package struct Bitmap: Hashable, Sendable {
    package enum Format: Hashable, Sendable { case png, jpeg }

    package let bytes: [UInt8]
    package let format: Format
    /// Pixels.
    package let width: Int
    package let height: Int
    /// Four inks of a printer instead of three colours of light: readers of PDF disagree about the sign of these values.
    let isCMYK: Bool

    /// No side is longer: cairo's pictures end there.
    package static let longestSide = 32_767
    /// More pixels than this would take a gigabyte to draw.
    package static let mostPixels = 200_000_000

    /// Reads the head of the file; nil after reporting what is wrong with it.
    package static func read(
        _ bytes: [UInt8], path: String, at place: SourcePlace?, reporting report: inout Report
    ) -> Bitmap? {
        guard let head = PNGHead.read(bytes) ?? JPEGHead.read(bytes) else {
            report.add(.pictureUnreadable, at: place, ["path": .init(path)])
            return nil
        }
        guard head.width <= mostPixels / max(1, head.height), max(head.width, head.height) <= longestSide else {
            report.add(
                .pictureTooLarge, at: place,
                ["path": .init(path), "width": .init("\(head.width)"), "height": .init("\(head.height)")])
            return nil
        }
        return Bitmap(
            bytes: bytes, format: head.format, width: head.width, height: head.height, isCMYK: head.components == 4)
    }

    private init(bytes: [UInt8], format: Format, width: Int, height: Int, isCMYK: Bool) {
        self.isCMYK = isCMYK
        self.bytes = bytes
        self.format = format
        self.width = width
        self.height = height
    }
}

private struct PictureHead {
    var format: Bitmap.Format
    var width: Int
    var height: Int
    /// Of a JPEG's frame.
    var components = 3
}

/// Signature, IHDR and IEND of a PNG: a file that was cut short has no end chunk.
private enum PNGHead {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func read(_ bytes: [UInt8]) -> PictureHead? {
        guard bytes.count >= 45, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8),
            bytes[(bytes.count - 8)..<(bytes.count - 4)].elementsEqual("IEND".utf8)
        else { return nil }
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        return width > 0 && height > 0 ? PictureHead(format: .png, width: width, height: height) : nil
    }
}

/// Walks a JPEG's segments to the frame header; a file that was cut short lacks the end marker.
private enum JPEGHead {
    static func read(_ bytes: [UInt8]) -> PictureHead? {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8, hasEnd(bytes) else { return nil }
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                let height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
                let width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
                let components = Int(bytes[position + 9])
                return width > 0 && height > 0
                    ? PictureHead(format: .jpeg, width: width, height: height, components: components) : nil
            }
            position += 2 + (Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
        }
        return nil
    }

    /// Cameras pad the end with a few bytes, so that the marker is looked for, not expected.
    private static func hasEnd(_ bytes: [UInt8]) -> Bool {
        var position = bytes.count - 2
        let stop = max(2, bytes.count - 4096)
        while position >= stop {
            if bytes[position] == 0xFF, bytes[position + 1] == 0xD9 { return true }
            position -= 1
        }
        return false
    }
}
