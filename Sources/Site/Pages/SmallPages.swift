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
        let press = self
        let coded = edition.pieces.indices.filter { edition.pieces[$0].code != nil }
        let template = stampedTemplate(templates.short, named: "short", for: "c/code.html", menu: "")
        try addPages(for: coded) { index throws(Fault) in
            let piece = press.edition.pieces[index]
            let page = "c/\(piece.code ?? "").html"
            var record = Record<ShortKeys>()
            record[.head] = .group(press.head(piece.title, piece.summary))
            record[.title] = .text(piece.title)
            record[.address] = .text(Guide.link(to: press.guide.pages[index], from: page))
            return try Self.page(page, template, record)
        }
        for address in edition.retired {
            let page = "c/\(address.code).html"
            var record = Record<ShortKeys>()
            record[.head] = .group(head(address.title, edition.theme.line))
            record[.title] = .text(address.title)
            try addPage(page, templates.ended, named: "ended", record)
        }
    }

    mutating func addNotFound() throws(Fault) {
        var record = Record<NotFoundKeys>()
        record[.head] = .group(head("", edition.theme.line))
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
