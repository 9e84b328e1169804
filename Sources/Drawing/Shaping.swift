import CHarfBuzz

/// A part of a text that is set in one role and size.
package struct ShapingRun: Hashable, Sendable {
    /// The byte behind the part's last one.
    package var end: Int
    package var role: FontRole
    package var size: Points

    package init(end: Int, role: FontRole, size: Points) {
        self.end = end
        self.role = role
        self.size = size
    }
}

/// A text with its glyphs, cut into clusters: the smallest parts that a line may be broken or spread between.
package struct ShapedText: Sendable {
    package var text: [UInt8]
    package var clusters: [Cluster] = []
    package var glyphs: [Glyph] = []
    /// Characters that no face of their role has.
    package var missing: [Missing] = []
    /// Characters that the role's own face lacks and another face gives.
    package var substituted: [Substitution] = []

    package struct Cluster: Sendable {
        package var byte: Int32
        package var length: Int32
        package var firstGlyph: Int32
        package var glyphCount: Int32
        /// The first scalar.
        package var scalar: UInt32
        package var advance: Points
        /// The em.
        package var size: Points
        package var face: FaceID
        /// The index of the run that it belongs to.
        package var run: Int32
        /// Unicode allows a line to end before it.
        package var breakBefore: Bool
        /// Odd where it runs from right to left.
        package var level: UInt8
    }

    /// Offsets are from the pen position; advances are in points.
    package struct Glyph: Sendable {
        package var id: UInt32
        package var dx: Points
        package var dy: Points
        package var advance: Points
    }

    package struct Missing: Hashable, Sendable {
        package var byte: Int
        package var scalar: Unicode.Scalar
        package var role: FontRole
    }

    package struct Substitution: Hashable, Sendable {
        package var byte: Int
        package var scalar: Unicode.Scalar
        package var role: FontRole
        package var face: FaceID
    }
}

extension FontBook {
    /// Shapes a paragraph. `runs` cover the text in order; control characters become clusters without glyphs.
    package func shape(_ text: [UInt8], runs: [ShapingRun]) -> ShapedText {
        let units = TextUnits(text)
        var result = ShapedText(text: text)
        guard !units.scalars.isEmpty, !runs.isEmpty else { return result }
        result.clusters.reserveCapacity(units.scalars.count)
        result.glyphs.reserveCapacity(units.scalars.count)
        // To C a zero ends a text: it would say nothing about what stands behind.
        let whole = text.contains(0) ? text.map { $0 == 0 ? 1 : $0 } : text
        let breaks = BreakOpportunities(text: whole, scalarCount: units.scalars.count)
        let levels = Direction.levels(of: whole, scalars: units.scalars)
        var shaper = RunShaper(book: self, units: units, breaks: breaks.flags, levels: levels)
        var start = 0
        var run = 0
        while start < units.scalars.count {
            while run < runs.count - 1, Int(units.offsets[start]) >= runs[run].end { run += 1 }
            let segment = shaper.segment(from: start, run: runs[run], &result)
            shaper.shape(segment, run: runs[run], runIndex: run, into: &result)
            start = segment.scalars.upperBound
        }
        return result
    }
}

/// A text as scalars with the offset of each in bytes.
struct TextUnits {
    let text: [UInt8]
    private(set) var scalars: [UInt32] = []
    private(set) var offsets: [Int32] = []

    init(_ text: [UInt8]) {
        self.text = text
        scalars.reserveCapacity(text.count / 2)
        offsets.reserveCapacity(text.count / 2 + 1)
        var offset: Int32 = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            scalars.append(scalar.value)
            offsets.append(offset)
            offset += Int32(UTF8.width(scalar))
        }
        offsets.append(offset)
    }
}

