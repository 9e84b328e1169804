package import Diagnostics
import Files

/// The templates folder, read whole: everything that a designer may change. Hidden files are left out.
package struct TemplateFolder: Sendable {
    /// The folder as the user named it.
    package let path: String
    /// By path below the folder, in the order of its bytes.
    package let files: [(name: String, file: SourceFile)]

    /// Files that lie there and could not be read, which has been reported: nothing else is to call them missing.
    package let unread: Set<String>

    package init(path: String, files: [(name: String, file: SourceFile)], unread: Set<String> = []) {
        self.path = path
        self.unread = unread
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package func file(_ name: String) -> SourceFile? { files.first { $0.name == name }?.file }

    /// The files below a folder such as `site/`, by their path below it.
    package func files(below prefix: String) -> [(name: String, file: SourceFile)] {
        files.filter { $0.name.hasPrefix(prefix) }.map { (String($0.name.dropFirst(prefix.count)), $0.file) }
    }

    /// Larger files are refused: no template or piece of art comes near.
    static let sizeLimit = 8 << 20

    /// Reads every file below a folder, links to folders left out; what cannot be read is reported.
    package static func read(_ path: String, reporting report: inout Report) -> TemplateFolder {
        var unread: Set<String> = []
        let files = files(of: path, below: "", &unread, reporting: &report)
        return TemplateFolder(path: path, files: files, unread: unread)
    }

    /// Reads some files, and every file below some folders such as `posters/policy`; what is not there is left out.
    package static func read(
        _ path: String, files names: [String], folders: [String], reporting report: inout Report
    ) -> TemplateFolder {
        var files: [(name: String, file: SourceFile)] = []
        var unread: Set<String> = []
        for name in names {
            if let file = SourceFile.read("\(path)/\(name)", limit: sizeLimit, reporting: &report) {
                files.append((name, file))
            }
        }
        for folder in folders where FileAccess.isFolder("\(path)/\(folder)") {
            files += self.files(of: path, below: folder, &unread, reporting: &report)
        }
        return TemplateFolder(path: path, files: files, unread: unread)
    }

    private static func files(
        of path: String, below start: String, _ unread: inout Set<String>, reporting report: inout Report
    ) -> [(name: String, file: SourceFile)] {
        var files: [(name: String, file: SourceFile)] = []
        var folders = [start]
        while let folder = folders.popLast() {
            let shown = folder.isEmpty ? path : "\(path)/\(folder)"
            do {
                for entry in try FileAccess.list(shown) {
                    let below = folder.isEmpty ? entry.shownName : "\(folder)/\(entry.shownName)"
                    switch entry.kind {
                    case .folder: folders.append(below)
                    case .link where FileAccess.isFolder("\(path)/\(below)"): continue
                    case .file, .link:
                        if let file = SourceFile.read("\(path)/\(below)", limit: sizeLimit, reporting: &report) {
                            files.append((below, file))
                        } else {
                            unread.insert(below)
                        }
                    case .other: continue
                    }
                }
            } catch {
                report.add(error.diagnostic(at: nil, path: shown, limit: sizeLimit))
            }
        }
        return files
    }
}
