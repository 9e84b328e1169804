internal import CLinux
internal import Glibc

/// A file or folder of the machine that a build depends on, as it stands: a library, a font, a folder of fonts. Whoever
/// replaces it wants its work.
package struct MachineFile: Hashable, Sendable {
    package let path: String
    /// Of the file itself, behind all links; nil where there is none.
    let status: FileStatus?

    /// As it stands now.
    package init(_ path: String) {
        var found = stat()
        self.init(path, unsafe stat(path, &found) == 0 ? FileStatus(found) : nil)
    }

    init(_ path: String, _ status: FileStatus?) {
        self.path = path
        self.status = status
    }

    /// Whether it is still what it was.
    var stands: Bool { MachineFile(path) == self }

    /// The libraries that this process has loaded by now.
    package static func loadedLibraries() -> [MachineFile] {
        var paths: [String] = []
        unsafe withUnsafeMutablePointer(to: &paths) { space in
            _ = unsafe dl_iterate_phdr(
                { library, _, space in
                    guard let name = unsafe library?.pointee.name else { return 0 }
                    unsafe space?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name))
                    return 0
                }, space)
        }
        // The program itself has no name, and what the kernel puts into a process no file.
        return paths.map { MachineFile($0) }.filter { $0.status != nil }
    }
}

extension FingerprintBuilder {
    package mutating func add(_ label: String, _ file: MachineFile) {
        add(label, file.path)
        guard let status = file.status else { return add("status", nil as String?) }
        add("kind", Int(status.kind.rawValue))
        add("size", status.size)
        add("changed", status.changed)
        add("inode", Int(truncatingIfNeeded: status.inode))
    }
}
