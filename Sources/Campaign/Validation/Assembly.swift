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
        let names = loaded.map { Name(of: $0.fields) }
        var count = 0
        let positions = names.map { name -> Int? in
            defer { if name != nil { count += 1 } }
            return name == nil ? nil : count
        }
        let links = LinkResolver(
            loaded: loaded,
            indices: Dictionary(uniqueKeysWithValues: loaded.indices.map { (loaded[$0].path, $0) }),
            positions: positions, unread: unread, pictures: pictures, staticPaths: staticPaths)
        let sources = Workers.map(Array(loaded.indices)) { index in
            var found = Report()
            // The links of a piece that is left out are checked all the same.
            let targets = links.targets(of: loaded[index], reporting: &found)
            let source = source(of: loaded[index], named: names[index], to: targets, reporting: &found)
            return (source: source, diagnostics: found.diagnostics)
        }
        var pieces: [SourcePiece] = []
        pieces.reserveCapacity(count)
        for (source, diagnostics) in sources {
            report.add(contentsOf: diagnostics)
            if let source { pieces.append(source) }
        }
        return pieces
    }

    /// The fields that no piece can do without; nil when one of them is missing or wrong, which has been reported.
    private struct Name {
        let title: String
        let slug: String
        let code: String
        let date: CivilDate

        init?(of fields: Fields) {
            guard let title = fields.text("title"), let slug = fields.text("slug"), let code = fields.text("code"),
                let date = fields.day("date"), Names.isSlug(slug), Names.isCode(code)
            else { return nil }
            self.title = title
            self.slug = slug
            self.code = code
            self.date = date
        }
    }

    /// Words of `after.keep` that are neither a folder nor a slug.
    func checkKeep(of fields: Fields, pieces: [LoadedPiece], reporting report: inout Report) {
        let slugs = pieces.compactMap { $0.fields.text("slug") }
        let known = Folder.allCases.flatMap { [$0.rawValue, $0.chineseName] } + slugs
        for word in fields.group("after")?.texts("keep") ?? [] where !known.contains(word.text) {
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
        var owners: [String: String] = [:]
        for piece in pieces {
            guard let value = piece.fields.located(key) else { continue }
            if let owner = owners[value.text] {
                report.add(
                    code, in: piece.fields.file, at: value.span,
                    ["value": .init(value.text), "other": .init(content.place(owner).file)])
            } else {
                owners[value.text] = piece.path
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

    private func source(
        of piece: LoadedPiece, named name: Name?, to targets: [NodeID: SourceTarget], reporting report: inout Report
    ) -> SourcePiece? {
        let fields = piece.fields
        let audience = audience(of: fields, reporting: &report)
        let cover = fields.located("cover").flatMap { pictures.picture(at: $0, in: fields.file, reporting: &report) }
        let caseFacts = piece.folder == .cases ? caseFacts(of: fields, reporting: &report) : nil
        guard let name else { return nil }
        return SourcePiece(
            folder: piece.folder, path: piece.path, slug: name.slug, code: name.code, title: name.title, date: name.date,
            updated: fields.day("updated"), publish: fields.day("publish"), expire: fields.day("expire"),
            summary: fields.text("summary"), tags: fields.texts("tags").map { CanonicalText.nfc($0.text) },
            audience: audience, isForElderly: fields.flag("elderly") ?? audience.contains(where: \.isElderly),
            source: fields.text("source"), verified: fields.flag("verified") ?? true, cover: cover,
            order: fields.whole("order"),
            posters: fields.has("posters") ? fields.groups("posters").compactMap(\.posterWish) : nil,
            isNumbered: piece.folder == .policy && fields.text("numbering") != "none",
            official: piece.folder == .policy ? official(of: fields) : nil, caseFacts: caseFacts,
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
