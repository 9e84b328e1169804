import Diagnostics

extension DrawnPDF {
    /// The file: the same bytes for the same pages. Throws a fault of the machine, or one of a picture that cannot be drawn.
    package func file(_ finishing: PDFFinishing, labels: CopyLabels? = nil) throws -> [UInt8] {
        try PDFWriter(self, finishing, labels).file()
    }

    /// The file of plain pages in Chinese.
    package func file() throws -> [UInt8] { try file(PDFFinishing(language: "zh-CN")) }
}

/// The labels that copies of a file carry on their first page; the file has an empty form for them.
package struct CopyLabels: Sendable {
    /// A page for each label, as large as the first page and empty but for the label; drawn as labels of the file's pages.
    package var pages: DrawnPDF
    /// What labels consist of, in the order of reading: by these numbers their content is marked.
    package var elements: [StructureElement]
    /// An entry that tells the form's dictionary from all others.
    package var marker: String

    package init(pages: DrawnPDF, elements: [StructureElement], marker: String) {
        self.pages = pages
        self.elements = elements
        self.marker = marker
    }
}

/// Writes drawn pages as a file (ISO 32000-1 §7.7).
private struct PDFWriter {
    private let drawn: DrawnPDF
    private let finishing: PDFFinishing
    private let labels: CopyLabels?
    private var output = PDFFile()
    private let root: Int
    private let pageTree: Int
    private let firstPage: Int

    init(_ drawn: DrawnPDF, _ finishing: PDFFinishing, _ labels: CopyLabels?) {
        self.drawn = drawn
        self.finishing = finishing
        self.labels = labels
        root = output.reserve()
        pageTree = output.reserve()
        firstPage = output.reserve(drawn.pages.count)
    }

    consuming func file() throws -> [UInt8] {
        let fonts = try addFonts()
        let label = try addLabelForm(fonts: fonts)
        let resources = try addResources(of: drawn, fonts: fonts, more: label.map { " /CopyLabel \($0) 0 R" } ?? "")
        var structure = StructureWriter(
            StructureTree(drawn.structure, labels: labels?.elements ?? []), drawn, firstPage: firstPage,
            labelForm: label)
        let contents = Parallel.map(drawn.pages) { PDFStream($0.content) }
        for (index, content) in contents.enumerated() {
            let links = structure.addLinks(ofPage: index, to: &output)
            addPage(index, content, resources, links: links)
        }
        output.write(
            pageTree,
            "<< /Type /Pages /Count \(drawn.pages.count) /Kids [\(drawn.pages.indices.map { "\(firstPage + $0) 0 R" }.joined(separator: " "))] >>"
        )
        var catalogue = "<< /Type /Catalog /Pages \(pageTree) 0 R"
        for (key, value) in finishing.catalogue { catalogue += " \(key) \(value)" }
        catalogue += " /MarkInfo << /Marked true >> /StructTreeRoot \(structure.add(to: &output)) 0 R"
        // Programs look for the packet in the file's bytes: it is not packed.
        let packet = Array(XMPPacket.text(of: drawn.metadata, language: finishing.language).utf8)
        let metadata = output.add(PDFStream(plain: packet), " /Type /Metadata /Subtype /XML")
        catalogue += " /Metadata \(metadata) 0 R"
        catalogue += PDFNavigation(drawn, firstPage: firstPage).entries(addedTo: &output)
        output.write(root, catalogue + " >>")
        let information = output.add(self.information)
        return output.finished(root: root, information: information)
    }

    private mutating func addPage(_ index: Int, _ content: PDFStream, _ resources: Int, links: String) {
        let page = drawn.pages[index]
        var contents = "\(output.add(content)) 0 R"
        if index == 0, labels != nil {
            let begin = output.add(PDFStream(Array("q\n".utf8)))
            let end = output.add(PDFStream(Array("\nQ\n/CopyLabel Do\n".utf8)))
            contents = "[\(begin) 0 R \(contents) \(end) 0 R]"
        }
        var entries = "/Type /Page /Parent \(pageTree) 0 R /Resources \(resources) 0 R /Contents \(contents)"
        let box = PageBoxes.Box(left: 0, bottom: 0, right: page.size.width, top: page.size.height)
        entries += " /MediaBox \(box.array) /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>"
        for (key, value) in finishing.entries(ofPage: index) { entries += " \(key) \(value)" }
        output.write(firstPage + index, "<< \(entries) /StructParents \(index)\(links) >>")
    }

    /// The fonts of the pages and of their labels, by the names that the content calls them.
    private mutating func addFonts() throws(Fault) -> Int {
        let uses = (labels?.pages ?? drawn).uses
        let fonts = Parallel.map(uses) { [drawn] use in
            Result { () throws(Fault) in try EmbeddedFont(use, drawn.book.face(use.face)) }
        }
        var entries = ""
        for (use, font) in zip(uses, fonts) {
            let number = try font.get().add(to: &output)
            entries += " /\(PDFFontUse.name(of: use.face)) \(number) 0 R"
        }
        return output.add("<<\(entries) >>")
    }

    /// Fonts, pictures and art, by the names that the content calls them.
    private mutating func addResources(of drawn: DrawnPDF, fonts: Int, more: String = "") throws -> Int {
        var objects = more
        for (index, picture) in drawn.pictures.enumerated() {
            guard let number = PDFPicture.add(picture, to: &output) else {
                throw Fault(.drawingFailed, ["reason": .init(picture.path)])
            }
            objects += " /\(PDFPicture.name(index)) \(number) 0 R"
        }
        for (index, number) in try PDFArt.add(drawn.art, to: &output).enumerated() {
            objects += " /\(PDFArt.name(index)) \(number) 0 R"
        }
        return output.add("<< /Font \(fonts) 0 R /XObject <<\(objects) >> >>")
    }

    /// An empty form of the first page's size, with all that labels use.
    private mutating func addLabelForm(fonts: Int) throws -> Int? {
        guard let labels, let page = drawn.pages.first else { return nil }
        let resources = try addResources(of: labels.pages, fonts: fonts)
        let box = PageBoxes.Box(left: 0, bottom: 0, right: page.size.width, top: page.size.height)
        return output.add(
            PDFStream([]),
            " /Type /XObject /Subtype /Form /FormType 1 /BBox \(box.array) /Resources \(resources) 0 R"
                + " /StructParents \(drawn.pages.count) \(labels.marker)")
    }

    private var information: String {
        let data = drawn.metadata
        var entries = "/Producer (Bulletin)"
        for (key, text) in [("Title", data.title), ("Author", data.author), ("Subject", data.subject)]
        where !text.isEmpty {
            entries += " /\(key) \(PDFText.string(text))"
        }
        return "<< \(entries) /CreationDate (D:\(data.date.filter(\.isNumber))000000Z) >>"
    }
}
