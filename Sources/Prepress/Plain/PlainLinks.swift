import Campaign
import Diagnostics
import Drawing
import Edition
import Files
import Glibc
import Markdown

/// Where the links and pictures of a single file lead: addresses, its own headings, pictures beside it or in folders below.
struct PlainLinks {
    private let document: Document
    /// The name of each heading's place, by node: its number, because names in PDF files are best ASCII.
    let names: [NodeID: String]
    /// The same names by anchor.
    private let places: [String: String]

    init(_ document: Document) {
        self.document = document
        let anchors = document.headingAnchors.sorted { $0.key < $1.key }
        var names: [NodeID: String] = [:]
        var places: [String: String] = [:]
        for (index, heading) in anchors.enumerated() {
            names[heading.key] = "h\(index + 1)"
            places[heading.value] = "h\(index + 1)"
        }
        self.names = names
        self.places = places
    }

    func targets(reporting report: inout Report) -> [NodeID: Target] {
        var targets: [NodeID: Target] = [:]
        for node in document.nodes.indices {
            switch document.nodes[node].kind {
            case .link(let destination, _): targets[node] = target(of: document.string(destination))
            case .image(let destination, _):
                targets[node] = picture(document.string(destination), at: node, reporting: &report)
            default: continue
            }
        }
        return targets
    }

    /// Nil for a file elsewhere, whose link is set as plain text.
    private func target(of address: String) -> Target? {
        let small = address.lowercased()
        if ["http://", "https://", "mailto:", "tel:"].contains(where: small.hasPrefix) { return .external(address) }
        guard address.hasPrefix("#") else { return nil }
        let anchor = PercentCoding.decoded(address.dropFirst())
        return (places[anchor] ?? places[Document.anchor(ofHeading: anchor)]).map { .anchor($0) }
    }

    /// Bytes; a photograph for a poster has a few million.
    private static let sizeLimit = 64 << 20

    private func picture(_ address: String, at node: NodeID, reporting report: inout Report) -> Target? {
        let place = document.place(of: node)
        guard let path = path(of: PercentCoding.decoded(address[...])) else {
            report.add(.pictureElsewhere, at: place, ["address": .init(address)])
            return nil
        }
        do {
            let bytes = try FileAccess.read(path, limit: Self.sizeLimit)
            guard let bitmap = Bitmap.read(bytes, path: address, at: place, reporting: &report) else { return nil }
            if !document.isPictureByItself(node) {
                report.add(.pictureAsWords, at: place, ["words": .init(document.plainText(of: node))])
            }
            return .picture(Picture(path: address, head: bitmap.head, bytes: bytes))
        } catch .system(ENOENT) {
            // The document names what is not there: its fault, not the machine's.
            report.add(.pictureElsewhere, at: place, ["address": .init(address)])
            return nil
        } catch {
            report.add(error.diagnostic(at: place, path: address, limit: Self.sizeLimit))
            return nil
        }
    }

    /// A file below the document's own folder, links followed; nil for anything else.
    private func path(of address: String) -> String? {
        guard !address.isEmpty, !address.hasPrefix("/"), !address.contains("://"), !address.contains("\\") else {
            return nil
        }
        let folder = document.file.path.lastIndex(of: "/").map { String(document.file.path[..<$0]) } ?? "."
        guard let root = FileAccess.realPath(folder) else { return nil }
        let parts = address.split(separator: "/")
        guard !parts.contains("..") else { return nil }
        let path = "\(folder)/\(address)"
        // A file that is missing is said to be missing.
        guard let real = FileAccess.realPath(path) else { return path }
        return real.hasPrefix(root == "/" ? root : root + "/") ? path : nil
    }
}
