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

    func head(of piece: Piece, at page: String) -> Record<HeadKeys> {
        var record = head(
            piece.title, piece.summary, address: page, column: guide.sections[piece.folder]?.title)
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
    static func picture(of code: QRCode) -> String {
        let data = Base64.encoded(code.png(moduleSize: modulePixels))
        return "data:image/png;base64," + String(decoding: data, as: UTF8.self)
    }

    /// A symbol of version 3 is then 148 pixels wide, as the pages show it; larger screens enlarge it without smoothing.
    private static var modulePixels: Int { 4 }
}

/// RFC 4648 §4.
enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let groups = bytes.count / 3
        let pairs = pairs
        var result = unsafe [UInt8](unsafeUninitializedCapacity: groups * 4 + 4) { space, count in
            let space = UnsafeMutableRawBufferPointer(space)
            unsafe bytes.withUnsafeBufferPointer { bytes in
                for index in 0..<groups {
                    let start = 3 &* index
                    let group =
                        unsafe Int(bytes[start]) &<< 16 | Int(bytes[start &+ 1]) &<< 8 | Int(bytes[start &+ 2])
                    unsafe space.storeBytes(of: pairs[group &>> 12], toByteOffset: 4 &* index, as: UInt16.self)
                    unsafe space.storeBytes(of: pairs[group & 0xFFF], toByteOffset: 4 &* index &+ 2, as: UInt16.self)
                }
            }
            count = groups * 4
        }
        let rest = bytes[(groups * 3)...]
        if let first = rest.first {
            let second = rest.dropFirst().first
            result.append(alphabet[Int(first >> 2)])
            result.append(alphabet[Int(first & 3) << 4 | Int(second ?? 0) >> 4])
            result.append(second.map { alphabet[Int($0 & 15) << 2] } ?? UInt8(ascii: "="))
            result.append(UInt8(ascii: "="))
        }
        return result
    }

    /// The digits of 12 bits, the first in memory first: a page has a thousand, for its code.
    private static let pairs = (0..<4096).map { value in
        (UInt16(alphabet[value >> 6]) << 8 | UInt16(alphabet[value & 63])).bigEndian
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
