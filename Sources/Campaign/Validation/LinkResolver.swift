import Diagnostics
import Markdown

/// A link or an image as it stands in a document.
struct Reference: Sendable {
    let node: NodeID
    let isImage: Bool
    let address: String

    /// The references of a document, in order.
    static func all(in document: Document) -> [Reference] {
        var references: [Reference] = []
        for id in document.nodes.indices {
            switch document.nodes[id].kind {
            case .link(let address, _):
                references.append(Reference(node: id, isImage: false, address: document.string(address)))
            case .image(let address, _):
                references.append(Reference(node: id, isImage: true, address: document.string(address)))
            default: continue
            }
        }
        return references
    }
}

/// Finds what every link and image of a piece leads to, and reports those that lead nowhere.
struct LinkResolver {
    /// Every Markdown file that was read.
    let loaded: [LoadedPiece]
    /// The index of each in `loaded`, by path.
    let indices: [String: Int]
    /// The index of each in the campaign's pieces; nil for one that is left out for its own faults.
    let positions: [Int?]
    /// Paths of Markdown files that lie there and could not be read, which has been reported.
    let unread: Set<String>
    let pictures: Pictures
    let staticPaths: Set<String>

    func targets(of piece: LoadedPiece, reporting report: inout Report) -> [NodeID: SourceTarget] {
        var targets: [NodeID: SourceTarget] = [:]
        for reference in piece.references {
            targets[reference.node] =
                reference.isImage
                ? image(reference.address, at: reference.node, in: piece, reporting: &report)
                : link(reference.address, at: reference.node, in: piece, reporting: &report)
        }
        return targets
    }

    /// The path below the content folder that a link from a piece may name, whether or not a piece lies there.
    static func piecePath(of reference: Reference, from folder: Folder) -> String? {
        guard !reference.isImage, scheme(of: reference.address) == nil else { return nil }
        let address = reference.address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return address.isEmpty ? nil : path(PercentCoding.decoded(address), from: folder)
    }

    private func link(
        _ address: String, at node: NodeID, in piece: LoadedPiece, reporting report: inout Report
    ) -> SourceTarget? {
        // The place costs a search in the file, and nearly every link is right.
        var place: SourcePlace { piece.document.place(of: node) }
        if address.isEmpty {
            report.add(.emptyLink, at: place)
            return nil
        }
        if let scheme = Self.scheme(of: address) {
            if ["http", "https", "mailto", "tel"].contains(scheme) { return .external(address) }
            report.add(.unsupportedScheme, at: place, ["scheme": .init(scheme)])
            return nil
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? PercentCoding.decoded(parts[1]) : ""
        if parts[0].isEmpty { return found(anchor, in: piece, at: place, &report).map { .anchor($0) } }
        guard let path = Self.path(PercentCoding.decoded(parts[0]), from: piece.folder) else {
            report.add(.linkOutOfContent, at: place, ["address": .init(address)])
            return nil
        }
        if unread.contains(path) { return nil }
        if let other = indices[path] { return pieceTarget(other, anchor, at: place, &report) }
        if path.hasPrefix("static/"), staticPaths.contains(String(path.dropFirst("static/".count))) {
            return .staticFile(String(path.dropFirst("static/".count)))
        }
        if let picture = pictures[path], !picture.isDrawing { return .picture(picture) }
        var arguments: [String: Wording] = ["address": .init(address)]
        if let near = Suggestion.nearest(to: path, among: indices.keys.sorted()) {
            arguments["suggestion"] = .init(Self.relative(near, from: piece.folder))
        }
        report.add(.deadLink, at: place, arguments)
        return nil
    }

    /// Nil for a piece that is left out.
    private func pieceTarget(
        _ index: Int, _ anchor: String, at place: @autoclosure () -> SourcePlace, _ report: inout Report
    ) -> SourceTarget? {
        let found = anchor.isEmpty ? "" : found(anchor, in: loaded[index], at: place(), &report)
        return positions[index].map { .piece($0, anchor: found ?? "") }
    }

    /// The anchor of a piece that an author means: as it is, or as the text of its heading.
    private func found(
        _ anchor: String, in piece: LoadedPiece, at place: @autoclosure () -> SourcePlace, _ report: inout Report
    ) -> String? {
        let known = piece.anchors.sorted { $0.key < $1.key }.map(\.value)
        for candidate in [CanonicalText.nfc(anchor), Headings.anchor(of: anchor)] where known.contains(candidate) {
            return candidate
        }
        var arguments: [String: Wording] = ["anchor": .init(anchor), "path": .init(piece.path)]
        if let near = Suggestion.nearest(to: anchor, among: known) { arguments["suggestion"] = .init(near) }
        report.add(.deadAnchor, at: place(), arguments)
        return nil
    }

    private func image(
        _ address: String, at node: NodeID, in piece: LoadedPiece, reporting report: inout Report
    ) -> SourceTarget? {
        var place: SourcePlace { piece.document.place(of: node) }
        if address.isEmpty {
            report.add(.emptyLink, at: place)
            return nil
        }
        guard Self.scheme(of: address) == nil, !address.hasPrefix("//") else {
            report.add(.foreignPicture, at: place, ["address": .init(address)])
            return nil
        }
        guard let path = Self.path(PercentCoding.decoded(address[...]), from: piece.folder) else {
            report.add(.linkOutOfContent, at: place, ["address": .init(address)])
            return nil
        }
        if !pictures.holds(path) { report.add(.missingPicture, at: place, pictures.arguments(for: path)) }
        guard let picture = pictures[path] else { return nil }
        if picture.isDrawing {
            report.add(.drawingNotAllowed, at: place, ["path": .init(path)])
            return nil
        }
        if !piece.document.isPictureByItself(node) {
            let words = String(decoding: PlainTextRenderer.render(piece.document, of: node), as: UTF8.self)
            report.add(.pictureAsWords, at: place, ["words": .init(words)])
        }
        return .picture(picture)
    }

    /// The scheme of an address such as `https:`, in small letters (RFC 3986 §3.1).
    private static func scheme(of address: String) -> String? {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = address[..<colon].lowercased()
        guard let first = scheme.unicodeScalars.first, ("a"..."z").contains(first) else { return nil }
        let isScheme = scheme.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0)
        }
        return isScheme ? scheme : nil
    }

    /// The path below the content folder that a relative address names from a piece's folder; nil when it leaves it.
    private static func path(_ address: String, from folder: Folder) -> String? {
        guard !address.hasPrefix("/"), !address.contains("\\") else { return nil }
        var parts = [folder.rawValue]
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case "", ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// A path below the content folder, as a link from a folder writes it.
    private static func relative(_ path: String, from folder: Folder) -> String {
        let own = "\(folder.rawValue)/"
        return path.hasPrefix(own) ? String(path.dropFirst(own.count)) : "../\(path)"
    }
}
