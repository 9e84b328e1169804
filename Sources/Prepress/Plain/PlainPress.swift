import Campaign
package import Diagnostics
package import Drawing
import Edition
import Markdown
import Theme
import Typesetting

/// Sets one document as a flow of pages and draws them.
package struct PlainPress: Sendable {
    let document: PlainDocument
    let design: PlainDesign
    let sources: FontSources

    package init(_ document: PlainDocument, design: PlainDesign, sources: FontSources) {
        self.document = document
        self.design = design
        self.sources = sources
    }

    /// The pages of the document, with what the PDF's reader shows beside them.
    struct Pages {
        var frames: [Frame] = []
        var outline: [OutlineEntry] = []
    }

    /// The finished file; nil when errors were reported.
    package func pdf(reporting report: inout Report) throws -> [UInt8]? {
        let fonts = try fontBook()
        let pages = pages(fonts: fonts, reporting: &report)
        if report.hasErrors { return nil }
        var canvas = PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: document.title, author: document.issuer ?? "", date: document.date?.iso ?? "1970-01-01"))
        for frame in pages.frames {
            canvas.begin(page: frame.size)
            frame.draw(on: &canvas)
        }
        canvas.setOutline(pages.outline)
        return try canvas.finish().file(
            PDFFinishing(
                language: "zh-CN", boxes: [PageBoxes(uncut: design.page.width, by: design.page.height)]))
    }

    /// Faces cut to what the document says.
    func fontBook() throws(Fault) -> FontBook {
        let source = String(decoding: document.document.file.bytes, as: UTF8.self)
        let text = String(decoding: document.document.ownText, as: UTF8.self)
        let words = [source, text, document.title, document.issuer ?? "", "文件年月日—", OfficialNumbers.characters]
        var characters: Set<Unicode.Scalar> = []
        // A long text says few different characters very often: hashing each of them takes longer than drawing it.
        var isKnown = [Bool](repeating: false, count: 0x11_0000)
        for scalar in words.lazy.flatMap(\.unicodeScalars) where !isKnown[Int(scalar.value)] {
            isKnown[Int(scalar.value)] = true
            characters.insert(scalar)
        }
        if design.isVertical { characters.formUnion(VerticalForms.all) }
        return try FontBook(sources, roles: roles, characters: characters)
    }

    /// The roles that the document's parts are set in: every face that is left out saves its cutting.
    private var roles: [FontRole] {
        var roles: Set<FontRole> = [.headline, .serif]
        for node in document.document.nodes {
            switch node.kind {
            case .strong, .table: roles.insert(.serifBold)
            case .code, .codeBlock: roles.insert(.text)
            case .heading where design.style == .official: roles.formUnion([.text, .hand])
            default: continue
            }
        }
        return FontRole.allCases.filter(roles.contains)
    }

    func pages(fonts: FontBook, reporting report: inout Report) -> Pages {
        var setter = Typesetter(
            fonts: fonts, colours: .plain(ink: PlainDesign.ink, red: PlainDesign.red))
        let opening = PlainOpening(document: document, design: design).set(by: &setter)
        let filled = Flow(blocks(&setter), style: design.flowStyle, fonts: fonts).filled(
            into: { index in design.frameBox(ofPage: index + 1, cut: index == 0 ? opening.height : 0) },
            reporting: &setter.report)
        if let overflow = filled.overflow {
            let excess = max(0, overflow.nextHeight - design.flowHeight)
            setter.report.add(
                .flowOverflow, at: overflow.place,
                ["text": .init(overflow.text), "excess": .init(Decimal.text(excess.inMillimetres, places: 1))])
        }
        var pages = Pages(outline: [.init(title: document.title, level: 1, page: 1)])
        for (index, frame) in (filled.frames.isEmpty ? [Frame(size: design.page)] : filled.frames).enumerated() {
            let foot = PageNumber(design: design).items(page: index + 1, by: &setter)
            pages.frames.append(
                Frame(size: design.page, items: (index == 0 ? opening.items : []) + frame.items + foot))
        }
        pages.outline += filled.headings.map {
            .init(title: $0.number + $0.title, level: $0.level + 1, page: $0.frame + 1, point: $0.point)
        }
        report.add(contentsOf: setter.report.diagnostics)
        return pages
    }

    private func blocks(_ setter: inout Typesetter) -> [Block] {
        let source = document.document
        let isNumbered = design.style == .official && !source.hasTypedNumbers
        let blocks = DocumentBlocks(
            document: source, numbers: isNumbered ? source.officialNumbers : [:], anchors: document.anchors,
            targets: document.targets, links: .noted, code: { CodePicture.illustration(of: $0) }
        ).body
        return blocks + signature(&setter)
    }

    /// The issuer above the date, whose right indent is four characters (GB/T 9704 §7.3.5.1).
    private func signature(_ setter: inout Typesetter) -> [Block] {
        guard design.style == .official, let issuer = document.issuer, let date = document.date else { return [] }
        let look = design.body
        func width(_ text: String) -> Double {
            setter.paragraph(text, look.face, look.size, look.colour).naturalWidth / look.size
        }
        let (issuerWidth, dateWidth) = (width(issuer), width(date.chinese))
        // The longer of both keeps its distance from the edge: the date four characters, the name two.
        let dateInset = max(4, 2 + (issuerWidth - dateWidth) / 2)
        let issuerInset = dateInset + (dateWidth - issuerWidth) / 2
        return [
            Block(.space(lines: 2)), Block(.line([Inline(issuer)], .trailing, inset: issuerInset)),
            Block(.line([Inline(date.chinese)], .trailing, inset: dateInset)),
        ]
    }
}
