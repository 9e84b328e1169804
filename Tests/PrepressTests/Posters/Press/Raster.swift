import Foundation
import TestSupport
import Testing

/// A page of a PDF as poppler draws it.
struct Raster {
    let width: Int
    let height: Int
    private let bytes: [UInt8]

    init(_ pdf: [UInt8], page: Int = 1, dpi: Int) throws {
        let scratch = try Scratch()
        let file = try scratch.write(pdf, to: "file.pdf")
        let root = scratch.url.appending(path: "page")
        _ = try PressFixture.output(
            of: "pdftoppm", ["-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", "-singlefile", file.path, root.path])
        // P6, width, height, 255, then three bytes a pixel.
        let data = try scratch.read("page.ppm")
        var fields: [Int] = []
        var position = 2
        while fields.count < 3 {
            while data[position] <= 0x20 { position += 1 }
            var value = 0
            while data[position] > 0x20 {
                value = value * 10 + Int(data[position] - 0x30)
                position += 1
            }
            fields.append(value)
        }
        (width, height) = (fields[0], fields[1])
        bytes = Array(data[(position + 1)...])
    }

    func pixel(_ x: Int, _ y: Int) -> (red: Int, green: Int, blue: Int) {
        let start = (y * width + x) * 3
        return (Int(bytes[start]), Int(bytes[start + 1]), Int(bytes[start + 2]))
    }

    /// The largest difference of one channel between two pixels.
    func difference(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> Int {
        let (p, q) = (pixel(a.x, a.y), pixel(b.x, b.y))
        return max(abs(p.red - q.red), abs(p.green - q.green), abs(p.blue - q.blue))
    }
}
