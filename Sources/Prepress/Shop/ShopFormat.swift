import Drawing
import Edition

/// What the print shop gets of a poster beside the sheet itself.
extension PosterContext {
    /// Longer than A0: a shop with a wide printer takes it at a tenth of its size too.
    var isLarge: Bool { max(sheet.width, sheet.height) > .millimetres(1190) }

    /// Cloth is hemmed, paper is cut.
    var shopMarks: PressMarks {
        PressMarks(bleed: .millimetres(shape.family.isCloth ? 20 : 3), hasMarks: true)
    }

    /// How many files of the shop draw the poster from its layout.
    var shopFiles: Int { isLarge ? 2 : 1 }
}
