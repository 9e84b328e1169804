import Diagnostics
import Files
import Glibc
import Tables

/// The content folder as a list of files: what is there, what may be read, and what is wrong with the rest.
struct ContentFolder: Sendable {
    /// As the user wrote it, without a slash at the end.
    let path: String
    private let realPath: String

    /// Nil when there is no such folder, which has been reported.
    init?(_ path: String, reporting report: inout Report) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard FileAccess.isFolder(path), let real = FileAccess.realPath(path) else {
            report.add(.noContentFolder, at: nil, ["path": .init(path)])
            return nil
        }
        self.path = path
        realPath = real
    }

    /// The place of a file as a whole.
    func place(_ relative: String) -> SourcePlace { SourcePlace(file: "\(path)/\(relative)") }

    struct Listing {
        var files: [String] = []
        var folders: [String] = []
    }

    /// The names in a folder below the content folder ("" for itself) that may be read, in byte order.
    func list(_ relative: String, reporting report: inout Report) -> Listing {
        var listing = Listing()
        let entries: [FileAccess.Entry]
        do {
            entries = try FileAccess.list(relative.isEmpty ? path : "\(path)/\(relative)")
        } catch {
            add(error, relative, limit: 0, to: &report)
            return listing
        }
        for entry in entries {
            let below = relative.isEmpty ? entry.shownName : "\(relative)/\(entry.shownName)"
            guard let name = entry.name else {
                report.add(.fileNameNotUTF8, at: place(below))
                continue
            }
            if Self.isLeftover(name) { continue }
            switch entry.kind {
            case .file: listing.files.append(name)
            case .folder: listing.folders.append(name)
            case .link: if staysInside(below, reporting: &report) { listing.files.append(name) }
            case .other: report.add(.notARegularFile, at: place(below))
            }
        }
        return listing
    }

    /// Whether a link leads to a file inside the content folder.
    private func staysInside(_ relative: String, reporting report: inout Report) -> Bool {
        guard let target = FileAccess.realPath("\(path)/\(relative)") else {
            report.add(
                .fileUnreadable, at: place(relative), ["path": .init(relative), "reason": FileAccess.reason(ENOENT)])
            return false
        }
        guard target.hasPrefix(realPath + "/"), !FileAccess.isFolder(target) else {
            report.add(.linkOutOfFolder, at: place(relative), ["path": .init(relative)])
            return false
        }
        return true
    }

    /// What operating systems and editors leave behind.
    private static func isLeftover(_ name: String) -> Bool {
        name.hasSuffix("~") || name.hasPrefix("~$") || name.hasPrefix("#")
            || ["thumbs.db", "desktop.ini", "__macosx"].contains(name.lowercased())
    }

    /// The bytes of a file below the content folder; nil when they cannot be had, which has been reported.
    func bytes(of relative: String, limit: Int, reporting report: inout Report) -> [UInt8]? {
        do {
            return try FileAccess.read("\(path)/\(relative)", limit: limit)
        } catch {
            add(error, relative, limit: limit, to: &report)
            return nil
        }
    }

    /// A text file: well-formed UTF-8, a byte order mark taken off. Other bytes are reported with their offset.
    func text(of relative: String, limit: Int, reporting report: inout Report) -> SourceFile? {
        guard var bytes = bytes(of: relative, limit: limit, reporting: &report) else { return nil }
        if TextEncoding.isOfficeFile(bytes) {
            report.add(.officeFile, at: place(relative))
            return nil
        }
        if let offset = TextEncoding.firstMalformedByte(bytes) {
            let file = SourceFile(path: "\(path)/\(relative)", bytes: bytes)
            report.add(.invalidUTF8, at: file.place(ofByte: offset), ["offset": .init("\(offset)")])
            return nil
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            report.add(.byteOrderMark, at: place(relative))
            bytes.removeFirst(3)
        }
        return SourceFile(path: "\(path)/\(relative)", bytes: bytes)
    }

    private func add(_ failure: FileAccess.Failure, _ relative: String, limit: Int, to report: inout Report) {
        report.add(failure.diagnostic(at: place(relative), path: relative, limit: limit))
    }
}
