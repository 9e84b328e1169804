package import Diagnostics
import Files
import Settings

extension Campaign {
    /// Reads and checks a content folder. Every fault is reported; nil when there is no campaign to go on with.
    package static func load(_ contentPath: String, reporting report: inout Report) -> Campaign? {
        guard let content = ContentFolder(contentPath, reporting: &report) else { return nil }
        var loader = CampaignLoader(content: content)
        let campaign = loader.load()
        report.add(contentsOf: loader.report.diagnostics)
        return campaign
    }

    /// Reads a content folder for one piece alone: campaign.yaml, the piece (`policy/interpretation.md`) and, where it links
    /// to others, what those are called. Nothing else is read or checked: the campaign has this piece and no tables.
    package static func load(
        _ contentPath: String, piece path: String, reporting report: inout Report
    ) -> Campaign? {
        guard let content = ContentFolder(contentPath, reporting: &report) else { return nil }
        var loader = CampaignLoader(content: content)
        let campaign = loader.load(piece: path)
        report.add(contentsOf: loader.report.diagnostics)
        return campaign
    }
}

/// The story of loading: what lies in the folder, then each file for itself, then what they say about each other.
private struct CampaignLoader {
    let content: ContentFolder
    var report = Report()

    init(content: ContentFolder) { self.content = content }

    mutating func load() -> Campaign? {
        let top = content.list("", reporting: &report)
        guard !top.files.isEmpty || !top.folders.isEmpty else {
            report.add(.emptyContentFolder, at: nil, ["path": .init(content.path)])
            return nil
        }
        checkTop(top)
        let pictures = loadPictures(top)
        let reader = loadFacts(top, pictures)
        let facts = reader?.facts(reporting: &report)
        let (pieces, unread) = loadPieces(top)
        let units = TableReader.units(of: content, among: top.files, reporting: &report)
        let places = TableReader.places(of: content, among: top.files, units: units, reporting: &report)
        let staticFiles = loadStaticFiles(top)
        let assembly = Assembly(
            content: content, vocabulary: reader?.vocabulary, pictures: pictures,
            staticPaths: Set(staticFiles.map(\.path)))
        let sources = assembly.pieces(from: pieces, unread: unread, reporting: &report)
        guard let reader else { return nil }
        assembly.checkKeep(of: reader.fields, pieces: pieces, reporting: &report)
        assembly.checkItems(of: reader.fields, pieces: pieces, reporting: &report)
        guard let facts else { return nil }
        return Campaign(
            facts: facts, pieces: sources, units: units, places: places, staticFiles: staticFiles,
            file: reader.fields.file)
    }

    mutating func load(piece path: String) -> Campaign? {
        let top = content.list("", reporting: &report)
        let pictures = loadPictures(top)
        let reader = loadFacts(top, pictures)
        let facts = reader?.facts(reporting: &report)
        guard let piece = loadPiece(path, reporting: &report) else { return nil }
        let (linked, unread) = loadLinked(from: piece)
        let assembly = Assembly(
            content: content, vocabulary: reader?.vocabulary, pictures: pictures,
            staticPaths: top.folders.contains("static")
                ? Set(files(below: "static").map { String($0.dropFirst("static/".count)) }) : [])
        var found = Report()
        let sources = assembly.pieces(from: [piece] + linked, unread: unread, reporting: &found)
        let others = Set(linked.map { content.place($0.path).file })
        report.add(contentsOf: found.diagnostics.filter { $0.place.map { !others.contains($0.file) } ?? true })
        guard let reader, let facts else { return nil }
        return Campaign(
            facts: facts, pieces: sources, units: [], places: [], staticFiles: [], file: reader.fields.file)
    }

    /// Nil for a path that is no piece's, and for one that cannot be read, which is reported.
    private func loadPiece(_ path: String, reporting report: inout Report) -> LoadedPiece? {
        let parts = path.split(separator: "/")
        guard parts.count == 2, let folder = Folder(rawValue: String(parts[0])) else { return nil }
        return PieceReader(content: content)
            .read(.init(folder: folder, name: String(parts[1])), reporting: &report)
    }

    /// What a piece links to. The faults of those files are not this piece's, nor are the links that they hold.
    private func loadLinked(from piece: LoadedPiece) -> (pieces: [LoadedPiece], unread: Set<String>) {
        let paths = Set(piece.references.compactMap { LinkResolver.piecePath(of: $0, from: piece.folder) })
        let linked = paths.subtracting([piece.path]).sorted().compactMap { path in
            var unheard = Report()
            return loadPiece(path, reporting: &unheard)?.asTarget
        }
        let unread = paths.subtracting(linked.map(\.path)).subtracting([piece.path]).filter {
            $0.hasSuffix(".md") && FileAccess.realPath("\(content.path)/\($0)") != nil
        }
        return (linked, unread)
    }

