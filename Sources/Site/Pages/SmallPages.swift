import Artifacts
import Campaign
import Diagnostics
import Edition
import QRCode
import Templating

// Short addresses, the page for lost readers, and files that are no pages.
extension Press {
    /// `c/<code>.html`, which printed codes lead to for good, also when the piece has gone.
    mutating func addShortAddresses() throws(Fault) {
        let coded = edition.pieces.indices.filter { edition.pieces[$0].code != nil }
        let template = stampedTemplate(templates.short, named: "short", for: "c/code.html", menu: "")
        let codes = edition.pieces.map(\.code)
        try addPages(for: coded, at: { Self.shortPage(codes[$0] ?? "") }) { maker, index in
            maker.shortPage(of: index, template)
        }
        for address in edition.retired {
            var record = Record<ShortKeys>()
            record[.head] = .group(maker.head(address.title, edition.theme.line))
            record[.title] = .text(address.title)
            try addPage(Self.shortPage(address.code), templates.ended, named: "ended", record)
        }
    }

    fileprivate static func shortPage(_ code: String) -> String { "c/\(code).html" }

    mutating func addNotFound() throws(Fault) {
        var record = Record<NotFoundKeys>()
        record[.head] = .group(maker.head("", edition.theme.line))
        try addPage("404.html", templates.notFound, named: "404", record)
    }

    /// Pictures that pages show.
    mutating func addPictures() throws(Fault) {
        for channel in edition.channels { if let code = channel.code { pictures[code.path] = code } }
        if let logo = edition.logo { pictures[logo.path] = logo }
        for (path, picture) in pictures.sorted(by: { $0.key < $1.key }) { try addFile(path, picture.bytes) }
    }

    mutating func addStaticFiles() throws(Fault) {
        for file in edition.staticFiles { try addFile(file.path, file.bytes) }
    }
}

extension PageMaker {
    fileprivate func shortPage(of index: Int, _ template: PrintedTemplate<ShortKeys>) -> Artifact.Recipe {
        let title = edition.pieces[index].title
        var record = Record<ShortKeys>()
        record[.head] = .group(head(title, edition.pieces[index].summary))
        record[.title] = .text(title)
        let page = Press.shortPage(edition.pieces[index].code ?? "")
        record[.address] = .text(Guide.link(to: guide.pages[index], from: page))
        return Press.page(template, record)
    }
}
