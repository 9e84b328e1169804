/// Numbers of two digits that stand upright in a column of vertical text (纵中横): two characters side by side in one cell, where
/// every other character has a cell of its own.
enum UprightNumbers {
    /// The characters with such digits put below each other, half a cell for each.
    static func divided(_ characters: [PageBoxes.Character]) -> [PageBoxes.Character] {
        var result = characters
        let written = characters.indices.filter { !BoxLayers.isSpace(characters[$0].scalar) }
        for place in written.indices.dropLast() {
            let (a, b) = (characters[written[place]], characters[written[place + 1]])
            guard isPair(a, b) else { continue }
            let others = [place - 1, place + 2].filter(written.indices.contains).map { characters[written[$0]] }
            let middle = (a.x + b.x + b.advance) / 2
            guard !others.contains(where: { $0.turn == .upright && abs($0.y - a.y) < 0.3 * a.size }),
                let other = others.first(where: { isInColumn($0, middle, a) })
            else { continue }
            for (index, half) in [(written[place], 0.0), (written[place + 1], 0.5)] {
                result[index].turn = .vertical
                result[index].x = middle
                result[index].y = a.y - (0.88 - half) * other.size
                result[index].advance = 0.5 * other.size
                result[index].size = other.size
            }
        }
        return result
    }

    /// Two narrow digits close together.
    private static func isPair(_ a: PageBoxes.Character, _ b: PageBoxes.Character) -> Bool {
        func isDigit(_ character: PageBoxes.Character) -> Bool {
            (0x30...0x39).contains(character.scalar) && character.turn == .upright
                && character.advance < 0.7 * character.size
        }
        return isDigit(a) && isDigit(b) && abs(a.y - b.y) < 0.05 * a.size && abs(b.x - a.x - a.advance) < 0.2 * a.size
    }

    /// Whether a character stands right above or below the middle of the pair, whose digits may be a little smaller.
    private static func isInColumn(_ other: PageBoxes.Character, _ middle: Double, _ digit: PageBoxes.Character) -> Bool
    {
        let em = digit.size
        guard other.turn == .upright else { return false }
        let distance = abs(other.y - digit.y)
        return abs(other.size - em) < 0.2 * em && abs(other.x + other.advance / 2 - middle) < 0.2 * em
            && distance > 0.4 * em && distance < 1.5 * em
    }
}
