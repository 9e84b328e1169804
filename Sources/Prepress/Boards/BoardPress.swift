import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Tables
import Theme

/// Makes the board plan and the print order; nothing for a campaign without places.
struct BoardPress {
    let press: PosterPress
    let plan: BoardPlan

    func artifacts() throws(Fault) -> [Artifact] {
        guard !plan.boards.isEmpty else { return [] }
        return try [boardPlan()] + orders()
    }

    /// Of every poster that hangs somewhere, once, in the edition's order.
    private var hung: [PosterContext] {
        let hung = Set(plan.boards.flatMap { $0.posters.map(\.ref) })
        return press.contexts.filter { hung.contains($0.ref) }
    }

    private func boardPlan() throws(Fault) -> Artifact {
        var files: [BoardPictures.Files] = []
        for poster in hung {
            files.append(
                BoardPictures.Files(
                    ref: poster.ref, pdf: try PosterFormat.pdf.output(of: poster.ref),
                    picture: try PosterFormat.smallPicture.output(of: press.shown(for: poster.ref))))
        }
        let used = files
        let pages = BoardPlanPages(plan: plan, edition: press.edition, theme: press.theme)
        let book = press.book
        return Artifact(
            path: try OutputPath("posters/board-plan.pdf"), share: .posters, inputs: inputs(),
            needs: files.flatMap { [$0.pdf, $0.picture] }.unique
        ) { needs, sink in
            let pictures = try BoardPictures(used, from: needs)
            let made = try pages.made(with: pictures, fonts: try book.value())
            sink.write(made.bytes)
            return Rendered(diagnostics: made.diagnostics, pages: made.pages)
        }
    }

    private func orders() throws(Fault) -> [Artifact] {
        let lines = plan.lines
        let properties = PrintOrder.properties(of: press.edition)
        var files: [OutputPath] = []
        for line in lines { files.append(try PosterFormat.pdf.output(of: line.poster.ref)) }
        let wanted = files
        let names = lines.map { "\($0.poster.ref.fileName).pdf" }
        var inputs = FingerprintBuilder("print order")
        inputs.add("properties", [properties.title, properties.author, press.edition.period.from.iso])
        inputs.add("lines", lines.flatMap { $0.facts })
        let fingerprint = inputs.finish()
        func order(_ kind: String, _ bytes: @escaping @Sendable (PrintOrder) throws -> [UInt8]) throws(Fault)
            -> Artifact
        {
            Artifact(
                path: try OutputPath("posters/print-order.\(kind)"), share: .posters, inputs: fingerprint, needs: wanted
            ) { needs, sink in
                let sheets = try wanted.map { try needs.pages(of: $0) ?? 1 }
                sink.write(try bytes(PrintOrder(lines: lines, sheets: sheets, files: names)))
                return Rendered()
            }
        }
        return [
            try order("csv") { $0.table.csv }, try order("xlsx") { try $0.table.workbook(properties) },
        ]
    }

    private func inputs() -> Fingerprint {
        let edition = press.edition
        var inputs = FingerprintBuilder("board plan")
        inputs.add("theme", press.theme.source)
        inputs.add("fonts", press.fonts.fingerprint)
        inputs.add("campaign", [edition.name, edition.organiser, edition.theme.line, edition.period.from.iso])
        for hung in plan.boards {
            let board = hung.board
            inputs.add("board", [board.name, board.kind.rawValue, board.size, board.unit ?? ""])
            inputs.add("quantity", board.quantity)
            // Diagnostics name the row.
            inputs.add("row", [board.place.file, "\(board.place.line)"])
            inputs.add("posters", hung.posters.flatMap { [$0.ref.stem, $0.title] })
        }
        inputs.add("order", plan.lines.flatMap { $0.facts })
        return inputs.finish()
    }
}

extension BoardPlan.Line {
    /// For fingerprints.
    var facts: [String] {
        ["\(number)", poster.title, poster.template.name, poster.ref.stem, paper, "\(copies)"] + places
    }
}

extension PosterFormat {
    func output(of ref: PosterRef) throws(Fault) -> OutputPath { try OutputPath(path(of: ref)) }
}

extension PosterPress {
    /// The poster whose small picture stands for this one too.
    func shown(for ref: PosterRef) -> PosterRef {
        if ref.isShown { return ref }
        let others = contexts.lazy.map(\.ref).filter { $0.piece == ref.piece && $0.isShown }
        return others.first { $0.standsFor(ref) } ?? ref
    }
}

extension [OutputPath] {
    /// Each once, in the order of its first place.
    var unique: [OutputPath] {
        var seen: Set<OutputPath> = []
        return filter { seen.insert($0).inserted }
    }
}
