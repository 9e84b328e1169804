import Diagnostics
import Imaging

/// Reads pictures: their dimensions from the header, their bytes unchanged. Drawings (SVG) are checked for what they hold.
enum PictureReader {
    /// Bytes; a photograph for a poster has a few million.
    static let sizeLimit = 20 << 20

    static func read(_ path: String, in folder: ContentFolder, reporting report: inout Report) -> Picture? {
        guard let bytes = folder.bytes(of: path, limit: sizeLimit, reporting: &report) else { return nil }
        if path.lowercased().hasSuffix(".svg") { return drawing(path, bytes, in: folder, reporting: &report) }
        guard PictureHead(bytes) != nil else {
            report.add(.notAPicture, at: folder.place(path), ["path": .init(path)])
            return nil
        }
        // Whatever would fail a poster or a handbook later is said here, once for all outputs.
        return PictureHead.checked(bytes, path: path, at: folder.place(path), reporting: &report)
            .map { Picture(path: path, head: $0, bytes: bytes) }
    }

    /// A drawing is published as it is, so that it must hold neither scripts nor references to elsewhere.
    private static func drawing(
        _ path: String, _ bytes: [UInt8], in folder: ContentFolder, reporting report: inout Report
    ) -> Picture? {
        let scan = DrawingScan(SourceFile(path: folder.place(path).file, bytes: bytes))
        report.add(contentsOf: scan.faults)
        guard scan.faults.isEmpty else { return nil }
        guard DrawingScan.endOfRootTag(in: bytes) != nil else {
            report.add(.notAPicture, at: folder.place(path), ["path": .init(path)])
            return nil
        }
        return Picture(path: path, head: nil, bytes: bytes)
    }
}
