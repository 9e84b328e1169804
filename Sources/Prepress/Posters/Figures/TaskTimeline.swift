import Campaign
import Drawing
import Edition
import Theme
import Typesetting

/// The phases from top to bottom along a line, at its left when, at its right each task with who does it until when; or from
/// left to right, each in a column under the line. Today's phase is lit; what is over stays, quietly.
struct TaskTimeline {
    let phases: [Phase]
    let stage: Stage
    /// Of the phases' names; the size is found.
    let head: TypeStyle
    let textColour: Colour
    let quiet: Colour
    let lit: Colour
    /// Of the phases' names.
    let sizes: ClosedRange<Points>
    var isAcross = false

    /// Sizes as parts of the names' size.
    private static let textRatio = 0.64
    private static let smallRatio = 0.55
    /// From the line to the texts at both sides.
    private static let margin = 0.7
    /// The most room between two phases, as a part of the names' size.
    private static let widestGap = 2.4

    func placed(in rect: Rect, _ setter: inout TextSetter) -> FigureResult {
        FigureResult.largest(in: sizes) {
            isAcross ? across(rect, size: $0, &setter) : down(rect, size: $0, &setter)
        }
    }

    /// Texts below each other with their tops, from the first's own top.
    private struct Column {
        var texts: [(set: SetText, top: Points, role: StructureElement?)] = []
        var height: Points = 0
        var width: Points = 0
        var excess: Points = 0

        mutating func add(_ set: SetText, gap: Points, as role: StructureElement?) {
            if !texts.isEmpty { height += gap }
            texts.append((set, height, role))
            height += set.height
            width = max(width, set.width)
            excess = max(excess, set.excess)
        }

        func placed(at origin: Point) -> [Placed] {
            texts.flatMap { $0.set.placed(at: origin.moved(by: 0, $0.top), as: $0.role) }
        }
    }

    private func across(_ rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        let count = Double(phases.count)
        let gutter = size * 1.4
        let width = (rect.width - gutter * (count - 1)) / count
        var result = FigureResult()
        for index in phases.indices {
            let x = rect.x + Double(index) * (width + gutter)
            let isNow = stage.kind == .phase(index)
            let end = index + 1 < phases.count ? x + width + gutter : rect.maxX
            let middle = rect.y + size * Self.knot / 2
            result.marks += line(from: Point(x: x, y: middle), to: Point(x: end, y: middle), isNow: isNow, size: size)
            let head = head(of: index, size: size, &setter)
            let tasks = tasks(of: phases[index], size: size, width: width, &setter)
            let top = rect.y + size * (Self.knot + 0.5)
            result.marks += head.placed(at: Point(x: x, y: top))
            result.marks += tasks.placed(at: Point(x: x, y: top + head.height + size * 0.8))
            result.excess = max(
                result.excess, top + head.height + size * 0.8 + tasks.height - rect.maxY, head.width - width,
                tasks.excess)
        }
        return result
    }

    private func down(_ rect: Rect, size: Points, _ setter: inout TextSetter) -> FigureResult {
        let heads = phases.indices.map { head(of: $0, size: size, &setter) }
        let stem = rect.x + (heads.map(\.width).max() ?? 0) + size * Self.margin
        let left = stem + size * Self.margin
        let tasks = phases.map { self.tasks(of: $0, size: size, width: rect.maxX - left, &setter) }
        let heights = zip(heads, tasks).map { max($0.height, $1.height) }
        let text = heights.reduce(0, +)
        let gaps = Double(phases.count - 1)
        var result = FigureResult(
            excess: max(0, text + size * gaps - rect.height, tasks.map(\.excess).max() ?? 0))
        let gap = gaps > 0 ? min(max(0, rect.height - text) / gaps, size * Self.widestGap) : 0
        var top = rect.y
        for index in phases.indices {
            let end = top + heights[index] + (index + 1 < phases.count ? gap : 0)
            result.marks += line(
                from: Point(x: stem, y: top + size * 0.52), to: Point(x: stem, y: end),
                isNow: stage.kind == .phase(index), size: size)
            result.marks += heads[index].placed(at: Point(x: rect.x, y: top))
            // The first task's letters stand as high as the phase's name.
            let drop = size * (1 - Self.textRatio) * 0.6
            result.marks += tasks[index].placed(at: Point(x: left, y: top + drop))
            top = end
        }
        return result
    }

    /// The side of today's knot on the line, as a part of the names' size.
    private static let knot = 0.62

    /// A stretch of the line with the knot at its beginning.
    private func line(from start: Point, to end: Point, isNow: Bool, size: Points) -> [Placed] {
        let colour = isNow ? lit : quiet
        let side = size * (isNow ? Self.knot : 0.42)
        // The whole of the knot lies beside the line that runs across, and about the middle of the one that runs down.
        let isLying = start.y == end.y
        let knot = Rect(
            x: isLying ? start.x : start.x - side / 2, y: start.y - side / 2, width: side, height: side)
        let width = size * (isNow ? 0.14 : 0.05)
        let rule = Mark.rule(from: isLying ? start : Point(x: start.x, y: knot.y), to: end, width: width, colour)
        return [Placed(rule, as: .artifact), Placed(.fill(knot, colour), as: .artifact)]
    }

    private func head(of index: Int, size: Points, _ setter: inout TextSetter) -> Column {
        let phase = phases[index]
        let colour = stage.kind == .phase(index) ? lit : head.colour
        let days = TypeStyle(font: .text, size: size * Self.textRatio, colour: colour)
        var column = Column()
        column.add(setter.line(phase.name, head.sized(size).coloured(colour)), gap: 0, as: .heading(2))
        column.add(setter.line(phase.range.shortText, days), gap: size * 0.35, as: .paragraph)
        return column
    }

    private func tasks(of phase: Phase, size: Points, width: Points, _ setter: inout TextSetter) -> Column {
        let text = TypeStyle(font: .textBold, size: size * Self.textRatio, colour: textColour, leading: 1.4)
        let small = text.font(.text).sized(size * Self.smallRatio).coloured(quiet)
        var column = Column()
        if phase.tasks.isEmpty { column.add(setter.text(phase.text, text, width: width), gap: 0, as: .paragraph) }
        for task in phase.tasks {
            column.add(setter.text(task.what, text, width: width), gap: size * 0.6, as: .paragraph)
            let who = setter.text("\(task.who)，\(task.due.chineseShort)前", small, width: width)
            column.add(who, gap: size * 0.24, as: .paragraph)
        }
        return column
    }
}