/// Shapes one segment after another with one HarfBuzz buffer.
@safe
private struct RunShaper: ~Copyable {
    /// Scalars of one face, script and direction.
    struct Segment {
        var scalars: Range<Int>
        var face: FaceID
        var level: UInt8
        var script: hb_script_t
        /// Nothing to draw: a control character, or no face at all.
        var isEmpty: Bool
    }

    private let book: FontBook
    private let units: TextUnits
    private let breaks: [UInt8]
    private let levels: [UInt8]?
    private let buffer: OpaquePointer?
    private let language: OpaquePointer?

    init(book: FontBook, units: TextUnits, breaks: [UInt8], levels: [UInt8]?) {
        self.book = book
        self.units = units
        self.breaks = breaks
        self.levels = levels
        unsafe buffer = hb_buffer_create()
        unsafe language = hb_language_from_string("zh-cn", -1)
    }

    deinit { unsafe hb_buffer_destroy(buffer) }

    /// The longest part from `start` that one call of HarfBuzz can shape.
    func segment(from start: Int, run: ShapingRun, _ result: inout ShapedText) -> Segment {
        let chain = book.chain(of: run.role)
        let level = levels?[start] ?? 0
        // A book without the role has nothing to draw either.
        if chain.isEmpty, let scalar = Unicode.Scalar(units.scalars[start]) {
            result.missing.append(.init(byte: Int(units.offsets[start]), scalar: scalar, role: run.role))
        }
        if isControl(units.scalars[start]) || chain.isEmpty {
            return Segment(
                scalars: start..<start + 1, face: chain.first ?? FaceID(index: 0), level: level,
                script: HB_SCRIPT_COMMON, isEmpty: true)
        }
        var face = self.face(at: start, chain, run.role, &result)
        var script = self.script(of: units.scalars[start])
        var end = start + 1
        while end < units.scalars.count, Int(units.offsets[end]) < run.end, (levels?[end] ?? 0) == level {
            let scalar = units.scalars[end]
            if isControl(scalar) { break }
            let next = self.script(of: scalar)
            if next != HB_SCRIPT_INHERITED, next != HB_SCRIPT_COMMON, next != script {
                if script != HB_SCRIPT_COMMON, script != HB_SCRIPT_INHERITED { break }
                script = next
            }
            if next != HB_SCRIPT_INHERITED, !FontBook.isInvisible(scalar), breaks[end] & BreakOpportunities.cursor != 0
            {
                if book.face(face).glyph(of: scalar) == nil || face != chain.first {
                    let other = self.face(at: end, chain, run.role, &result)
                    if other != face { break }
                    face = other
                }
            }
            end += 1
        }
        return Segment(scalars: start..<end, face: face, level: level, script: script, isEmpty: false)
    }

    /// The first face of the chain that has the character; the role's own if none has.
    private func face(at index: Int, _ chain: [FaceID], _ role: FontRole, _ result: inout ShapedText) -> FaceID {
        let scalar = units.scalars[index]
        for (place, face) in chain.enumerated() where book.face(face).glyph(of: scalar) != nil {
            if place > 0, let scalar = Unicode.Scalar(scalar) {
                result.substituted.append(
                    .init(byte: Int(units.offsets[index]), scalar: scalar, role: role, face: face))
            }
            return face
        }
        return chain.first ?? FaceID(index: 0)
    }

    private func isControl(_ scalar: UInt32) -> Bool {
        scalar < 0x20 || scalar == 0x7F || scalar == 0x2028 || scalar == 0x2029
    }

    private func script(of scalar: UInt32) -> hb_script_t {
        // Han is by far the commonest: not worth a look-up.
        if (0x4E00...0x9FFF).contains(scalar) { return HB_SCRIPT_HAN }
        return unsafe hb_unicode_script(hb_unicode_funcs_get_default(), scalar)
    }

