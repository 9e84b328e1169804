import Diagnostics
import Drawing
import Typesetting

/// Finds the sizes of running text and the heights of stacked frames: text that belongs together has one size, the largest
/// that fits, and frames of a stack share its height by need.
struct FrameSizing {
    struct Sized {
        var rect: Rect
        var size: Points
    }

    private let frames: [FlowFrame]
    private var rects: [String: Rect]
    private let stacks: [PosterTemplate.Stack]
    private let context: PosterContext
    private var sizes: [String: Points] = [:]
    private var report = Report()

    init(_ frames: [FlowFrame], rects: [String: Rect], context: PosterContext) {
        self.frames = frames
        self.rects = rects
        self.context = context
        let names = Set(frames.map(\.spec.name))
        stacks = context.template.stacks.map { stack in
            .init(frames: stack.frames.filter(names.contains), gap: stack.gap, columns: stack.columns)
        }.filter { $0.frames.count > 1 }
        for frame in frames { sizes[frame.spec.name] = context.sizes(frame.spec).lowerBound }
    }

    /// The rectangle and size of each frame, by name. Where two stacks share their width, the division that allows the
    /// largest type is taken, and of equals the one nearest to the art.
    mutating func solved() -> [String: Sized] {
        var best = self
        best.solveGroups()
        for division in divisions {
            var trial = self
            trial.rects = division
            trial.solveGroups()
            if trial.typeSize > best.typeSize + 0.01 { best = trial }
        }
        self = best
        return placed()
    }

    private mutating func solveGroups() {
        for group in groups { solve(group) }
    }

    /// The size of the text that decides: that of the first group.
    private var typeSize: Points { groups.first?.first.flatMap { sizes[$0.spec.name] } ?? 0 }

    /// The rectangles with the space between two stacks at each allowed column, nearest to the art first.
    private var divisions: [[String: Rect]] {
        guard let index = stacks.firstIndex(where: { $0.columns != nil }), index + 1 < stacks.count,
            let allowed = stacks[index].columns, let left = extent(stacks[index]), let right = extent(stacks[index + 1])
        else { return [] }
        let gutter = right.x - left.maxX
        let column = (right.maxX - left.x - 11 * gutter) / 12
        func width(_ columns: Int) -> Points { Double(columns) * column + Double(columns - 1) * gutter }
        let drawn = Int(((left.width + gutter) / (column + gutter)).rounded())
        return allowed.filter { $0 != drawn }.sorted { abs($0 - drawn) < abs($1 - drawn) }.map { columns in
            var result = rects
            for name in stacks[index].frames { result[name]?.width = width(columns) }
            for name in stacks[index + 1].frames {
                result[name]?.x = left.x + width(columns) + gutter
                result[name]?.width = width(12 - columns)
            }
            return result
        }
    }

    private mutating func placed() -> [String: Sized] {
        var result: [String: Sized] = [:]
        for frame in frames {
            guard let rect = rects[frame.spec.name], let size = sizes[frame.spec.name] else { continue }
            result[frame.spec.name] = Sized(rect: rect, size: size)
        }
        for stack in stacks {
            for (name, rect) in stacked(stack) { result[name]?.rect = rect }
        }
        return result
    }

    /// Frames of one size. Text that may have to shrink is served first; what may grow takes what is left.
    private var groups: [[FlowFrame]] {
        var names: [String] = []
        var members: [String: [FlowFrame]] = [:]
        for frame in frames {
            let name = frame.spec.together ?? "=\(frame.spec.name)"
            if members[name] == nil { names.append(name) }
            members[name, default: []].append(frame)
        }
        let groups = names.compactMap { members[$0] }
        return groups.filter { $0.count > 1 } + groups.filter { $0.count == 1 }
    }

    private static let step = 0.25

    /// The largest size, in quarter points of the art, at which the group and everything stacked with it fits.
    private mutating func solve(_ group: [FlowFrame]) {
        let least = group.map { context.sizes($0.spec).lowerBound }.max() ?? 0
        let most = max(least, group.map { context.sizes($0.spec).upperBound }.min() ?? 0)
        let step = Self.step * context.scale
        let names = group.map(\.spec.name)
        func set(_ size: Points) { for name in names { sizes[name] = size } }
        set(most)
        guard most > least, !fits(names) else { return }
        var low = 0
        var high = Int(((most - least) / step).rounded(.up))
        while high - low > 1 {
            let middle = (low + high) / 2
            set(least + Double(middle) * step)
            if fits(names) { low = middle } else { high = middle }
        }
        set(least + Double(low) * step)
    }

    private mutating func fits(_ names: [String]) -> Bool {
        for stack in stacks where stack.frames.contains(where: names.contains) {
            let gaps = context.art(millimetres: stack.gap) * Double(stack.frames.count - 1)
            var needed = gaps
            for name in stack.frames { needed += height(name) }
            if needed > (extent(stack)?.height ?? 0) + 0.01 { return false }
        }
        for name in names where !stacks.contains(where: { $0.frames.contains(name) }) {
            guard let rect = rects[name], let frame = frame(name), let size = sizes[name] else { continue }
            if frame.spec.columns == 1, height(name) > rect.height + 0.01 { return false }
            if frame.spec.columns > 1 {
                var setter = TextSetter(fonts: frame.fonts)
                if frame.placed(in: rect, size: size, &setter).overflow != nil { return false }
            }
        }
        return true
    }

    private func frame(_ name: String) -> FlowFrame? { frames.first { $0.spec.name == name } }

    private mutating func height(_ name: String) -> Points {
        guard let frame = frame(name), let rect = rects[name], let size = sizes[name] else { return 0 }
        return frame.height(width: rect.width, size: size, reporting: &report)
    }

    /// From the first frame's top to the last one's foot.
    private func extent(_ stack: PosterTemplate.Stack) -> Rect? {
        let own = stack.frames.compactMap { rects[$0] }
        guard let first = own.first else { return nil }
        return own.dropFirst().reduce(first) { $0.union($1) }
    }

    /// Each frame as high as its text needs; what is left goes to the panels, or to the last frame without any.
    private mutating func stacked(_ stack: PosterTemplate.Stack) -> [(String, Rect)] {
        guard let extent = extent(stack) else { return [] }
        let gap = context.art(millimetres: stack.gap)
        var heights = stack.frames.map { height($0) }
        let spare = extent.height - heights.reduce(0, +) - gap * Double(heights.count - 1)
        let panels = stack.frames.indices.filter { frame(stack.frames[$0])?.spec.ground != nil }
        let takers = panels.isEmpty ? [heights.count - 1] : panels
        for index in takers { heights[index] += spare / Double(takers.count) }
        var y = extent.y
        var result: [(String, Rect)] = []
        for (name, height) in zip(stack.frames, heights) {
            if let rect = rects[name] {
                result.append((name, Rect(x: rect.x, y: y, width: rect.width, height: height)))
            }
            y += height + gap
        }
        return result
    }
}
