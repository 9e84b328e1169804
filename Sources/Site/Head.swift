import Artifacts
import Campaign
import Diagnostics
import Edition
import QRCode
import Templating

// The head of a page, and the code that leads to it.
extension Press {
    /// The head of a page that is no piece. `address` is the page below the root as its code and its permanent address
    /// name it.
    mutating func head(
        _ title: String, _ description: String, page: String, address: String? = nil, column: String? = nil
    ) throws(Fault) -> Record<HeadKeys> {
        var record = Record<HeadKeys>()
        record[.title] = .text(title)
        record[.description] = .text(description)
        record[.column] = column.map { .text($0) }
        guard let address, let base = edition.site.baseURL else { return record }
        let url = "\(base)/\(address)"
        if !edition.site.isReserved { record[.canonical] = .text(url) }
        let stem = address.isEmpty ? "index" : String(address.split(separator: "/")[0])
        record[.code] = .group(try code(url, named: "\(stem)-page", from: page))
        return record
    }

    mutating func head(of piece: Piece) throws(Fault) -> Record<HeadKeys> {
        var record = try head(piece.title, piece.summary, page: piece.page, column: guide.sections[piece.folder]?.title)
        record[.published] = .text(piece.date.iso)
        record[.updated] = .text((piece.updated ?? piece.date).chinese)
        record[.source] = piece.source.map { .text($0) }
        if let base = edition.site.baseURL, !edition.site.isReserved {
            record[.canonical] = .text("\(base)/\(piece.page)")
        }
        if let url = edition.shortURL(of: piece), let code = piece.code {
            record[.code] = .group(try self.code(url, named: code, from: piece.page))
        }
        return record
    }

    /// Adds the picture of a page's code and gives what templates need to show it.
    private mutating func code(_ url: String, named name: String, from page: String) throws(Fault) -> Record<CodeKeys> {
        let path = "qr/\(name).png"
        var inputs = FingerprintBuilder("site code")
        inputs.add("text", url)
        try add(path, inputs.finish()) { _, sink in
            sink.write(try QRCode(encoding: url).png(moduleSize: Self.modulePixels))
        }
        var record = Record<CodeKeys>()
        record[.image] = .text(Guide.link(to: path, from: page))
        record[.text] = .text(url)
        record[.sample] = .flag(edition.site.isReserved)
        return record
    }

    /// A version 3 symbol is then 296 pixels wide: sharp at twice its size on screens.
    static var modulePixels: Int { 8 }
}
