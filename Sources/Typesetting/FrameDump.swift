package import Drawing
import Theme

extension Frame {
    /// The frame as text, one item a line, for golden files: places in points with two digits.
    package func dump(fonts: FontBook) -> String {
        var lines = ["frame \(Decimal.text(size.width)) × \(Decimal.text(size.height))"]
        for item in items { lines.append("\(item.element?.name ?? "artifact"): \(item.mark.line(fonts))") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension StructureElement {
    /// From the outermost: `l li lbody p`.
    fileprivate var name: String { (parent.map { "\($0.name) " } ?? "") + ownName }

    private var ownName: String {
        if case .figure(let alternative) = kind { "figure “\(alternative)”" } else { kind.tag.lowercased() }
    }
}

extension Mark {
    fileprivate func line(_ fonts: FontBook) -> String {
        switch self {
        case .fill(let path, let colour): "fill \(colour.hex) \(path.bounds)"
        case .stroke(let path, let width, let colour): "stroke \(colour.hex) \(Decimal.text(width)) \(path.bounds)"
        case .glyphs(let run, let origin):
            "text \(origin.text) \(fonts.name(of: run.face)) \(Decimal.text(run.size)) \(run.colour.hex) “\(run.string)” "
                + "at \(run.places)"
        case .bitmap(let bitmap, let rect): "bitmap \(bitmap.width)×\(bitmap.height) \(rect.text)"
        case .art(_, let rect): "art \(rect.text)"
        case .link(let rect, let target): "link \(rect.text) \(target)"
        case .destination(let name, let point): "destination \(point.text) \(name)"
        case .begin(let transform, let clip):
            "begin\(transform == nil ? "" : " transform")\(clip.map { " clip \($0.bounds)" } ?? "")"
        case .end: "end"
        }
    }
}

extension GlyphRun {
    /// Across alone where all glyphs stand on the baseline.
    fileprivate var places: String {
        let isLevel = glyphs.allSatisfy { $0.y == 0 }
        return glyphs.map { isLevel ? Decimal.text($0.x) : "\(Decimal.text($0.x)),\(Decimal.text($0.y))" }
            .joined(separator: " ")
    }
}

extension Point {
    fileprivate var text: String { "\(Decimal.text(x)),\(Decimal.text(y))" }
}

extension Rect {
    fileprivate var text: String { "\(origin.text) \(Decimal.text(width))×\(Decimal.text(height))" }
}

extension Path {
    /// The box of all points, in words.
    fileprivate var bounds: String {
        let points = elements.flatMap { element -> [Point] in
            switch element {
            case .move(let p), .line(let p): [p]
            case .curve(let a, let b, let c): [a, b, c]
            case .close: []
            }
        }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return "–" }
        return Rect(x: left, y: top, width: right - left, height: bottom - top).text
    }
}
