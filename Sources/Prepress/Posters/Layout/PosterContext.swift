import Campaign
import Diagnostics
import Drawing
import Edition
import Markdown
import Theme
import Typesetting

/// One poster of an edition on one sheet: all that its layout reads.
struct PosterContext {
    var edition: Edition
    let ref: PosterRef
    let template: PosterTemplate
    let shape: PosterTemplate.Shape
    let theme: Theme
    var sheet: Size
    let pictograms: Pictograms
    /// The organiser's own, for frames that ask for it.
    let mark: OrganiserMark?

    var piece: Piece { edition.pieces[ref.piece] }
    var slogan: Slogan? { ref.slogan.map { edition.slogans[$0] } }

    /// What would strain others is too small for them.
    var isForElderly: Bool { template.isForElderly || piece.isForElderly }

    /// For messages.
    var shortTitle: String {
        let title = slogan?.text ?? piece.title
        return title.unicodeScalars.count > 24 ? "\(title.prefix(22))……" : title
    }

    var fit: SheetFit { SheetFit(shape, on: sheet) }

    /// From the art's own size to the sheet's.
    var scale: Double { fit.scale }

    /// Millimetres of the art as points of the sheet.
    func art(millimetres: Double) -> Points { .millimetres(millimetres) * scale }

    /// Pixels an inch that a picture needs: people stand back from large sheets.
    var pictureDensity: Double {
        if shape.family.isCloth { return 72 }
        let (short, long) = (min(sheet.width, sheet.height), max(sheet.width, sheet.height))
        return short <= .millimetres(600.1) && long <= .millimetres(800.1) ? 150 : 100
    }

    func colour(_ name: String) -> Colour { theme.colours.named(name) ?? theme.colours.ink }

    func sizes(_ spec: FrameSpec) -> ClosedRange<Points> {
        spec.sizes.lowerBound * scale...spec.sizes.upperBound * scale
    }

    func style(_ spec: FrameSpec) -> TypeStyle {
        let alignment: ParagraphStyle.Alignment =
            switch spec.alignment {
            case .left: .ragged
            case .centre: .centred
            case .right: .trailing
            case .justified: .justified
            }
        return TypeStyle(
            font: spec.font, size: spec.sizes.upperBound * scale, colour: colour(spec.colour), leading: spec.leading,
            alignment: alignment, isVertical: spec.isVertical)
    }

    /// For characters of the front matter: the file, at the beginning.
    var front: SourcePoint { SourcePoint(file: piece.document.file, byte: 0) }

    /// Where what the poster says is written: the slogan of one, else the beginning of the file.
    var place: SourcePlace {
        let document = piece.document
        return slogan.map { document.place(of: $0.node) } ?? document.file.place(ofByte: 0)
    }
}

/// What a figure gives back: its marks, and how much of its room was wanting (0 when it fits).
struct FigureResult {
    var marks: [Placed] = []
    var excess: Points = 0
    /// What is really covered, for figures that do not fill their frame.
    var extent: Rect?
}

extension FigureResult {
    /// What `set` gives at the largest size at which it fits, tried downwards; at the smallest if it never does.
    static func largest(
        in sizes: ClosedRange<Points>, step: Double = 0.97, _ set: (Points) -> FigureResult
    ) -> FigureResult {
        var size = sizes.upperBound
        while true {
            let result = set(size)
            if result.excess <= 0.01 || size <= sizes.lowerBound { return result }
            size = max(sizes.lowerBound, size * step)
        }
    }
}
