/// Finds what a person probably meant by a misspelt word.
package enum Suggestion {
    /// The candidate that is nearest to the word, or nil when none is near: at most a third of the word's characters may
    /// differ, and at least one. Ties go to the candidate that stands first.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let typed = folded(word)
        // No known word is this long, and the distance grows with the square of the length.
        guard !typed.isEmpty, typed.count <= 64 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let known = folded(candidate)
            let allowed = max(1, min(typed.count, known.count) / 3)
            let distance = editDistance(typed, known)
            if distance <= allowed, distance < known.count, distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// Scalars without case, with full-width letters and digits as ASCII, spaces and hyphens as underscores.
    private static func folded(_ word: String) -> [UInt32] {
        word.lowercased().unicodeScalars.map { scalar in
            switch scalar.value {
            case 0xFF01...0xFF5E: scalar.value - 0xFEE0
            case 0x20, 0x2D: 0x5F
            default: scalar.value
            }
        }
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
