import Chinese

/// A page's characters sorted by the direction in which they are read, as boxes.
///
/// Browsers write vertical text as single upright characters, one below the other; so the direction is found from how
/// each character follows the one before it in the file.
struct BoxLayers {
    private(set) var horizontal: [Box] = []
    private(set) var vertical: [Box] = []
    /// Characters in other directions, which are not checked.
    private(set) var turned = 0

    init(_ page: PageBoxes) {
        let characters = UprightNumbers.divided(
            page.characters.filter { !Self.isBlank($0.scalar) || Self.isSpace($0.scalar) })
        let isBelow = Self.followsBelow(characters)
        horizontal.reserveCapacity(characters.count)
        var isSpaced = false
        for (index, character) in characters.enumerated() {
            if Self.isSpace(character.scalar) {
                isSpaced = true
                continue
            }
            var box: Box
            switch character.turn {
            case .upright where isBelow[index]: box = Self.standing(character)
            case .upright:
                box = Box(
                    TextLayer.seen(character.scalar), start: character.x, end: character.x + character.advance,
                    base: character.y, size: character.size, font: character.font)
            case .vertical, .clockwise: box = Self.lying(character)
            case .other:
                turned += 1
                continue
            }
            box.isSpaced = isSpaced
            box.written = character.scalar
            isSpaced = false
            if character.turn == .upright, !isBelow[index] { horizontal.append(box) } else { vertical.append(box) }
        }
        Self.divideLigatures(&horizontal)
        Self.divideLigatures(&vertical)
    }

    /// A character of a vertical font, or turned Latin: the column runs through its middle.
    private static func lying(_ character: PageBoxes.Character) -> Box {
        Box(
            TextLayer.seen(character.scalar), start: character.y, end: character.y + character.advance,
            base: -(character.x + (character.turn == .vertical ? 0 : 0.38 * character.size)), size: character.size,
            font: character.font)
    }

    /// An upright character in a column: its cell begins 0.88 em above the baseline, the column runs through its middle.
    private static func standing(_ character: PageBoxes.Character) -> Box {
        let top = character.y - 0.88 * character.size
        return Box(
            TextLayer.seen(character.scalar), start: top, end: top + character.size,
            base: -(character.x + character.advance / 2), size: character.size, font: character.font)
    }

    /// Two characters that one glyph shows, as —— in many fonts: the first has the whole width, the second none.
    private static func divideLigatures(_ boxes: inout [Box]) {
        for index in boxes.indices.dropFirst()
        where boxes[index].advance < 0.01 * boxes[index].size && boxes[index].scalar == boxes[index - 1].scalar
            && boxes[index - 1].advance > 1.2 * boxes[index].size
        {
            let end = boxes[index - 1].end
            boxes[index - 1].end = (boxes[index - 1].start + end) / 2
            boxes[index].start = boxes[index - 1].end
            boxes[index].end = end
        }
    }

    /// Whether a character belongs to a column: it stands right below the one before it, or above the one after it, and
    /// beside neither.
    private static func followsBelow(_ characters: [PageBoxes.Character]) -> [Bool] {
        var result = [Bool](repeating: false, count: characters.count)
        var previous: Int?
        var isBeside = false
        for index in characters.indices where characters[index].turn == .upright && !isSpace(characters[index].scalar) {
            defer { previous = index }
            guard let before = previous else { continue }
            let (a, b) = (characters[before], characters[index])
            let em = a.size
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let stands = abs(dx) < 0.3 * em && dy > 0.4 * em && dy < 1.45 * em && abs(a.size - b.size) < 0.05 * em
            if stands, !isBeside { result[before] = true }
            result[index] = stands
            isBeside = abs(dy) < 0.3 * em && dx > -0.1 * em && dx < 2.5 * em
        }
        let written = characters.indices.filter { !isSpace(characters[$0].scalar) }
        for (previous, index) in zip(written, written.dropFirst()) {
            join(index, to: previous, of: characters, &result)
        }
        for (index, next) in zip(written, written.dropFirst()).reversed() {
            join(index, to: next, of: characters, &result)
        }
        return result
    }

    /// A single upright character beside turned Latin belongs to its column as well.
    private static func join(
        _ index: Int, to other: Int, of characters: [PageBoxes.Character], _ isBelow: inout [Bool]
    ) {
        let (a, b) = (characters[index], characters[other])
        guard a.turn == .upright, !isBelow[index], isBelow[other] || b.turn == .clockwise || b.turn == .vertical,
            abs(a.size - b.size) < 0.05 * a.size
        else { return }
        let own = standing(a)
        let beside = b.turn == .upright ? standing(b) : lying(b)
        let gap = max(own.start - beside.end, beside.start - own.end)
        isBelow[index] = abs(own.base - beside.base) < 0.3 * a.size && gap > -0.75 * a.size && gap < 1.2 * a.size
    }

    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: true
        default: false
        }
    }

    /// Controls and marks without a place of their own.
    private static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
            true
        default: isSpace(scalar)
        }
    }
}
