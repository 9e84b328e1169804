import Artifacts
import Campaign
import Diagnostics
import Edition
import Markdown
import QRCode
import Templating

// One page for each piece.
extension Press {
    mutating func addPieces() throws(Fault) {
        for index in edition.pieces.indices { notePictures(of: index) }
        for index in edition.pieces.indices { checkCodes(of: index) }
        let pages = guide.pages
        for section in edition.sections {
            guard let first = section.pieces.first else { continue }
            let (template, name) = template(for: section.folder)
            let stamped = stampedTemplate(template, named: name, for: pages[first], menu: section.folder.rawValue)
            try addPages(for: section.pieces, at: { pages[$0] }) { maker, index in maker.page(of: index, stamped) }
        }
    }

    private func template(for folder: Folder) -> (Template<SiteKeys, PieceKeys>, String) {
        switch folder {
        case .policy: (templates.policy, "policy")
        case .cases: (templates.example, "case")
        case .slogans: (templates.slogan, "slogan")
        case .handbook: (templates.chapter, "chapter")
        case .audiences, .results, .honours, .pages: (templates.page, "page")
        }
    }

    /// Keeps the pictures that a piece's page shows; the file of each is added once.
    private mutating func notePictures(of index: Int) {
        if let cover = edition.pieces[index].cover { pictures[cover.path] = cover }
        for case .picture(let picture) in edition.pieces[index].targets.values { pictures[picture.path] = picture }
    }

    /// Reports the codes of a piece that no symbol can hold.
    private mutating func checkCodes(of index: Int) {
        let document = edition.pieces[index].document
        for node in document.nodes.indices {
            guard case .qr(let span) = document.nodes[node].kind,
                (try? QRCode(encoding: document.string(span))) == nil
            else { continue }
            report.add(.payloadTooLong, at: document.place(of: node), ["bytes": .init("\(span.length)")])
        }
    }
}

// What such a page says.
extension PageMaker {
    fileprivate func page(of index: Int, _ template: PrintedTemplate<PieceKeys>) -> Artifact.Recipe {
        let piece = edition.pieces[index]
        let page = guide.pages[index]
        var record = Record<PieceKeys>()
        record[.head] = .group(head(of: piece, at: page))
        record[.title] = .text(piece.title)
        record[.summary] = .text(piece.summary)
        record[.date] = .text(piece.date.chinese)
        record[.source] = piece.source.map { .text($0) }
        if !piece.verified { record[.unverified] = .flag(true) }
        if piece.isHelp { record[.helping] = .flag(true) }
        if let cover = piece.cover {
            record[.cover] = .group(Record<PictureKeys>(cover, label: piece.title, from: page))
        }
        if let section = guide.sections[piece.folder] {
            record[.section] = .group(Record<LinkKeys>(section.title, to: Guide.index(of: section.folder), from: page))
        }
        record[.audience] = .list(piece.audience.map { audience(of: $0, from: page) })
        record[.tags] = .list(piece.tags.map { Record($0.name, to: Guide.page(of: $0), from: page) })
        record[.contents] = .list(contents(of: piece))
        record[.posters] = .list(posters(of: index, from: page))
        addNeighbours(of: index, to: &record)
        addFacts(of: index, piece, to: &record)
        let body = body(of: piece, at: page)
        return Press.page(
            template, record, code: code(of: piece),
            inputs: { body.add(to: &$0) }, completing: { record, _ in record[.body] = .html(body.html()) })
    }

    /// A reader's name, which leads to the page that speaks to them, if there is one.
    private func audience(of audience: Audience, from page: String) -> Record<LinkKeys> {
        var record = Record<LinkKeys>()
        record[.title] = .text(audience.name)
        if let target = guide.readers[audience.name], target != page {
            record[.address] = .text(Guide.link(to: target, from: page))
        }
        return record
    }

    /// The pieces before and after in the section, and the number in the handbook.
    private func addNeighbours(of index: Int, to record: inout Record<PieceKeys>) {
        guard let section = guide.sections[edition.pieces[index].folder] else { return }
        let position = guide.positions[index]
        let page = guide.pages[index]
        func link(_ position: Int) -> Value? {
            guard section.pieces.indices.contains(position) else { return nil }
            let other = section.pieces[position]
            return .group(Record<LinkKeys>(edition.pieces[other].title, to: guide.pages[other], from: page))
        }
        record[.previous] = link(position - 1)
        record[.next] = link(position + 1)
        if section.folder == .handbook { record[.number] = .number(position + 1) }
    }

