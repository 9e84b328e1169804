import Campaign
import Diagnostics
import Drawing
import Edition
import Typesetting

/// One picture of one piece.
struct WeChatSheet: Sendable {
    let kind: WeChatPicture
    let context: PosterContext

    /// Pixels that stand for a millimetre of the templates' art.
    static let pixelsPerMillimetre = 4.0
    /// Pixels: a longer picture than this WeChat does not show sharp.
    static let mostHeight = 20_000.0

    /// The layout; nil where something is wrong, which the diagnostics say.
    func laid(with fonts: FontBook) throws -> (poster: LaidPoster?, diagnostics: [Diagnostic]) {
        var report = Report()
        let context = kind == .long ? stretched(with: fonts, reporting: &report) : context
        if report.hasErrors { return (nil, report.diagnostics) }
        var layout = PosterLayout(context, fonts: fonts)
        let (poster, found) = layout.laid()
        report.add(contentsOf: found.diagnostics)
        return (report.hasErrors ? nil : poster, report.diagnostics)
    }

    func tooManyBytes(for file: WeChatFile) -> Diagnostic {
        Diagnostic(
            .pictureForWeChatTooHeavy, at: context.place,
            [
                "title": .init(context.piece.title), "file": .init(file.name),
                "most": .init("\(file.mostBytes / 1000) KB"),
            ])
    }

    /// As high as the running text needs: the art's height, and what its stretching frame lacks.
    private func stretched(with fonts: FontBook, reporting report: inout Report) -> PosterContext {
        var context = context
        let art = context.shape.art.size
        var height = art.height * context.scale
        for spec in context.template.frames where spec.anchor == .stretch {
            guard case .blocks(let blocks) = context.content(of: spec), let rect = context.shape.rect(of: spec.name)
            else { continue }
            // What is wrong with the text is said when it is laid out.
            var ignored = Report()
            let needed = FlowFrame(spec: spec, blocks: blocks, context: context, fonts: fonts).height(
                width: rect.width * context.scale, size: context.sizes(spec).upperBound, reporting: &ignored)
            height += max(0, needed + 1 - rect.height * context.scale)
        }
        let pixels = height.inMillimetres * Self.pixelsPerMillimetre
        if pixels > Self.mostHeight {
            report.add(
                .longPictureTooLong, at: context.place,
                [
                    "title": .init(context.piece.title), "height": .init("\(Int(pixels))"),
                    "most": .init("\(Int(Self.mostHeight))"),
                ])
        }
        context.sheet = Size(width: context.sheet.width, height: height)
        return context
    }
}

extension WeChatPicture {
    /// Of templates/posters.
    var template: String { "wechat-\(rawValue)" }

    /// What its sheet is called; the long one grows.
    var size: String {
        switch self {
        case .cover: "225x95.75mm"
        case .share: "270x360mm"
        case .long: "270x500mm"
        }
    }

    var files: [WeChatFile] {
        switch self {
        case .cover: [.cover, .thumb]
        case .share: [.share]
        case .long: [.long]
        }
    }
}
