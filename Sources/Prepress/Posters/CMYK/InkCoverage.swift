import Drawing

/// The most ink that lies on one place of a page: the four inks added up, 400 % at most.
struct InkCoverage: Hashable {
    /// Per cent.
    var most = 0
    /// From the sheet's upper left corner, in millimetres of the page.
    var place = Point.zero

    /// More does not dry before the next sheet lies on it.
    static let limit = 300
    /// Pixels of the page's longer side: a patch that smears is larger than one of them.
    private static let resolution = 1600.0

    /// Draws a page in its inks with Ghostscript and looks for the darkest pixel inside a box. `size` and `box` in the
    /// page's own units from the upper left corner.
    static func measured(
        _ pdf: [UInt8], page: Int, size: Size, within box: Rect, program: String
    ) throws -> InkCoverage {
        let dpi = min(72, resolution / max(size.width, size.height) * 72)
        let arguments = [
            "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sstdout=%stderr", "-sDEVICE=pamcmyk32", "-dNoUserUnit",
            "-r\(Decimal.text(dpi, places: 3))", "-dFirstPage=\(page)", "-dLastPage=\(page)", "-sOutputFile=-",
            "/dev/stdin",
        ]
        let picture = try CMYKEdition.run(program, arguments, on: pdf)
        return darkest(of: picture, pixel: 72 / dpi, within: box)
    }

    /// `picture` is a PAM of four channels; a pixel measures `pixel` units.
    private static func darkest(of picture: [UInt8], pixel: Double, within box: Rect) -> InkCoverage {
        guard let head = picture.firstRange(of: Array("ENDHDR\n".utf8)) else { return InkCoverage() }
        let fields = String(decoding: picture[..<head.lowerBound], as: UTF8.self).split(separator: "\n")
        func field(_ name: String) -> Int {
            fields.first { $0.hasPrefix("\(name) ") }.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
        }
        let (width, height) = (field("WIDTH"), field("HEIGHT"))
        guard field("DEPTH") == 4, picture.count >= head.upperBound + width * height * 4 else { return InkCoverage() }
        let columns = max(0, Int((box.x / pixel).rounded(.up)))..<min(width, Int(box.maxX / pixel))
        let rows = max(0, Int((box.y / pixel).rounded(.up)))..<min(height, Int(box.maxY / pixel))
        var found = (sum: 0, x: 0, y: 0)
        for y in rows {
            for x in columns {
                let start = head.upperBound + (y * width + x) * 4
                let sum =
                    Int(picture[start]) + Int(picture[start + 1]) + Int(picture[start + 2]) + Int(picture[start + 3])
                if sum > found.sum { found = (sum, x, y) }
            }
        }
        return InkCoverage(
            most: (found.sum * 100 + 127) / 255,
            place: Point(x: Double(found.x) * pixel - box.x, y: Double(found.y) * pixel - box.y))
    }
}
