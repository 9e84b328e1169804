import Glibc

/// Reads files and folders through the C library; Foundation's calls cost a multiple on a thousand small files.
package enum FileAccess {
    /// Why a file was not read.
    package enum Failure: Error, Equatable {
        case system(Int32)
        /// A pipe, a device, a folder: nothing to read to an end.
        case notAFile
        case tooLarge(Int)
    }

    /// The bytes of a regular file of at most `limit` bytes.
    package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        // O_NONBLOCK, because opening a pipe would wait for its other end.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(size) }
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = unsafe Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        guard failure == 0 else { throw .system(failure) }
        return bytes
    }

    package struct Entry: Equatable {
        package enum Kind { case file, folder, link, other }
        /// Nil when the name is not UTF-8.
        package let name: String?
        /// The name as the file system has it, malformed bytes shown as U+FFFD.
        package let shownName: String
        package let kind: Kind
    }

    /// The entries of a folder in the order of their names' bytes, hidden ones left out.
    package static func list(_ path: String) throws(Failure) -> [Entry] {
        guard let folder = unsafe opendir(path) else { throw .system(errno) }
        defer { unsafe closedir(folder) }
        var found: [(bytes: [UInt8], kind: Entry.Kind)] = []
        while let entry = unsafe readdir(folder) {
            let bytes = unsafe nameBytes(of: entry)
            if bytes.first == UInt8(ascii: ".") { continue }
            let kind: Entry.Kind =
                switch unsafe Int(entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .folder
                case Int(DT_LNK): .link
                case Int(DT_UNKNOWN): kindByStatus(of: path + "/" + String(decoding: bytes, as: UTF8.self))
                default: .other
                }
            found.append((bytes, kind))
        }
        return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map { bytes, kind in
            Entry(
                name: String(validating: bytes, as: UTF8.self), shownName: String(decoding: bytes, as: UTF8.self),
                kind: kind)
        }
    }

    private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
            unsafe name.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                unsafe Array(UnsafeBufferPointer(start: bytes, count: 256).prefix { $0 != 0 })
            }
        }
    }

    /// For file systems that do not say what an entry is.
    private static func kindByStatus(of path: String) -> Entry.Kind {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The absolute path without links, or nil when nothing is there.
    package static func realPath(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
