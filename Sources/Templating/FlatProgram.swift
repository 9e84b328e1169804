/// A program laid flat for writing many pages: its steps hold no references, because counting those of the same segment
/// from two threads at once costs more than copying the segment.
struct FlatProgram: Sendable {
    private enum Step: Sendable {
        /// A part of `pool`.
        case bytes(start: Int, count: Int)
        case value(Program.Slot, raw: Bool)
        /// The steps inside are those up to `end`.
        case section(Program.Slot, frame: Int, end: Int)
        case inverted(Program.Slot, end: Int)
    }

    private var steps: [Step] = []
    private var pool: [UInt8] = []
    private let frameCount: Int

    init(_ program: Program) {
        frameCount = program.frameCount
        append(program.steps)
    }

    private mutating func append(_ source: [Program.Step]) {
        for step in source {
            switch step {
            case .bytes(let bytes):
                steps.append(.bytes(start: pool.count, count: bytes.count))
                pool += bytes
            case .value(let slot, let raw): steps.append(.value(slot, raw: raw))
            case .section(let slot, let frame, let inner):
                let place = steps.count
                steps.append(.section(slot, frame: frame, end: place))
                append(inner)
                steps[place] = .section(slot, frame: frame, end: steps.count)
            case .inverted(let slot, let inner):
                let place = steps.count
                steps.append(.inverted(slot, end: place))
                append(inner)
                steps[place] = .inverted(slot, end: steps.count)
            }
        }
    }

    /// Writes a page whose record is frame 1.
    func run(frame one: Fields, into out: inout [UInt8]) {
        var frames = [Fields](repeating: Fields(count: 0), count: frameCount)
        frames[1] = one
        unsafe pool.withUnsafeBufferPointer { pool in
            unsafe run(0..<steps.count, pool, &frames, into: &out)
        }
    }

    private func run(
        _ range: Range<Int>, _ pool: UnsafeBufferPointer<UInt8>, _ frames: inout [Fields], into out: inout [UInt8]
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            let inner = at + 1
            at = inner
            switch steps[inner - 1] {
            case .bytes(let start, let count):
                unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: pool[start..<start + count]))
            case .value(let slot, let raw):
                Program.append(Program.value(at: slot, in: frames[slot.frame]), raw: raw, to: &out)
            case .inverted(let slot, let end):
                at = end
                if Program.value(at: slot, in: frames[slot.frame])?.isShown != true {
                    unsafe run(inner..<end, pool, &frames, into: &out)
                }
            case .section(let slot, let frame, let end):
                at = end
                guard let value = Program.value(at: slot, in: frames[slot.frame]), value.isShown else { continue }
                switch value.storage {
                case .list(let records):
                    for record in records {
                        frames[frame] = record
                        unsafe run(inner..<end, pool, &frames, into: &out)
                    }
                case .group(let record):
                    frames[frame] = record
                    unsafe run(inner..<end, pool, &frames, into: &out)
                case .text, .html, .flag: unsafe run(inner..<end, pool, &frames, into: &out)
                }
            }
        }
    }
}
