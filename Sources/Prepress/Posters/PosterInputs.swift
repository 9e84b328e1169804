import Artifacts
import Campaign
import Diagnostics
import Edition
import Markdown
import Theme

/// What the bytes of a poster depend on: its piece, the facts that its template shows, the look, the fonts and the
/// libraries. Not the rest of the edition: another piece leaves this poster as it is.
struct PosterInputs {
    let context: PosterContext
    let fonts: PressFonts

    func fingerprint() -> Fingerprint {
        var inputs = FingerprintBuilder("poster")
        inputs.add("theme", context.theme.source)
        inputs.add("template", context.template.name)
        inputs.add("template files", context.template.source)
        inputs.add("fonts", fonts.fingerprint)
        inputs.add("words", "ICU \(WordBreaks.version)")
        inputs.add("size", context.ref.size)
        inputs.add("distance", context.ref.distance ?? context.template.distance)
        addPiece(&inputs)
        for frame in context.template.frames { addFacts(of: frame.take, &inputs) }
        if context.template.frames.contains(where: \.hasLogo) { inputs.add("logo", context.edition.logo?.bytes ?? []) }
        return inputs.finish()
    }

    private func addPiece(_ inputs: inout FingerprintBuilder) {
        let piece = context.piece
        inputs.add("title", piece.title)
        inputs.add("date", piece.date.iso)
        inputs.add("updated", piece.updated?.iso)
        inputs.add("verified", piece.verified)
        inputs.add("elderly", piece.isForElderly)
        inputs.add("organiser", context.edition.organiser)
        inputs.add("theme line", context.edition.theme.line)
        // Diagnostics name places, so the file's path and bytes are inputs even where only one slogan is shown.
        inputs.add("file", piece.document.file.path)
        if let slogan = context.slogan {
            inputs.add("slogan", slogan.text)
            inputs.add("place", Int(piece.document.nodes[slogan.node].sourceByte))
        } else {
            inputs.add("source", piece.document.file.bytes)
            for (node, number) in piece.numbers.sorted(by: { $0.key < $1.key }) {
                inputs.add("node", node)
                inputs.add("number", number)
            }
            addPictures(of: piece, &inputs)
        }
    }

    private func addPictures(of piece: Piece, _ inputs: inout FingerprintBuilder) {
        for (node, target) in piece.targets.sorted(by: { $0.key < $1.key }) {
            guard case .picture(let picture) = target else { continue }
            inputs.add("node", node)
            inputs.add("picture", picture.bytes)
        }
    }

    /// The facts behind a frame that are not in the piece's own file.
    private func addFacts(of take: Take, _ inputs: inout FingerprintBuilder) {
        let edition = context.edition
        switch take {
        case .title, .lead, .body, .item, .firstClause, .otherClauses, .checklist, .checklistTitle, .section, .label,
            .organiser, .scale, .roll:
            break
        case .summary: inputs.add("summary", context.piece.summary)
        case .theme: inputs.add("lockup", edition.theme.lockup)
        case .name: inputs.add("name", edition.name)
        case .short: inputs.add("short", edition.short)
        case .period: addPeriod(&inputs)
        case .phase, .steps:
            addPeriod(&inputs)
            if case .phase(let index) = edition.stage.kind { inputs.add("stage", index) }
            for phase in edition.phases {
                inputs.add("phase", [phase.name, phase.range.from.iso, phase.range.to.iso, phase.text])
            }
        case .tasks:
            addPeriod(&inputs)
            if case .phase(let index) = edition.stage.kind { inputs.add("stage", index) }
            for phase in edition.phases {
                inputs.add("phase", [phase.name, phase.range.from.iso, phase.range.to.iso, phase.text])
                inputs.add("tasks", phase.tasks.flatMap { [$0.what, $0.who, $0.due.iso] })
            }
        case .hotlines, .number, .hotline, .otherHotlines:
            for hotline in edition.hotlines { inputs.add("hotline", [hotline.name, hotline.number, hotline.text]) }
            inputs.add("search", edition.channels.searchLines)
        case .channels:
            inputs.add("channels", edition.channels.searchLines)
            for channel in edition.channels {
                inputs.add("account", channel.name)
                inputs.add("code", channel.code?.bytes ?? [])
            }
        case .audiences: inputs.add("audiences", edition.audiences.flatMap { [$0.name, $0.visit ?? "-"] })
        case .types(let kind):
            for type in edition.types(of: kind) {
                inputs.add("type", [type.name, type.text])
                inputs.add("pictogram", context.pictograms.source(of: type.pictogram))
            }
        case .qr:
            inputs.add("address", edition.shortURL(of: context.piece))
            inputs.add("reserved", edition.site.isReserved)
        case .meta(let meta):
            if meta == .section {
                inputs.add("section", edition.sections.first { $0.folder == context.piece.folder }?.title)
            }
            if meta == .type { inputs.add("type", context.piece.caseFacts?.type.name) }
        }
    }

    private func addPeriod(_ inputs: inout FingerprintBuilder) {
        inputs.add("period", [context.edition.period.from.iso, context.edition.period.to.iso])
    }
}
