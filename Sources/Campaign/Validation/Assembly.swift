import Diagnostics
import Markdown
import Settings

/// The words of campaign.yaml that front matter refers to.
struct Vocabulary {
    /// Nil when the list itself was wrong.
    let audiences: [Audience]?
    let types: [CaseType]?
}

/// Puts the pieces together: what each says about the campaign and about the others.
struct Assembly {
    let content: ContentFolder
    /// What pieces may name; nil when campaign.yaml could not be read, and nothing is checked against it.
    let vocabulary: Vocabulary?
    let pictures: Pictures
    let staticPaths: Set<String>

    /// The pieces with everything resolved. Those that lack a required field are left out; that has been reported.
    /// `unread` are paths of pieces that lie there and could not be read: a link to one is not at fault.
    func pieces(from loaded: [LoadedPiece], unread: Set<String>, reporting report: inout Report) -> [SourcePiece] {
        checkUnique(loaded, "slug", .duplicateSlug, &report)
        checkUnique(loaded, "code", .duplicateCode, &report)
        checkSlogans(loaded, &report)
        var count = 0
        let positions = loaded.map { piece -> Int? in
            guard piece.name != nil else { return nil }
            count += 1
            return count - 1
        }
        let links = LinkResolver(
            loaded: loaded,
            indices: Dictionary(uniqueKeysWithValues: loaded.indices.map { (loaded[$0].path, $0) }),
            positions: positions, unread: unread, pictures: pictures, staticPaths: staticPaths)
        // The links of a piece that is left out are checked all the same.
        for piece in loaded where piece.name == nil {
            _ = links.targets(of: piece, reporting: &report)
            _ = Words(of: piece, in: self, reporting: &report)
        }
        let named = loaded.compactMap { piece in piece.name.map { (piece: piece, name: $0) } }
        return Workers.map(named, reporting: &report) { item, report in
            source(
                of: item.piece, named: item.name, with: Words(of: item.piece, in: self, reporting: &report),
                to: links.targets(of: item.piece, reporting: &report))
        }
    }

    /// Words of `after.keep` that are neither a folder nor a slug.
    func checkKeep(of fields: Fields, pieces: [LoadedPiece], reporting report: inout Report) {
        let folders = Folder.allCases.flatMap { [$0.rawValue, $0.chineseName] }
        for word in fields.group("after")?.texts("keep") ?? [] where !folders.contains(word.text) {
            let known = folders + pieces.compactMap { $0.fields.text("slug") }
            if known.contains(word.text) { continue }
            var arguments: [String: Wording] = ["word": .init(word.text)]
            if let near = Suggestion.nearest(to: word.text, among: known) { arguments["suggestion"] = .init(near) }
            report.add(.unknownKeep, in: fields.file, at: word.span, arguments)
        }
    }

    /// Posters for slogans that there are not.
    func checkItems(of fields: Fields?, pieces: [LoadedPiece], reporting report: inout Report) {
        let stated = Folder.allCases.flatMap { fields?.group("posters")?.groups($0.rawValue) ?? [] }
        let known = pieces.flatMap { $0.slogans.map(\.id) }
        for poster in stated + pieces.flatMap({ $0.fields.groups("posters") }) {
            for item in poster.texts("items") where !known.contains(item.text) {
                var arguments: [String: Wording] = ["id": .init(item.text)]
                if let near = Suggestion.nearest(to: item.text, among: known) { arguments["suggestion"] = .init(near) }
                report.add(.unknownItem, in: poster.file, at: item.span, arguments)
            }
        }
    }

    private func checkUnique(_ pieces: [LoadedPiece], _ key: String, _ code: DiagnosticCode, _ report: inout Report) {
        var owners: [String: Int] = [:]
        owners.reserveCapacity(pieces.count)
        for (index, piece) in pieces.enumerated() {
            guard let text = piece.fields.text(key) else { continue }
            if let owner = owners[text], let value = piece.fields.located(key) {
                report.add(
                    code, in: piece.fields.file, at: value.span,
                    ["value": .init(text), "other": .init(content.place(pieces[owner].path).file)])
            } else {
                owners[text] = index
            }
        }
    }

