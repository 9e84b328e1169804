import Diagnostics
package import Drawing

/// Pictures, code and rules: blocks that are no running text.
extension Composer {
    /// A picture in the middle of the column, its caption kept below it.
    mutating func picture(
        _ picture: Illustration, _ caption: [Inline], _ context: Context, _ source: SourcePoint?
    ) {
        var context = context
        if !caption.isEmpty { context.parent = StructureElement(.division, in: context.parent) }
        if let leaf = nextLeaf() {
            let size = self.size(of: picture, in: context)
            reportCoarseness(of: picture, width: style.isVertical ? size.height : size.width, source)
            let left = context.left + (context.width - size.width) / 2
            let box = Rect(x: left, y: 0, width: size.width, height: size.height)
            append(
                Strip(
                    before: style.spacing, height: size.height,
                    items: picture.placed(in: box, isLying: style.isVertical, parent: context.parent),
                    keepsNext: !caption.isEmpty, grounds: context.grounds,
                    cursor: FlowCursor(leaf: leaf, line: .start), source: source))
        }
        if !caption.isEmpty {
            text(
                caption, style.caption,
                ParagraphStyle(
                    alignment: .centred, leading: style.caption.size * 1.5, floorsMeasure: false, keepsPhrases: true),
                context, before: style.caption.size * 0.4, source, as: .caption)
        }
        addSpace(style.spacing)
    }

    /// As large as it wants to be, as the column and the style allow; lying, as it will be turned, in vertical text.
    private func size(of picture: Illustration, in context: Context) -> Size {
        if style.isVertical {
            let (width, height) = (picture.size.height, picture.size.width)
            let scale = min(1, context.width / width, style.pictureHeight / height)
            return Size(width: width * scale, height: height * scale)
        }
        let most = min(context.width / picture.size.width, style.pictureHeight / picture.size.height)
        var scale = min(1, most)
        if let part = style.pictureWidth, let pixels = picture.pixelsAcross {
            let coarsest = Double(pixels) / Illustration.leastDensity * 72
            let wanted = min(part * context.width, coarsest) / picture.size.width
            scale = min(most, max(scale, wanted))
        }
        return Size(width: picture.size.width * scale, height: picture.size.height * scale)
    }

    private mutating func reportCoarseness(of picture: Illustration, width: Points, _ source: SourcePoint?) {
        guard let pixels = picture.pixelsAcross else { return }
        let density = Double(pixels) / (width / 72)
        guard density < style.pictureDensity - 0.5 else { return }
        fault(
            Diagnostic(
                .pictureCoarse, at: source?.place,
                [
                    "density": .init("\(Int(density.rounded()))"), "pixels": .init("\(pixels)"),
                    "width": .init("\(Int(width.inMillimetres.rounded()))"),
                    "least": .init("\(Int(style.pictureDensity))"),
                ]))
    }

    /// Lines as they stand: leading spaces are kept as indents, long lines are broken.
    mutating func code(_ text: String, _ context: Context, _ source: SourcePoint?) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let used = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
        let blocks = used.map { line -> Block in
            let spaces = line.prefix { $0 == " " }.count
            let rest = String(line.dropFirst(spaces))
            return Block(
                .paragraph([Inline(String(repeating: "\u{A0}", count: spaces) + rest, marks: .code)]), source: source)
        }
        var inner = context
        inner.paragraph = ParagraphStyle(alignment: .ragged, leading: context.paragraph.leading, floorsMeasure: false)
        box(style.code, as: .division, title: [], blocks, inner, source)
    }

    mutating func rule(_ context: Context, _ source: SourcePoint?) {
        guard let leaf = nextLeaf() else { return }
        let leading = style.paragraph.leading
        let width = context.width / 4
        let left = context.left + (context.width - width) / 2
        append(
            Strip(
                before: 0, height: leading,
                items: [
                    Placed(
                        .rule(
                            from: Point(x: left, y: leading / 2), to: Point(x: left + width, y: leading / 2),
                            width: 0.5,
                            style.ruleColour), as: .artifact)
                ], grounds: context.grounds, cursor: FlowCursor(leaf: leaf, line: .start), source: source))
    }
}

extension Illustration {
    /// Pixels an inch below which no picture is enlarged.
    static let leastDensity = 100.0

    /// Of a bitmap.
    var pixelsAcross: Int? {
        if case .bitmap(let bitmap) = content { bitmap.width } else { nil }
    }

    /// The picture's marks in a rectangle of its proportions.
    package func placed(in rect: Rect, parent: StructureElement? = nil) -> [Placed] {
        placed(in: rect, isLying: false, parent: parent)
    }

    /// Lying, the rectangle is the one that a quarter turn clockwise makes upright. A picture without words is decoration.
    func placed(in rect: Rect, isLying: Bool, parent: StructureElement?) -> [Placed] {
        let role =
            alternative.isEmpty ? nil : StructureElement(.figure(alternative: alternative), in: parent)
        switch content {
        case .bitmap(let bitmap): return [Placed(.bitmap(bitmap, rect), as: role)]
        case .art(let art): return [Placed(.art(art, rect), as: role)]
        case .marks(let marks):
            let scale = rect.width / (isLying ? size.height : size.width)
            let transform =
                isLying
                ? Transform(xx: 0, yx: -scale, xy: scale, yy: 0, dx: rect.x, dy: rect.maxY)
                : Transform(xx: scale, yx: 0, xy: 0, yy: scale, dx: rect.x, dy: rect.y)
            return [Placed(.begin(transform, clip: nil), as: role)] + marks.map { Placed($0, as: role) }
                + [Placed(.end, as: role)]
        }
    }
}
