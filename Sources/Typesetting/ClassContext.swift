import Drawing

/// Classes that depend on the neighbours.
enum Context {
    static func classes(of shaped: ShapedText) -> [CharacterClass] {
        var classes = shaped.clusters.map { cluster in
            let kind = CharacterClass(cluster.scalar)
            // A space with a mark upon it is a character.
            return (kind == .space || kind == .wideSpace)
                && cluster.length > (cluster.scalar < 0x80 ? 1 : cluster.scalar < 0x800 ? 2 : 3)
                ? .letter : kind
        }
        if !classes.contains(.han), classes.contains(.letter) {
            setLatin(&classes, shaped)
        } else {
            pairDashes(&classes, shaped)
            findLatinQuotes(&classes, shaped)
        }
        return classes
    }

    /// How many neighbours of the same class stand before each.
    static func placesInRuns(_ classes: [CharacterClass]) -> [Int32] {
        var places = [Int32](repeating: 0, count: classes.count)
        for index in classes.indices.dropFirst() where classes[index] == classes[index - 1] {
            places[index] = places[index - 1] + 1
        }
        return places
    }

    /// In a text without Chinese, the marks that it shares with Chinese are Latin ones (rule 29).
    private static func setLatin(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        for index in classes.indices where shaped.clusters[index].scalar < 0x3000 && classes[index].isChineseMark {
            classes[index] = .latinMark
        }
    }

    /// Two em dashes are one 破折号 (rule 7).
    private static func pairDashes(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        for index in classes.indices.dropFirst()
        where shaped.clusters[index].scalar == 0x2014 && shaped.clusters[index - 1].scalar == 0x2014 {
            classes[index - 1] = .dash
            classes[index] = .dash
        }
    }

    /// Quotation marks are Latin when no Chinese stands between them or at either side (rule 29); an apostrophe is.
    private static func findLatinQuotes(_ classes: inout [CharacterClass], _ shaped: ShapedText) {
        var double: [Int] = []
        var single: [Int] = []
        func close(_ start: Int?, at index: Int) {
            guard let start else { return }
            let isChinese =
                classes[(start + 1)..<index].contains(.han) || isChineseNeighbour(classes, start, step: -1)
                || isChineseNeighbour(classes, index, step: 1)
            guard !isChinese else { return }
            classes[start] = .latinMark
            classes[index] = .latinMark
        }
        for index in classes.indices {
            switch shaped.clusters[index].scalar {
            case 0x201C: double.append(index)
            case 0x2018: single.append(index)
            case 0x2019 where isLetter(classes, index - 1) && (single.isEmpty || isLetter(classes, index + 1)):
                classes[index] = .latinMark
            case 0x2019: close(single.popLast(), at: index)
            case 0x201D: close(double.popLast(), at: index)
            default: break
            }
        }
    }

    private static func isLetter(_ classes: [CharacterClass], _ index: Int) -> Bool {
        classes.indices.contains(index) && classes[index] == .letter
    }

    /// What stands beside a quotation mark, typed spaces passed over; at the paragraph's edge, Chinese.
    private static func isChineseNeighbour(_ classes: [CharacterClass], _ index: Int, step: Int) -> Bool {
        var index = index + step
        while classes.indices.contains(index), classes[index] == .space { index += step }
        return !classes.indices.contains(index) || classes[index].isChinese
    }
}
