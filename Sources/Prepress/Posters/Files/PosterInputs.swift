import Artifacts
import Campaign
import Diagnostics
import Edition
import Markdown
import Theme

extension PosterPress {
    /// What every poster depends on: the campaign's facts, the look, the fonts and libraries.
    func commonInputs() -> Fingerprint {
        var inputs = FingerprintBuilder("posters")
        inputs.add("facts", [edition.name, edition.short, edition.theme.line, edition.organiser])
        inputs.add("lockup", edition.theme.lockup)
        inputs.add("period", [edition.period.from.iso, edition.period.to.iso])
        inputs.add("stage", ["\(edition.stage.kind)", edition.stage.name, edition.stage.text])
        inputs.add(
            "phases",
            edition.phases.flatMap { phase in
                [phase.name, phase.range.from.iso, phase.range.to.iso, phase.text]
                    + phase.tasks.flatMap { [$0.what, $0.who, $0.due.iso] }
            })
        inputs.add("hotlines", edition.hotlines.flatMap { [$0.name, $0.number, $0.text] })
        inputs.add("channels", edition.channels.flatMap { [$0.name, $0.kind.rawValue, $0.text] })
        for channel in edition.channels { inputs.add("code", channel.code?.bytes ?? []) }
        inputs.add("types", edition.types.flatMap { [$0.name, $0.slug, $0.text] })
        inputs.add("audiences", edition.audiences.flatMap { [$0.name, $0.visit ?? ""] })
        inputs.add("sections", edition.sections.flatMap { [$0.folder.rawValue, $0.title] })
        inputs.add("site", edition.site.baseURL)
        inputs.add("theme", theme.source)
        inputs.add("fonts", fonts.fingerprint)
        return inputs.finish()
    }

    /// What one poster depends on beside: its piece, what the piece links to, its template and its sheet.
    func inputs(of ref: PosterRef, common: Fingerprint) -> Fingerprint {
        let piece = edition.pieces[ref.piece]
        var inputs = FingerprintBuilder("poster")
        inputs.add("common", common)
        inputs.add("template", ref.template)
        inputs.add("templateSource", templates.named(ref.template)?.source ?? [])
        inputs.add("size", ref.size)
        inputs.add("distance", ref.distance ?? 0)
        inputs.add("slogan", ref.slogan.map { edition.slogans[$0].id })
        inputs.add("file", piece.document.file.bytes)
        inputs.add("place", piece.document.file.path)
        inputs.add("folder", piece.folder.rawValue)
        inputs.add("head", [piece.title, piece.summary, piece.code ?? "", piece.slug])
        for node in piece.numbers.keys.sorted() { inputs.add("number", ["\(node)", piece.numbers[node] ?? ""]) }
        for node in piece.targets.keys.sorted() { add(piece.targets[node], node, to: &inputs) }
        return inputs.finish()
    }

    private func add(_ target: Target?, _ node: NodeID, to inputs: inout FingerprintBuilder) {
        switch target {
        case .piece(let index, let anchor):
            let goal = edition.pieces[index]
            inputs.add("piece", ["\(node)", goal.title, goal.page, goal.code ?? "", anchor])
        case .picture(let picture): inputs.add("picture", picture.bytes)
        case .anchor(let text), .external(let text), .staticFile(let text): inputs.add("link", ["\(node)", text])
        case nil: break
        }
    }
}
