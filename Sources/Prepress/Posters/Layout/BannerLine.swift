import Diagnostics
import Drawing
import Edition
import Typesetting

/// The line on a banner: its characters are six tenths of the cloth's height, as sign painters make them.
struct BannerLine {
    let context: PosterContext
    let spec: FrameSpec
    let rect: Rect
    let marks: [Placed]

    static let share = 0.6
    /// What rounding to points takes away.
    private static let tolerance = 0.005

    /// Characters that stay below it are reported, with the cloth and with the length of text that would do.
    func check(reporting report: inout Report) {
        guard context.shape.family.isCloth, [.item, .title].contains(spec.take),
            let height = ReadingDistance.smallest(of: marks), height > 0
        else { return }
        let cloth = context.sheet
        guard height < cloth.height * (Self.share - Self.tolerance) else { return }
        let em = cloth.height * Self.share / ReadingDistance.characterHeight
        let count = marks.compactMap(\.text).joined().unicodeScalars.reduce(0.0) {
            // Letters and digits are about half as wide as Han characters.
            $0 + ($1.value < 0x2E80 ? 0.55 : 1)
        }
        report.add(
            .bannerTooLow, at: context.place,
            [
                "title": .init(context.shortTitle), "size": .init(context.ref.size),
                "share": .init(Decimal.text(height / cloth.height * 100, places: 0)),
                "height": .init(Decimal.text(height.inMillimetres / 10, places: 0)),
                "least": .init(Decimal.text(cloth.height.inMillimetres * Self.share / 10, places: 0)),
                "length": .init(Decimal.text(length(for: count * em), places: 1)),
                "count": .init("\(Int(rect.width / em))"),
            ])
    }

    /// Metres of cloth, in halves as it is ordered, on which the line has so much room.
    private func length(for line: Points) -> Double {
        var halves = (context.sheet.width.inMillimetres / 500).rounded(.up)
        while halves < 100 {
            let cloth = Size(width: .millimetres(halves * 500), height: context.sheet.height)
            if let shape = context.template.shape(for: cloth), let drawn = shape.rect(of: spec.name) {
                let anchor = shape.frames.first { $0.name == spec.name }?.anchor ?? .start
                if SheetFit(shape, on: cloth).rect(drawn, anchor).width >= line { break }
            }
            halves += 1
        }
        return halves / 2
    }
}
