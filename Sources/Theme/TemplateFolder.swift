package import Diagnostics
import Glibc

/// The templates folder, read whole: everything that a designer may change. Hidden files are left out.
package struct TemplateFolder: Sendable {
    /// The folder as the user named it.
    package let path: String
    /// By path below the folder, in the order of its bytes.
    package let files: [(name: String, file: SourceFile)]

    package init(path: String, files: [(name: String, file: SourceFile)]) {
        self.path = path
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package func file(_ name: String) -> SourceFile? { files.first { $0.name == name }?.file }

    /// The files below a folder such as `site/`, by their path below it.
    package func files(below prefix: String) -> [(name: String, file: SourceFile)] {
        files.filter { $0.name.hasPrefix(prefix) }.map { (String($0.name.dropFirst(prefix.count)), $0.file) }
    }

    /// Larger files are refused: no template or piece of art comes near.
    static let sizeLimit = 8 << 20

    /// Reads every file below a folder; what cannot be read is reported.
    package static func read(_ path: String, reporting report: inout Report) -> TemplateFolder {
        var files: [(name: String, file: SourceFile)] = []
        var folders = [""]
        while let folder = folders.popLast() {
            guard let names = names(in: folder.isEmpty ? path : "\(path)/\(folder)", &report) else { continue }
            for name in names {
                let below = folder.isEmpty ? name : "\(folder)/\(name)"
                switch kind(of: "\(path)/\(below)") {
                case S_IFDIR: folders.append(below)
                case S_IFREG:
                    if let bytes = contents(of: "\(path)/\(below)", &report) {
                        files.append((below, SourceFile(path: "\(path)/\(below)", bytes: bytes)))
                    }
                default: continue
                }
            }
        }
        return TemplateFolder(path: path, files: files)
    }

    private static func names(in folder: String, _ report: inout Report) -> [String]? {
        guard let handle = unsafe opendir(folder) else {
            addUnreadable(folder, &report)
            return nil
        }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Links to files are followed; links to folders are not, because they can lead in circles.
    private static func kind(of path: String) -> mode_t {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return 0 }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR, unsafe lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFLNK { return 0 }
        return kind
    }

    private static func contents(of path: String, _ report: inout Report) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            addUnreadable(path, &report)
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            addUnreadable(path, &report)
            return nil
        }
        guard status.st_size <= sizeLimit else {
            let size = "\(status.st_size >> 20) MB"
            report.add(
                .fileTooLarge, at: SourcePlace(file: path),
                ["size": .init(size), "limit": .init("\(sizeLimit >> 20) MB")]
            )
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                addUnreadable(path, &report)
                return nil
            }
            filled += count
        }
        return bytes
    }

    private static func addUnreadable(_ path: String, _ report: inout Report) {
        let reason = unsafe String(cString: strerror(errno))
        report.add(.fileUnreadable, at: nil, ["path": .init(path), "reason": .init(reason)])
    }
}