    mutating func shape(_ segment: Segment, run: ShapingRun, runIndex: Int, into result: inout ShapedText) {
        let start = Int(units.offsets[segment.scalars.lowerBound])
        let end = Int(units.offsets[segment.scalars.upperBound])
        guard !segment.isEmpty else {
            appendEmptyCluster(segment, run: run, runIndex: runIndex, to: &result)
            return
        }
        unsafe hb_buffer_clear_contents(buffer)
        unsafe units.text.withUnsafeBytes { bytes in
            unsafe hb_buffer_add_utf8(
                buffer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), UInt32(start),
                Int32(end - start))
        }
        let backwards = segment.level % 2 == 1
        unsafe hb_buffer_set_direction(buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        unsafe hb_buffer_set_script(buffer, segment.script)
        unsafe hb_buffer_set_language(buffer, language)
        let face = book.face(segment.face)
        unsafe hb_shape(face.font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
            let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
        else { return }
        unsafe collect(
            infos, positions, Int(count), segment: segment, scale: run.size / face.unitsPerEm, run: run,
            runIndex: runIndex, into: &result)
    }

    private func appendEmptyCluster(_ segment: Segment, run: ShapingRun, runIndex: Int, to result: inout ShapedText) {
        let first = segment.scalars.lowerBound
        result.clusters.append(
            .init(
                byte: units.offsets[first], length: units.offsets[first + 1] - units.offsets[first],
                firstGlyph: Int32(result.glyphs.count), glyphCount: 0, scalar: units.scalars[first], advance: 0,
                size: run.size, face: segment.face, run: Int32(runIndex),
                breakBefore: breaks[first] & BreakOpportunities.line != 0, level: segment.level))
    }

    /// Gathers the glyphs of each cluster, in the order of the text whatever the direction.
    private func collect(
        _ infos: UnsafeMutablePointer<hb_glyph_info_t>, _ positions: UnsafeMutablePointer<hb_glyph_position_t>,
        _ count: Int, segment: Segment, scale: Double, run: ShapingRun, runIndex: Int, into result: inout ShapedText
    ) {
        var scalar = segment.scalars.lowerBound
        var done = 0
        let backwards = segment.level % 2 == 1
        while done < count {
            let at = backwards ? count - 1 - done : done
            let cluster = unsafe infos[at].cluster
            var size = 1
            while done + size < count,
                unsafe infos[backwards ? at - size : at + size].cluster == cluster
            { size += 1 }
            let first = backwards ? at - size + 1 : at
            done += size
            let nextByte =
                done < count
                ? Int32(unsafe infos[backwards ? count - 1 - done : done].cluster)
                : units.offsets[segment.scalars.upperBound]
            let begin = scalar
            while scalar < segment.scalars.upperBound, units.offsets[scalar] < nextByte { scalar += 1 }
            var advance = 0.0
            let firstGlyph = result.glyphs.count
            for glyph in first..<first + size {
                let width = Double(unsafe positions[glyph].x_advance) * scale
                let id = unsafe infos[glyph].codepoint
                result.glyphs.append(
                    .init(
                        id: id, dx: Double(unsafe positions[glyph].x_offset) * scale,
                        dy: -Double(unsafe positions[glyph].y_offset) * scale, advance: width))
                advance += width
                if id == 0 {
                    // Of a letter with marks above it, the one that the face lacks.
                    let lacking = (begin..<scalar).first { book.face(segment.face).glyph(of: units.scalars[$0]) == nil }
                    let index = lacking ?? begin
                    if let missing = Unicode.Scalar(units.scalars[index]) {
                        result.missing.append(.init(byte: Int(units.offsets[index]), scalar: missing, role: run.role))
                    }
                }
            }
            result.clusters.append(
                .init(
                    byte: units.offsets[begin], length: nextByte - units.offsets[begin],
                    firstGlyph: Int32(firstGlyph), glyphCount: Int32(size), scalar: units.scalars[begin],
                    advance: advance, size: run.size, face: segment.face, run: Int32(runIndex),
                    breakBefore: breaks[begin] & BreakOpportunities.line != 0, level: segment.level))
        }
    }
}