    private func checkSlogans(_ pieces: [LoadedPiece], _ report: inout Report) {
        var owners: [String: SourcePlace] = [:]
        for piece in pieces {
            for slogan in piece.slogans {
                let place = piece.document.place(of: slogan.node)
                if let owner = owners[slogan.id] {
                    report.add(
                        .duplicateSloganID, at: place,
                        ["id": .init(slogan.id), "other": .init("\(owner.file):\(owner.line)")])
                } else {
                    owners[slogan.id] = place
                }
            }
        }
    }

    /// What a piece says in words of the campaign.
    private struct Words {
        let audience: [Audience]
        let cover: Picture?
        let caseFacts: CaseFacts?

        init(of piece: LoadedPiece, in assembly: Assembly, reporting report: inout Report) {
            let fields = piece.fields
            audience = assembly.audience(of: fields, reporting: &report)
            cover = fields.located("cover").flatMap {
                assembly.pictures.picture(at: $0, in: fields.file, reporting: &report)
            }
            caseFacts = piece.folder == .cases ? assembly.caseFacts(of: fields, reporting: &report) : nil
        }
    }

    private func source(
        of piece: LoadedPiece, named name: PieceName, with words: Words, to targets: [NodeID: SourceTarget]
    ) -> SourcePiece {
        let fields = piece.fields
        return SourcePiece(
            folder: piece.folder, path: piece.path, slug: name.slug, code: name.code, title: name.title,
            date: name.date,
            updated: fields.day("updated"), publish: fields.day("publish"), expire: fields.day("expire"),
            summary: fields.text("summary"), tags: fields.texts("tags").map { CanonicalText.nfc($0.text) },
            audience: words.audience,
            isForElderly: fields.flag("elderly") ?? words.audience.contains(where: \.isElderly),
            source: fields.text("source"), verified: fields.flag("verified") ?? true, cover: words.cover,
            order: fields.whole("order"),
            posters: fields.has("posters") ? fields.groups("posters").compactMap(\.posterWish) : nil,
            isNumbered: piece.folder == .policy && fields.text("numbering") != "none",
            official: piece.folder == .policy ? official(of: fields) : nil, caseFacts: words.caseFacts,
            figures: fields.groups("figures").compactMap(figure), pictogram: fields.pictogram, slogans: piece.slogans,
            document: piece.document,
            anchors: piece.anchors, targets: targets)
    }

    private func audience(of fields: Fields, reporting report: inout Report) -> [Audience] {
        guard let known = vocabulary?.audiences else { return [] }
        return fields.texts("audience").compactMap { word in
            if let audience = known.first(where: { $0.name == word.text }) { return audience }
            add(.unknownAudience, word, among: known.map(\.name), in: fields.file, to: &report)
            return nil
        }
    }

    private func caseFacts(of fields: Fields, reporting report: inout Report) -> CaseFacts? {
        guard let types = vocabulary?.types, let word = fields.located("type") else { return nil }
        guard let type = types.first(where: { $0.name == word.text }) else {
            add(.unknownType, word, among: types.map(\.name), in: fields.file, to: &report)
            return nil
        }
        return fields.text("kind").flatMap(CaseFacts.Kind.init).map { CaseFacts(type: type, kind: $0) }
    }

    private func add(
        _ code: DiagnosticCode, _ word: Located, among known: [String], in file: SourceFile, to report: inout Report
    ) {
        var arguments: [String: Wording] = ["value": .init(word.text)]
        if !known.isEmpty { arguments["known"] = .init(known.joined(separator: "、"), known.joined(separator: ", ")) }
        if let near = Suggestion.nearest(to: word.text, among: known) { arguments["suggestion"] = .init(near) }
        report.add(code, in: file, at: word.span, arguments)
    }

    private func official(of fields: Fields) -> OfficialFacts {
        OfficialFacts(
            issuer: fields.text("issuer"), index: fields.text("index"), document: fields.text("document"),
            scope: fields.text("scope"), procedure: fields.text("procedure"), form: fields.text("form"),
            issued: fields.day("issued"), validity: fields.text("validity"), relates: fields.text("relates"))
    }

    private func figure(_ fields: Fields) -> Figure? {
        guard let text = fields.text("text"), let source = fields.text("source"), let area = fields.text("area"),
            let asOf = fields.day("asof")
        else { return nil }
        return Figure(text: text, source: source, area: area, asOf: asOf)
    }
}
