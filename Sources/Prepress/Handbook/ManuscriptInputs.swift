import Artifacts
import Campaign
import Diagnostics
import Edition
import Markdown

extension Manuscript {
    /// Everything that the pages say, for the fingerprints of what is made of it.
    var fingerprint: Fingerprint {
        var inputs = FingerprintBuilder("handbook manuscript")
        inputs.add("facts", [title, subtitle, campaign, theme.line, organiser, period.from.iso, period.to.iso])
        inputs.add("lockup", theme.lockup)
        inputs.add("logo", logo?.bytes ?? [])
        inputs.add("paper", [paper.cover, paper.text])
        inputs.add("date", date?.iso)
        inputs.add("hotlines", hotlines.flatMap { [$0.name, $0.number, $0.text] })
        inputs.add("channels", channels.flatMap { [$0.name, $0.kind.rawValue, $0.text] })
        for channel in channels { inputs.add("code", channel.code?.bytes ?? []) }
        inputs.add("timetable", timetable.flatMap { [$0.name, $0.range.from.iso, $0.range.to.iso, $0.text] })
        inputs.add("address", address?.url)
        inputs.add("sample", address?.isSample ?? false)
        inputs.add("chapters", chapters.map(\.fingerprint))
        return inputs.finish()
    }

    /// Every character that may be set, in the text and in the template's words.
    func characters(and others: [String]) -> Set<Unicode.Scalar> {
        var characters: Set<Unicode.Scalar> = []
        var texts =
            [title, subtitle, campaign, theme.line, organiser, "年月日—", address?.url ?? "", paper.cover, paper.text]
            + others
        texts += theme.lockup + hotlines.flatMap { [$0.name, $0.number, $0.text] }
        texts += channels.flatMap { [$0.name, $0.text] } + timetable.flatMap { [$0.name, $0.text] }
        for chapter in chapters {
            let piece = chapter.piece
            texts += [piece.title, piece.summary, piece.source ?? ""] + piece.numbers.values
            // The file as typed, and its text, which may hold characters that the file names in other ways.
            texts += [piece.document.file.bytes, piece.document.ownText].map { String(decoding: $0, as: UTF8.self) }
        }
        for text in texts { characters.formUnion(text.unicodeScalars) }
        return characters
    }
}

extension Manuscript.Chapter {
    fileprivate var fingerprint: Fingerprint {
        var inputs = FingerprintBuilder("handbook chapter")
        inputs.add("slug", piece.slug)
        inputs.add("head", [piece.title, piece.summary])
        inputs.add("source", piece.source)
        inputs.add("verified", piece.verified)
        inputs.add("file", piece.document.file.bytes)
        for node in piece.numbers.keys.sorted() { inputs.add("number \(node)", piece.numbers[node]) }
        for node in piece.anchors.keys.sorted() { inputs.add("anchor \(node)", piece.anchors[node]) }
        for node in piece.targets.keys.sorted() {
            if case .picture(let picture)? = piece.targets[node] { inputs.add("picture \(node)", picture.bytes) }
        }
        for node in goals.keys.sorted() {
            switch goals[node] {
            case .chapter(let index, let anchor): inputs.add("goal \(node)", ["\(index)", anchor])
            case .address(let address): inputs.add("goal \(node)", address)
            case nil: break
            }
        }
        return inputs.finish()
    }
}
