import Diagnostics
import Settings

/// Builds the campaign's facts from the checked fields of campaign.yaml.
struct FactsReader {
    let fields: Fields
    /// The pictures of images/, by path.
    let pictures: Pictures

    /// Nil when a fact without which nothing can be made is missing; that has been reported.
    func facts(reporting report: inout Report) -> CampaignFacts? {
        FactsRules(fields: fields).check(reporting: &report)
        let logo = picture("logo", of: fields, allowsDrawing: true, reporting: &report)
        let channels = fields.groups("channels").compactMap { channel(from: $0, reporting: &report) }
        guard let name = fields.text("name"), let theme = theme(), let period = fields.group("period")?.range,
            let organiser = fields.text("organiser")
        else { return nil }
        let after = fields.group("after")
        return CampaignFacts(
            name: name, short: fields.text("short") ?? String(name.prefix(12)), theme: theme, period: period,
            zone: fields.text("timezone").flatMap { CampaignZone($0) } ?? .shanghai, organiser: organiser, logo: logo,
            phases: fields.groups("phases").compactMap(phase),
            before: interval(fields.group("before"), otherwise: "即将开始"),
            between: interval(fields.group("between"), otherwise: "持续宣传"),
            after: interval(after, otherwise: "长效宣传"), keep: after.map { keep(of: $0) } ?? [],
            hotlines: fields.groups("hotlines").compactMap(hotline), channels: channels,
            types: types, audiences: audiences, tagSlugs: tagSlugs(),
            sections: sections(), posters: posters(), boards: boards(), wechat: wechat(), site: site(),
            handbook: handbook(),
            paper: paper())
    }

    /// What pieces refer to, even where other facts are missing.
    var vocabulary: Vocabulary {
        Vocabulary(
            audiences: fields.isWrong("audiences") ? nil : audiences, types: fields.isWrong("types") ? nil : types)
    }

    private var audiences: [Audience] { fields.groups("audiences").compactMap(audience) }
    private var types: [CaseType] { fields.groups("types").compactMap(type) }

    private func theme() -> ThemeLine? {
        guard let theme = fields.group("theme"), let line = theme.text("line") else { return nil }
        let lockup = theme.texts("lockup").map(\.text)
        return ThemeLine(line: line, lockup: lockup.isEmpty ? Lockup(of: line).lines : lockup)
    }

    private func phase(_ fields: Fields) -> Phase? {
        guard let name = fields.text("name"), let range = fields.range else { return nil }
        return Phase(
            name: name, range: range, text: fields.text("text") ?? "", tasks: fields.groups("tasks").compactMap(task))
    }

    private func task(_ fields: Fields) -> PhaseTask? {
        guard let what = fields.text("what"), let who = fields.text("who"), let due = fields.day("due") else {
            return nil
        }
        return PhaseTask(what: what, who: who, due: due)
    }

    private func interval(_ fields: Fields?, otherwise name: String) -> Interval {
        Interval(name: fields?.text("name") ?? name, text: fields?.text("text") ?? "")
    }

    /// Folders by their English names, whichever was written; other words are slugs.
    private func keep(of after: Fields) -> [String] {
        after.texts("keep").map { word in
            Folder.allCases.first { $0.rawValue == word.text || $0.chineseName == word.text }?.rawValue ?? word.text
        }
    }

    private func hotline(_ fields: Fields) -> Hotline? {
        guard let name = fields.text("name"), let number = fields.text("number") else { return nil }
        return Hotline(name: name, number: number, text: fields.text("text") ?? "")
    }

    private func channel(from fields: Fields, reporting report: inout Report) -> Channel? {
        let code = picture("code", of: fields, reporting: &report)
        if let code, let place = fields.located("code") {
            CodeRules.check(code, named: place, in: fields.file, reporting: &report)
        }
        guard let name = fields.text("name"), let kind = fields.text("kind").flatMap(Channel.Kind.init) else {
            return nil
        }
        return Channel(name: name, kind: kind, text: fields.text("text") ?? "", code: code)
    }

    private func type(_ fields: Fields) -> CaseType? {
        guard let name = fields.text("name"), let slug = fields.text("slug") else { return nil }
        return CaseType(
            name: name, slug: slug, text: fields.text("text") ?? "",
            kind: fields.text("kind").flatMap(CaseType.Kind.init) ?? .victim, pictogram: fields.pictogram)
    }