    /// What only some folders state.
    private func addFacts(of index: Int, _ piece: Piece, to record: inout Record<PieceKeys>) {
        let page = guide.pages[index]
        if let official = piece.official {
            record[.official] = .list(official.labelled.map { Record($0.label, $0.value) })
        }
        record[.figures] = .list(piece.figures.map { Record($0) })
        record[.slogans] = .list(slogans(of: index, from: page))
        guard let facts = piece.caseFacts else { return }
        var type = Record<GroupKeys>()
        type[.title] = .text(facts.type.name)
        type[.text] = .text(facts.type.text)
        type[.address] = .text(Guide.link(to: "\(Guide.index(of: .cases))#\(facts.type.slug)", from: page))
        record[.type] = .group(type)
        switch facts.kind {
        case .victim: record[.victim] = .flag(true)
        case .accomplice: record[.accomplice] = .flag(true)
        case .dissuaded: record[.dissuaded] = .flag(true)
        case .honour: record[.honour] = .flag(true)
        }
    }

    /// The headings of the first level, with their numbers.
    private func contents(of piece: Piece) -> [Record<LinkKeys>] {
        piece.document.children(of: Document.root).compactMap { node in
            guard case .heading(let level) = piece.document.nodes[node].kind, level == 2,
                let anchor = piece.anchors[node]
            else { return nil }
            let text = String(decoding: PlainTextRenderer.render(piece.document, of: node), as: UTF8.self)
            var record = Record<LinkKeys>()
            record[.title] = .text((piece.numbers[node] ?? "") + text)
            record[.address] = .text("#" + PercentEncoding.encoded(anchor))
            return record
        }
    }
}

// MARK: - Body

extension PageMaker {
    /// What the body of a piece's page is made of.
    private func body(of piece: Piece, at page: String) -> PieceBody {
        var body = PieceBody(document: piece.document, numbers: piece.numbers, anchors: piece.anchors)
        for (node, target) in piece.targets {
            body.addresses[node] = guide.address(of: target, from: page)
            guard case .picture(let picture) = target else { continue }
            body.pictures[node] = .init(width: picture.width, height: picture.height, lazy: true)
        }
        return body
    }
}

/// The body of a piece's page, to be written when the page is.
private struct PieceBody: Sendable {
    let document: Document
    let numbers: [NodeID: String]
    let anchors: [NodeID: String]
    var addresses: [NodeID: String] = [:]
    var pictures: [NodeID: HTMLOptions.ImageAttributes] = [:]

    /// Numbers and anchors follow from the file; the addresses of links depend on other files too.
    func add(to inputs: inout FingerprintBuilder) {
        inputs.add("source", document.file.bytes)
        guard !addresses.isEmpty else { return }
        for node in addresses.keys.sorted() {
            inputs.add("node", node)
            inputs.add("address", addresses[node])
            guard let picture = pictures[node] else { continue }
            inputs.add("width", picture.width ?? 0)
            inputs.add("height", picture.height ?? 0)
        }
    }

    func html() -> [UInt8] {
        var options = HTMLOptions()
        options.headingNumber = { [numbers] in numbers[$0] }
        options.anchor = { [anchors] in anchors[$0] }
        options.destination = { [addresses] in addresses[$0] }
        options.imageAttributes = { [pictures] in pictures[$0] }
        options.qrPicture = { [document] node in
            guard case .qr(let span) = document.nodes[node].kind,
                let code = try? QRCode(encoding: document.string(span))
            else { return nil }
            return .init(source: PageCode.picture(of: code), alternative: document.string(span), side: 148)
        }
        return HTMLRenderer.render(document, options: options)
    }
}

extension Guide {
    /// The address of what a link or an image of a piece leads to.
    func address(of target: Target, from page: String) -> String {
        switch target {
        case .piece(let index, let anchor):
            Guide.link(to: pages[index], from: page) + (anchor.isEmpty ? "" : "#\(anchor)")
        case .anchor(let anchor): "#\(anchor)"
        case .external(let address): address
        case .staticFile(let path): Guide.link(to: path, from: page)
        case .picture(let picture): Guide.link(to: picture.path, from: page)
        }
    }
}

extension Record<FieldKeys> {
    init(_ label: String, _ value: String) {
        self.init()
        self[.label] = .text(label)
        self[.value] = .text(value)
    }
}

extension Record<FigureKeys> {
    init(_ figure: Figure) {
        self.init()
        self[.text] = .text(figure.text)
        self[.source] = .text(figure.source)
        self[.area] = .text(figure.area)
        self[.asOf] = .text(figure.asOf.chinese)
    }
}
