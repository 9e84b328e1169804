package import Diagnostics
import Files

/// An ICC profile of a printing press: how its four inks look on its paper (ISO 15076-1).
package struct InkProfile: Sendable {
    /// As Ghostscript opens it.
    let path: String
    let bytes: [UInt8]
    /// What the profile calls itself.
    let name: String

    /// Comes with Ghostscript: offset on coated paper, as in SWOP.
    package static let standard = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
    private static let folders = [
        "/usr/share/color/icc/ghostscript", "/usr/share/color/icc", "/usr/share/color/icc/colord",
        "/usr/local/share/color/icc",
    ]
    /// Profiles with many measured patches have some two million bytes.
    private static let sizeLimit = 16 << 20

    /// Reads a profile by its path, or by its name in the folders where Linux keeps profiles; nil after reporting what is
    /// wrong with it.
    package static func read(_ wanted: String, reporting report: inout Report) -> InkProfile? {
        let candidates = [wanted] + folders.flatMap { ["\($0)/\(wanted)", "\($0)/\(wanted).icc"] }
        guard
            let path = candidates.lazy.compactMap({ FileAccess.realPath($0) }).first(where: { !FileAccess.isFolder($0) }
            )
        else {
            let isOurs = wanted == standard
            report.add(isOurs ? .ghostscriptMissing : .profileMissing, at: nil, isOurs ? [:] : ["path": .init(wanted)])
            return nil
        }
        let bytes: [UInt8]
        do {
            bytes = try FileAccess.read(path, limit: sizeLimit)
        } catch {
            report.add(error.diagnostic(at: nil, path: wanted, limit: sizeLimit))
            return nil
        }
        guard isPress(bytes) else {
            report.add(.profileUnusable, at: nil, ["path": .init(wanted)])
            return nil
        }
        return InkProfile(
            path: path, bytes: bytes, name: description(in: bytes) ?? String(path.split(separator: "/").last ?? "CMYK"))
    }

    /// The signature, an output device, four inks (§7.2).
    private static func isPress(_ bytes: [UInt8]) -> Bool {
        bytes.count > 132 && bytes[36..<40].elementsEqual("acsp".utf8) && bytes[12..<16].elementsEqual("prtr".utf8)
            && bytes[16..<20].elementsEqual("CMYK".utf8)
    }

    /// The ASCII or Unicode text of the tag `desc` (§9.2.41; §6.5.17 of version 2).
    private static func description(in bytes: [UInt8]) -> String? {
        func number(_ offset: Int) -> Int? {
            offset >= 0 && offset + 4 <= bytes.count ? bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } : nil
        }
        guard let count = number(128), count <= 200 else { return nil }
        for index in 0..<count {
            let entry = 132 + 12 * index
            guard entry + 12 <= bytes.count, bytes[entry..<entry + 4].elementsEqual("desc".utf8),
                let start = number(entry + 4), let kind = number(start)
            else { continue }
            if kind == 0x6465_7363, let length = number(start + 8), length > 1, start + 12 + length <= bytes.count {
                return String(decoding: bytes[start + 12..<start + 11 + length], as: UTF8.self)
            }
            if kind == 0x6D6C_7563, let length = number(start + 20), let offset = number(start + 24),
                start + offset + length <= bytes.count
            {
                let units = stride(from: start + offset, to: start + offset + length - 1, by: 2).map {
                    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
                }
                return String(decoding: units, as: UTF16.self)
            }
        }
        return nil
    }
}
