/// A compiled template: byte segments between places to fill. Frames are records at fixed positions: 0 holds what is the
/// same on all pages, 1 the page, and each section of a list or a group has a position of its own.
struct Program: Sendable {
    indirect enum Step: Sendable {
        case bytes([UInt8])
        /// The value, escaped unless it is markup and the template asked for it raw.
        case value(Slot, raw: Bool)
        /// Shown when the value is: once, or once for each record of a list, which then stands at `frame`.
        case section(Slot, frame: Int, [Step])
        case inverted(Slot, [Step])
    }

    /// Where a value is found: in a frame, and for `group.key` in the group there.
    struct Slot: Hashable, Sendable {
        var frame: Int
        var index: Int
        var inner: Int?
    }

    var steps: [Step]
    /// One more than the highest frame.
    var frameCount: Int
}

// MARK: - Values

extension Program {
    static func append(_ value: Value?, raw: Bool, to out: inout [UInt8]) {
        switch value?.storage {
        case .html(let bytes) where raw: out += bytes
        case .html(let bytes): unsafe bytes.withUnsafeBytes { unsafe Escaping.append($0, to: &out) }
        case .text(let text): unsafe text.utf8Span.span.withUnsafeBytes { unsafe Escaping.append($0, to: &out) }
        case .flag, .list, .group, nil: break
        }
    }

    /// The value of a slot, in the record that stands at its frame.
    static func value(at slot: Slot, in record: Fields) -> Value? {
        guard let value = record.slots[slot.index] else { return nil }
        guard let inner = slot.inner else { return value }
        if case .group(let record) = value.storage { return record.slots[inner] }
        return nil
    }
}

// MARK: - Folding

extension Program {
    /// The same program with what frame 0 says written into it: on a site of a thousand pages the head, the menu and the
    /// foot are then single segments of bytes.
    func folded(over zero: Fields) -> Program {
        var known = [Fields?](repeating: nil, count: frameCount)
        known[0] = zero
        return Program(steps: Self.fold(steps, &known), frameCount: frameCount)
    }

    private static func fold(_ steps: [Step], _ known: inout [Fields?]) -> [Step] {
        var result: [Step] = []
        var pending: [UInt8] = []
        func putBytes() {
            if !pending.isEmpty { result.append(.bytes(pending)) }
            pending = []
        }
        func put(_ steps: [Step]) {
            for step in steps {
                if case .bytes(let more) = step {
                    pending += more
                } else {
                    putBytes()
                    result.append(step)
                }
            }
        }
        for step in steps {
            switch step {
            case .bytes: put([step])
            case .value(let slot, let raw):
                if let record = known[slot.frame] {
                    append(value(at: slot, in: record), raw: raw, to: &pending)
                } else {
                    put([step])
                }
            case .inverted(let slot, let inner):
                guard let record = known[slot.frame] else {
                    put([.inverted(slot, fold(inner, &known))])
                    continue
                }
                if value(at: slot, in: record)?.isShown != true { put(fold(inner, &known)) }
            case .section(let slot, let frame, let inner):
                guard let record = known[slot.frame] else {
                    put([.section(slot, frame: frame, fold(inner, &known))])
                    continue
                }
                guard let value = value(at: slot, in: record), value.isShown else { continue }
                for record in records(of: value) {
                    known[frame] = record ?? known[frame]
                    put(fold(inner, &known))
                }
                if frame > 0 { known[frame] = nil }
            }
        }
        putBytes()
        return result
    }

    /// What a section of a value runs over; nil where no record stands.
    private static func records(of value: Value) -> [Fields?] {
        switch value.storage {
        case .list(let records): records
        case .group(let record): [record]
        case .text, .html, .flag: [nil]
        }
    }
}

// MARK: - Canonical bytes

extension Program {
    /// Bytes that are equal for programs that write the same pages from the same records.
    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        Self.append(steps, to: &bytes)
        return bytes
    }

    private static func append(_ steps: [Step], to bytes: inout [UInt8]) {
        for step in steps {
            switch step {
            case .bytes(let content):
                append([1, content.count], to: &bytes)
                bytes += content
            case .value(let slot, let raw): append([raw ? 2 : 3] + numbers(slot), to: &bytes)
            case .section(let slot, let frame, let inner):
                append([4] + numbers(slot) + [frame], to: &bytes)
                append(inner, to: &bytes)
            case .inverted(let slot, let inner):
                append([5] + numbers(slot), to: &bytes)
                append(inner, to: &bytes)
            }
        }
        append([0], to: &bytes)
    }

    private static func numbers(_ slot: Slot) -> [Int] { [slot.frame, slot.index, slot.inner ?? -1] }

    private static func append(_ numbers: [Int], to bytes: inout [UInt8]) {
        for number in numbers {
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
    }
}
