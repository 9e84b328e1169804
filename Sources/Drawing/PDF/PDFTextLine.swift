/// Glyphs one behind another: where each stands by its advance alone, only its code is written (ISO 32000-1 §9.4.3, `TJ`).
struct PDFTextLine {
    private let size: Points
    private let origin: Point
    /// Where the next glyph would stand by itself; nil before the first.
    private var pen: Point?
    /// Whether the brackets of `TJ` are open.
    private var isOpen = false
    /// Whether the last thing written is a code.
    private var isInCodes = false

    init(size: Points, origin: Point) {
        self.size = size
        self.origin = origin
    }

    /// Thousandths of an em are fine enough for text; the letters of a banner are metres high.
    private var places: Int { size < 40 ? 0 : 2 }

    mutating func show(_ shown: PDFFontUse.Shown, at glyph: GlyphRun.Glyph, to bytes: inout [UInt8]) {
        let place = Point(x: origin.x + glyph.x, y: origin.y + glyph.y)
        if let pen, abs(pen.y - place.y) < 0.0005 {
            adjust(by: place.x - pen.x, to: &bytes)
        } else {
            close(to: &bytes)
            bytes += "1 0 0 -1 ".utf8
            Decimal.append(place.x, places: 4, to: &bytes)
            bytes.append(UInt8(ascii: " "))
            Decimal.append(place.y, places: 4, to: &bytes)
            bytes += " Tm\n".utf8
            pen = place
        }
        open(to: &bytes)
        bytes.append(hexadecimal: shown.code)
        pen?.x += shown.advance / 1000 * size
    }

    /// Ends what is being shown; the next glyph goes on from there.
    mutating func close(to bytes: inout [UInt8]) {
        guard isOpen else { return }
        bytes += isInCodes ? ">] TJ\n".utf8 : "] TJ\n".utf8
        isOpen = false
        isInCodes = false
    }

    private mutating func open(to bytes: inout [UInt8]) {
        if !isOpen { bytes.append(UInt8(ascii: "[")) }
        if !isInCodes { bytes.append(UInt8(ascii: "<")) }
        isOpen = true
        isInCodes = true
    }

    /// Moves the pen; what rounding leaves is made good at the next glyph.
    private mutating func adjust(by distance: Points, to bytes: inout [UInt8]) {
        let unit = places == 0 ? 1.0 : 100
        let thousandths = (-distance * 1000 / size * unit).rounded() / unit
        guard thousandths != 0 else { return }
        if !isOpen { bytes.append(UInt8(ascii: "[")) }
        if isInCodes { bytes.append(UInt8(ascii: ">")) }
        isOpen = true
        isInCodes = false
        Decimal.append(thousandths, places: places, to: &bytes)
        pen?.x -= thousandths * size / 1000
    }
}

extension [UInt8] {
    /// Four digits.
    mutating func append(hexadecimal value: UInt16) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
