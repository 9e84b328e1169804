import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// Posters: the wall where they hang, and the copies that the site hands out. Prepress makes the sheets.
extension Press {
    mutating func addPosterWall() throws(Fault) {
        guard !edition.posters.isEmpty else { return }
        let page = Guide.posterWall
        var record = Record<PostersKeys>()
        record[.head] = .group(maker.head("", edition.theme.line, address: "posters/"))
        let sheets = edition.pieces.indices.map { maker.sheetGroups(of: $0) }
        record[.count] = .number(sheets.reduce(0) { $0 + $1.count })
        var needs: [OutputPath] = []
        for poster in edition.posters {
            if poster.isShown {
                try addCopy(of: "\(poster.stem).png")
                try addCopy(of: poster.smallPicture)
            }
            needs.append(try addCopy(of: "\(poster.stem).pdf"))
        }
        let walls = edition.pieces.indices.filter { !sheets[$0].isEmpty }.map { index in
            Wall(
                record: maker.wall(of: index, single: sheets[index].count == 1, from: page),
                sheets: sheets[index].map { maker.sheet(of: $0, from: page) })
        }
        record[.walls] = .list(walls.map(\.withoutFiles))
        try addPage(
            page, templates.posters, named: "posters", menu: Guide.posterWall, record, code: maker.code("posters/"),
            needs: needs,
            completing: { record, needs in record[.walls] = .list(try walls.map { try $0.complete(needs) }) })
    }

    /// Copies a file of Prepress into the site and returns its own path.
    @discardableResult
    private mutating func addCopy(of path: String) throws(Fault) -> OutputPath {
        let source = try OutputPath(path)
        var inputs = FingerprintBuilder("copy")
        inputs.add("source", source.text)
        let recipe = Artifact.Recipe(inputs: inputs.finish()) { needs, sink in
            sink.write(try needs.bytes(of: source))
            return Rendered()
        }
        try add(path, needs: [source]) { recipe }
        return source
    }
}

extension PageMaker {

    private static func haveOneShape(_ one: PosterRef, _ other: PosterRef) -> Bool {
        guard let format = SheetFormat(one.size), let others = SheetFormat(other.size) else { return false }
        return format.hasShape(of: others)
    }

    /// The posters of a piece, each with its sizes: lists of indices of `Edition.posters`.
    fileprivate func sheetGroups(of piece: Int) -> [[Int]] {
        var groups: [[Int]] = []
        for index in guide.posters[piece] {
            let poster = edition.posters[index]
            let same = groups.firstIndex { group in
                let other = edition.posters[group[0]]
                return other.template == poster.template && other.slogan == poster.slogan
                    && Self.haveOneShape(other, poster)
            }
            if let same { groups[same].append(index) } else { groups.append([index]) }
        }
        return groups
    }

    fileprivate func wall(of piece: Int, single: Bool, from page: String) -> Record<WallKeys> {
        var record = Record<WallKeys>()
        record[.single] = .flag(single)
        record[.title] = .text(edition.pieces[piece].title)
        record[.anchor] = .text(edition.pieces[piece].slug)
        record[.address] = .text(Guide.link(to: guide.pages[piece], from: page))
        return record
    }

    /// The slogan's anchor stands at the first of its sheets alone.
    private func isFirst(_ poster: PosterRef, of piece: Int) -> Bool {
        let first = guide.posters[piece].first { edition.posters[$0].slogan == poster.slogan }
        return first.map { edition.posters[$0].template == poster.template } ?? false
    }

    fileprivate func sheet(of group: [Int], from page: String) -> Sheet {
        let poster = edition.posters[group.first { edition.posters[$0].isShown } ?? group[0]]
        return Sheet(
            record: record(of: poster, from: page),
            files: group.map { index in
                let poster = edition.posters[index]
                return (poster.size, Guide.link(to: "\(poster.stem).pdf", from: page), "\(poster.stem).pdf")
            })
    }

    /// The posters of a piece for its own page: one picture each, the files are on the wall.
    func posters(of piece: Int, from page: String) -> [Record<PosterKeys>] {
        guard edition.pieces[piece].folder != .slogans else { return [] }
        return sheetGroups(of: piece).map { sheet(of: $0, from: page).record }
    }

    private func record(of poster: PosterRef, from page: String) -> Record<PosterKeys> {
        var record = Record<PosterKeys>()
        let slogan = poster.slogan.map { edition.slogans[$0] }
        record[.title] = .text(slogan?.text ?? edition.pieces[poster.piece].title)
        if isFirst(poster, of: poster.piece) { record[.slogan] = slogan.map { .text($0.id) } }
        record[.image] = .text(Guide.link(to: poster.smallPicture, from: page))
        record[.picture] = .text(Guide.link(to: "\(poster.stem).png", from: page))
        record[.wall] = .text(Guide.link(to: "\(Guide.posterWall)#\(edition.pieces[poster.piece].slug)", from: page))
        let shape = SheetShape(poster.size)
        record[.width] = shape.map { .number($0.width) }
        record[.height] = shape.map { .number($0.height) }
        record[.wide] = .flag(shape.map { $0.width > $0.height } ?? false)
        return record
    }
}

/// A sheet on the wall; its files' sizes are known once they are made.
private struct Sheet: Sendable {
    var record: Record<PosterKeys>
    var files: [(label: String, address: String, path: String)]

    func complete(_ needs: Needs) throws -> Record<PosterKeys> {
        var record = record
        record[.files] = .list(
            try files.map { label, address, path in
                Record<FileKeys>(address, label: label, size: try needs.size(of: OutputPath(path)), pages: nil)
            })
        return record
    }
}

private struct Wall: Sendable {
    var record: Record<WallKeys>
    var sheets: [Sheet]

    /// For the fingerprint: everything but the sizes, which come through the needs.
    var withoutFiles: Record<WallKeys> {
        var record = record
        record[.posters] = .list(
            sheets.map { sheet in
                var poster = sheet.record
                poster[.files] = .list(
                    sheet.files.map { label, address, _ in
                        var file = Record<FileKeys>()
                        file[.label] = .text(label)
                        file[.address] = .text(address)
                        return file
                    })
                return poster
            })
        return record
    }

    func complete(_ needs: Needs) throws -> Record<WallKeys> {
        var record = record
        record[.posters] = .list(try sheets.map { try $0.complete(needs) })
        return record
    }
}

/// The proportions of a sheet, as two whole numbers for a picture's width and height.
struct SheetShape: Hashable {
    let width: Int
    let height: Int

    /// Nil for a name that is no sheet's.
    init?(_ name: String) {
        guard let format = SheetFormat(name) else { return nil }
        // All of the A series are of one shape, whatever the rounding to millimetres.
        if name.first == "A" {
            (width, height) = (210, 297)
            return
        }
        let scale = 1000 / max(format.width, format.height)
        (width, height) = (
            max(1, Int((format.width * scale).rounded())), max(1, Int((format.height * scale).rounded()))
        )
    }
}
