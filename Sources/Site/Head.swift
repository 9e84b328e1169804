import Campaign
import Edition
import QRCode
import Templating

// The head of a page, and the code that leads to it.
extension PageMaker {
    /// The head of a page that is no piece; `address` is its permanent address below the base URL, if it has one.
    func head(
        _ title: String, _ description: String, address: String? = nil, column: String? = nil
    ) -> Record<HeadKeys> {
        var record = Record<HeadKeys>()
        record[.title] = .text(title)
        record[.description] = .text(description)
        record[.column] = column.map { .text($0) }
        if let base = guide.permanentBase, let address { record[.canonical] = .text("\(base)/\(address)") }
        return record
    }

    func head(of piece: Piece) -> Record<HeadKeys> {
        var record = head(
            piece.title, piece.summary, address: piece.page, column: guide.sections[piece.folder]?.title)
        record[.published] = .text(piece.date.iso)
        record[.updated] = .text((piece.updated ?? piece.date).chinese)
        record[.source] = piece.source.map { .text($0) }
        return record
    }

    /// The code of a page that is no piece.
    func code(_ address: String) -> PageCode? {
        edition.site.baseURL.map { PageCode(url: "\($0)/\(address)", isSample: guide.isSample) }
    }

    func code(of piece: Piece) -> PageCode? {
        edition.shortURL(of: piece).map { PageCode(url: $0, isSample: guide.isSample) }
    }
}

/// A page's QR code: a value until the page is written, because drawing it takes longer than the page.
struct PageCode: Hashable, Sendable {
    let url: String
    /// The address is a placeholder.
    let isSample: Bool

    func record() throws -> Record<CodeKeys> {
        var record = Record<CodeKeys>()
        record[.image] = .text(try Self.picture(of: QRCode(encoding: url)))
        record[.text] = .text(url)
        record[.sample] = .flag(isSample)
        return record
    }

    /// As an address that holds the picture itself (RFC 2397).
    static func picture(of code: QRCode) -> [UInt8] {
        Array("data:image/png;base64,".utf8) + Base64.encoded(code.png(moduleSize: modulePixels))
    }

    /// A symbol of version 3 is then 148 pixels wide, as the pages show it; larger screens enlarge it without smoothing.
    private static var modulePixels: Int { 4 }
}

/// RFC 4648 §4.
enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        let alphabet = alphabet
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = UInt32(bytes[start]) << 16
            if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[start + 2]) }
            for digit in 0..<4 {
                let isPadding = digit > count
                result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(group >> UInt32(18 - 6 * digit)) & 63])
            }
        }
        return result
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
