import Campaign
import Drawing
import Edition
import Theme
import Typesetting

/// The period as a bar in true proportion: each phase a stretch of it, today's phase lit, days between them left open.
struct PhaseBar {
    let period: DateRange
    let phases: [Phase]
    let stage: Stage
    let style: TypeStyle
    let accent: Colour
    /// A phase that is not today's.
    let rest: Colour
    let sizes: ClosedRange<Points>

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        FigureResult.largest(in: sizes, step: 0.96) { placed(in: rect, size: $0, &setter) }
    }

    private func placed(in rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        var result = FigureResult()
        let names = style.sized(size)
        let dates = style.sized(size * 0.72).font(.text)
        let wordsHeight = size * (1 + 0.35) + dates.size
        let bar = Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height - wordsHeight - size * 0.6)
        let days = Double(period.to.dayNumber - period.from.dayNumber + 1)
        func x(_ day: Int) -> Points { bar.x + bar.width * Double(day - period.from.dayNumber) / days }
        let gap = bar.height * 0.07
        result.marks.append(
            Placed(.stroke(.rect(bar.inset(by: gap / 4)), width: gap / 2, rest), as: .artifact))
        for (index, phase) in phases.enumerated() {
            let isNow = stage.kind == .phase(index)
            let (left, right) = (x(phase.range.from.dayNumber), x(phase.range.to.dayNumber + 1))
            let segment = Rect(x: left, y: bar.y, width: right - left - gap, height: bar.height)
            result.marks.append(Placed(.fill(segment, isNow ? accent : rest), as: .artifact))
            let colour = isNow ? accent : style.colour
            let name = setter.line(phase.name, names.coloured(colour))
            let date = setter.line(phase.range.shortText, dates.coloured(colour))
            let top = bar.maxY + size * 0.6
            result.marks += name.placed(at: Point(x: left, y: top), as: .paragraph)
            result.marks += date.placed(at: Point(x: left, y: top + size * 1.35), as: .paragraph)
            // The last words may run on over the open days behind their phase.
            let nextStart = index + 1 < phases.count ? x(phases[index + 1].range.from.dayNumber) : bar.maxX
            result.excess = max(result.excess, left + max(name.width, date.width) + size * 0.5 - nextStart)
        }
        result.excess = max(result.excess, size * 0.5 - bar.height)
        return result
    }
}

extension DateRange {
    /// `7月1日—7日`, `7月29日—8月2日`
    var shortText: String {
        if from == to { return from.chineseShort }
        return from.chineseShort + "—" + (from.month == to.month ? "\(to.day)日" : to.chineseShort)
    }
}

extension CivilDate {
    /// Days since 1 March of the year 0 (proleptic Gregorian calendar).
    var dayNumber: Int {
        let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
    }
}