    private func audience(_ fields: Fields) -> Audience? {
        fields.text("name").map {
            Audience(name: $0, visit: fields.text("visit"), isElderly: fields.flag("elderly") ?? false)
        }
    }

    private func tagSlugs() -> [String: String] {
        let stated = fields.groups("tags").compactMap { tag in
            tag.text("name").flatMap { name in tag.text("slug").map { (CanonicalText.nfc(name), $0) } }
        }
        return Dictionary(stated) { first, _ in first }
    }

    private func sections() -> [Folder: String] {
        let stated = fields.group("sections")
        return Dictionary(
            uniqueKeysWithValues: Folder.allCases.map { ($0, stated?.text($0.rawValue) ?? $0.defaultTitle) })
    }

    private func posters() -> [Folder: [PosterWish]] {
        guard let stated = fields.group("posters") else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: Folder.allCases.map { ($0, stated.groups($0.rawValue).compactMap { $0.posterWish }) })
    }

    private func boards() -> [Place.Kind: [PosterName]] {
        guard let stated = fields.group("boards") else { return [:] }
        var boards: [Place.Kind: [PosterName]] = [:]
        for field in CampaignSchema.boards.fields where stated.has(field.key) {
            guard let kind = field.twin.flatMap(Place.Kind.init) else { continue }
            boards[kind] = stated.texts(field.key).map {
                PosterName(CanonicalText.nfc($0.text), at: stated.file.place(ofByte: $0.span.start))
            }
        }
        return boards
    }

    private func wechat() -> [Folder: [WeChatPicture]] {
        guard let stated = fields.group("wechat") else { return [:] }
        let asked = Folder.allCases.map { folder in
            let words = stated.texts(folder.rawValue).map(\.text)
            return (folder, WeChatPicture.allCases.filter { words.contains($0.rawValue) })
        }
        return Dictionary(uniqueKeysWithValues: asked.filter { !$0.1.isEmpty })
    }

    private func site() -> SiteFacts {
        let stated = fields.group("site")
        return SiteFacts(
            baseURL: stated?.text("base_url"), icp: stated?.text("icp") ?? "", police: stated?.text("police") ?? "")
    }

    private func handbook() -> HandbookFacts {
        let stated = fields.group("handbook")
        return HandbookFacts(
            title: stated?.text("title") ?? "宣传手册", subtitle: stated?.text("subtitle") ?? "",
            size: stated?.text("size") ?? "A5")
    }

    private func paper() -> PaperFacts {
        let stated = fields.group("paper")
        func text(_ key: String) -> String { stated?.text(key) ?? "" }
        return PaperFacts(
            cover: text("cover"), text: text("text"), poster: text("poster"), banner: text("banner"),
            stand: text("stand"), card: text("card"))
    }

    private func picture(
        _ key: String, of fields: Fields, allowsDrawing: Bool = false, reporting report: inout Report
    ) -> Picture? {
        guard let path = fields.located(key) else { return nil }
        return pictures.picture(at: path, in: fields.file, allowsDrawing: allowsDrawing, reporting: &report)
    }
}

extension Fields {
    /// A date field as a day.
    func day(_ key: String) -> CivilDate? {
        date(key).flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.day) }
    }

    /// The fields `from` and `to`; nil when one is missing or they stand the wrong way round.
    var range: DateRange? {
        guard let from = day("from"), let to = day("to"), from <= to else { return nil }
        return DateRange(from: from, to: to)
    }

    /// A field `pictogram`.
    var pictogram: PictogramName? {
        located("pictogram").map { PictogramName(name: $0.text, place: file.place(ofByte: $0.span.start)) }
    }

    /// A group of the kind poster.
    var posterWish: PosterWish? {
        guard let template = text("template") else { return nil }
        let sizes = texts("sizes").map { $0.text.replacing("×", with: "x").replacing("*", with: "x") }
        guard !sizes.isEmpty else { return nil }
        return PosterWish(
            template: template, sizes: sizes, distance: number("distance"),
            items: has("items") ? texts("items").map(\.text) : nil)
    }
}
