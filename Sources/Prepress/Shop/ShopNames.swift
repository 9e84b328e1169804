import Edition

/// What files for the print shop are called: order number, size, poster, paper and copies, such as `03_A3_policy_157g_20份`.
struct ShopNames {
    let plan: BoardPlan

    func stem(of line: BoardPlan.Line) -> String {
        ([plan.label(ofNumber: line.number), line.poster.ref.size, poster(of: line)] + paper(of: line) + [
            "\(line.copies)份"
        ])
        .joined(separator: "_")
    }

    /// The template's name where no other poster of the order has it; else the slogan's or the page's name before it.
    private func poster(of line: BoardPlan.Line) -> String {
        let ref = line.poster.ref
        let isOnly = plan.lines.allSatisfy {
            $0.poster.ref.template != ref.template || $0.poster.ref.fileNameWithoutSize == ref.fileNameWithoutSize
        }
        if isOnly { return ref.template }
        return "\(line.poster.slogan?.id ?? line.poster.piece.slug)-\(ref.template)"
    }

    /// The first word: `157g` of “157g 铜版纸”.
    private func paper(of line: BoardPlan.Line) -> [String] {
        guard let word = line.paper.split(separator: " ").first else { return [] }
        var stems = FileStems()
        return [stems.stem(for: String(word))]
    }
}
