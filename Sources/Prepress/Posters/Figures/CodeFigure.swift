import Diagnostics
import Drawing
import QRCode
import Theme
import Typesetting

/// The QR code of the piece's short address with its caption beside it.
struct CodeFigure {
    let address: String
    /// The address is only a placeholder: the caption says so.
    let isReserved: Bool
    let caption: String
    let captionStyle: TypeStyle
    let theme: Theme

    /// Captions of codes that lead nowhere yet.
    static let reserved = "样张：网址未设定"

    /// The symbol fills the height at the right end of the rectangle, the caption stands to its left on the same foot; in an
    /// upright rectangle the symbol fills the width and the caption stands below.
    ///
    /// The quiet zone of four modules is the paper around the symbol: 1/7 of the height must be free all around.
    func placed(_ code: QRCode, in rect: Rect, atRight: Bool, _ setter: inout TextSetter) -> FigureResult {
        if rect.height > rect.width { return upright(code, in: rect, &setter) }
        let side = rect.height
        let x = atRight ? rect.maxX - side : rect.x
        let symbol = Rect(x: x, y: rect.y, width: side, height: side)
        let picture = Placed(
            .fill(path(of: code, in: symbol), theme.colours.ink), as: CodePicture.element(of: address))
        var captions: [Placed] = []
        let gap = side / 7
        let width = rect.width - side - gap
        let left = atRight ? rect.x : symbol.maxX + gap
        var bottom = symbol.maxY
        var excess = 0.0
        for (text, style) in lines.reversed() {
            var style = style
            style.alignment = atRight ? .trailing : .ragged
            let set = setter.text(text, style, width: width)
            // Set from the foot upwards, read from the top downwards.
            captions = set.placed(at: Point(x: left, y: bottom - set.height), as: .caption) + captions
            bottom -= set.height + style.size * 0.4
            excess = max(excess, set.excess, rect.y - bottom - style.size * 0.4)
        }
        return FigureResult(marks: [picture] + captions, excess: excess)
    }

    /// A phone at arm's length tells no finer modules apart (GS1 General Specifications, 5.12.3: 0.396 mm for consumers' phones).
    static let leastModule = Points.millimetres(0.4)

    /// The side of a module of the symbol in a rectangle.
    func module(in rect: Rect) throws(QRCodeError) -> Points {
        min(rect.width, rect.height) / Double(try QRCode(encoding: address).size)
    }

    private func upright(_ code: QRCode, in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        let symbol = Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.width)
        var marks = [
            Placed(.fill(path(of: code, in: symbol), theme.colours.ink), as: CodePicture.element(of: address))
        ]
        var (top, excess) = (symbol.maxY + rect.width / 7, 0.0)
        for (text, style) in lines {
            var style = style
            style.alignment = .centred
            let set = setter.text(text, style, width: rect.width)
            marks += set.placed(at: Point(x: rect.x, y: top), as: .caption)
            top += set.height + style.size * 0.4
            excess = max(excess, set.excess, top - style.size * 0.4 - rect.maxY)
        }
        return FigureResult(marks: marks, excess: excess)
    }

    private var lines: [(text: String, style: TypeStyle)] {
        [(caption, captionStyle)] + (isReserved ? [(Self.reserved, warning)] : [])
    }

    private var warning: TypeStyle { captionStyle.coloured(theme.colours.red).font(.textBold) }

    /// One path for the whole symbol: separate fills would show hairlines between the rows.
    private func path(of code: QRCode, in rect: Rect) -> Path {
        let module = rect.width / Double(code.size)
        var path = Path()
        for row in 0..<code.size {
            var column = 0
            while column < code.size {
                let start = column
                while column < code.size, code.modules[row * code.size + column] { column += 1 }
                if column > start {
                    let run = Rect(
                        x: rect.x + Double(start) * module, y: rect.y + Double(row) * module,
                        width: Double(column - start) * module, height: module)
                    path.elements += Path.rect(run).elements
                }
                column += 1
            }
        }
        return path
    }
}