    /// Names at the top of the folder that nothing will read.
    private mutating func checkTop(_ top: ContentFolder.Listing) {
        let folders = Folder.allCases.map(\.rawValue) + ["static", "images"]
        for name in top.folders where !folders.contains(name) { addUnused(name, among: folders) }
        let files = ["campaign.yaml"] + TableReader.names
        // What stands in for a table is reported where the table is read.
        let books = TableReader.names.compactMap { TableReader.workbook(instead: $0, among: top.files) }
        for name in top.files where !files.contains(name) && !books.contains(name) { addUnused(name, among: files) }
    }

    private mutating func addUnused(_ path: String, among names: [String]) {
        var arguments: [String: Wording] = ["path": .init(path)]
        if let near = Suggestion.nearest(to: path, among: names) { arguments["suggestion"] = .init(near) }
        report.add(.unusedFile, at: content.place(path), arguments)
    }

    private mutating func loadFacts(_ top: ContentFolder.Listing, _ pictures: Pictures) -> FactsReader? {
        guard top.files.contains("campaign.yaml") else {
            report.add(.noCampaignFile, at: content.place("campaign.yaml"))
            return nil
        }
        guard let file = content.text(of: "campaign.yaml", limit: 8 << 20, reporting: &report),
            let setting = YAMLReader.read(file, reporting: &report)
        else { return nil }
        let fields = CampaignSchema.whole.check(setting, in: file, reporting: &report)
        guard case .map = setting.value else { return nil }
        return FactsReader(fields: fields, pictures: pictures)
    }

    private mutating func loadPieces(_ top: ContentFolder.Listing) -> (pieces: [LoadedPiece], unread: Set<String>) {
        var sources: [PieceReader.Source] = []
        for folder in Folder.allCases where top.folders.contains(folder.rawValue) {
            let listing = content.list(folder.rawValue, reporting: &report)
            for name in listing.folders { addUnused("\(folder.rawValue)/\(name)", among: []) }
            for name in listing.files {
                if name.lowercased().hasSuffix(".md") {
                    sources.append(PieceReader.Source(folder: folder, name: name))
                } else {
                    addUnused("\(folder.rawValue)/\(name)", among: [])
                }
            }
        }
        let reader = PieceReader(content: content)
        let read = Workers.map(sources, reporting: &report) { reader.read($0, reporting: &$1) }
        let pieces = read.compactMap(\.self)
        if pieces.count == sources.count { return (pieces, []) }
        let unread = Set(zip(sources, read).compactMap { $1 == nil ? $0.path : nil })
        return (pieces, unread)
    }

    private mutating func loadPictures(_ top: ContentFolder.Listing) -> Pictures {
        var pictures = Pictures()
        guard top.folders.contains("images") else { return pictures }
        for path in files(below: "images") {
            pictures.add(PictureReader.read(path, in: content, reporting: &report), path: path)
        }
        return pictures
    }

    /// Bytes of one file of static/; a film for the site has a few dozen million.
    private static let staticLimit = 64 << 20

    private mutating func loadStaticFiles(_ top: ContentFolder.Listing) -> [StaticFile] {
        guard top.folders.contains("static") else { return [] }
        var found: [StaticFile] = []
        for path in files(below: "static") {
            let below = String(path.dropFirst("static/".count))
            guard let bytes = content.bytes(of: path, limit: Self.staticLimit, reporting: &report) else { continue }
            if StaticRules.isTaken(below) {
                report.add(.staticPathTaken, at: content.place(path), ["path": .init(below)])
            } else {
                found.append(StaticFile(path: below, bytes: bytes))
            }
        }
        return found
    }

    /// Every file below a folder, as paths below the content folder, in the order of their names.
    private mutating func files(below folder: String) -> [String] {
        var found: [String] = []
        var waiting = [folder]
        while let next = waiting.popLast() {
            let listing = content.list(next, reporting: &report)
            found += listing.files.map { "\(next)/\($0)" }
            waiting += listing.folders.map { "\(next)/\($0)" }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// Paths of the site that belong to the product itself.
enum StaticRules {
    private static let files: Set<String> = [
        "index.html", "404.html", "feed.xml", "sitemap.xml", "search.html", "search.json", "handbook.pdf",
        "manifest.json",
    ]
    private static let folders: Set<String> = Set(
        Folder.allCases.map(\.rawValue) + ["c", "posters", "assets", "tags", "images", "types", "search", "downloads"])

    /// Whether a file of static/ would stand where the product writes its own; letters of both sizes count as the same,
    /// because some servers do not tell them apart.
    static func isTaken(_ path: String) -> Bool {
        let lower = path.lowercased()
        let first = String(lower.prefix { $0 != "/" })
        return files.contains(lower) || lower.contains("/") && folders.contains(first) || folders.contains(lower)
    }
}
