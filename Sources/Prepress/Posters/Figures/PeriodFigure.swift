import Campaign
import Drawing
import Theme
import Typesetting

/// The campaign's period as one line of numerals, their units small beside them: 2024年 7月1日—31日.
struct PeriodFigure {
    let period: DateRange
    let style: TypeStyle
    let sizes: ClosedRange<Points>

    /// Units are this part of the numerals' size: three steps of √2 smaller.
    private static let unit = 0.36
    private static let digitHeight = 0.73

    /// Texts and whether each is a numeral.
    private var parts: [(text: String, isNumeral: Bool)] {
        let (from, to) = (period.from, period.to)
        var parts = [("\(from.year)年", false)]
        parts += [("\(from.month)", true), ("月", false), ("\(from.day)", true), ("日", false), ("—", true)]
        if to.year != from.year { parts.append(("\(to.year)年", false)) }
        parts += [("\(to.month)", true), ("月", false), ("\(to.day)", true), ("日", false)]
        return parts
    }

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        let natural = run(at: 100, &setter)
        let size = min(sizes.upperBound, rect.height / Self.digitHeight, rect.width / natural.width * 100)
        let run = run(at: size, &setter)
        let baseline = rect.y + (rect.height + size * Self.digitHeight) / 2
        var marks: [Placed] = []
        let role = StructureElement.paragraph
        for (set, x) in run.parts {
            let origin = Point(x: rect.x + x, y: baseline - EmBox.ascent * set.style.size)
            marks += set.placed(at: origin, as: role)
        }
        return FigureResult(marks: marks, excess: max(0, sizes.lowerBound - size))
    }

    private func run(
        at size: Points, _ setter: inout TextSetter
    ) -> (parts: [(set: SetText, x: Points)], width: Points) {
        var x = 0.0
        var result: [(set: SetText, x: Points)] = []
        for (text, isNumeral) in parts {
            let part = isNumeral ? style.sized(text == "—" ? size * 0.7 : size) : style.sized(size * Self.unit)
            let set = setter.line(text, part.font(isNumeral ? style.font : .textBold))
            let isDash = text == "—"
            x += isDash ? size * 0.06 : 0
            result.append((set, x))
            x += set.width + size * (isDash ? 0.16 : isNumeral ? 0.04 : 0.1)
        }
        return (result, x)
    }
}
