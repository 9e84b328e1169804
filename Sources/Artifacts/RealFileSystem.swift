internal import CLinux
internal import Glibc

extension FileSystem {
    /// The machine's own, by glibc.
    package static let real = FileSystem(
        openFolder: { path throws(SystemError) in
            try checked(path) { unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        },
        open: { folder, path, purpose throws(SystemError) in
            let flags =
                switch purpose {
                case .write: O_WRONLY | O_CREAT | O_TRUNC
                case .read: O_RDONLY
                case .lock: O_RDWR | O_CREAT
                }
            return try checked(path) { unsafe Glibc.openat(folder, path, flags | O_CLOEXEC | O_NOFOLLOW, 0o666) }
        },
        close: { _ = Glibc.close($0) },
        read: { file, count throws(SystemError) in
            var failure: Int32 = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { space, filled in
                let result = again { unsafe Glibc.read(file, space.baseAddress, count) }
                filled = max(0, result)
                failure = result < 0 ? errno : 0
            }
            if failure != 0 { throw SystemError(number: failure, path: "") }
            return bytes
        },
        write: { file, bytes throws(SystemError) in
            var written = 0
            while written < bytes.byteCount {
                let count = unsafe bytes.withUnsafeBytes { all in
                    again { unsafe Glibc.write(file, all.baseAddress! + written, all.count - written) }
                }
                if count < 0 { throw SystemError(number: errno, path: "") }
                written += count
            }
        },
        statusOfOpen: { file throws(SystemError) in
            var found = stat()
            try checked("") { unsafe fstat(file, &found) }
            return FileStatus(found)
        },
        status: { folder, path throws(SystemError) in
            var found = stat()
            if unsafe fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(found) }
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw SystemError(number: errno, path: path)
        },
        mayWrite: { folder, path throws(SystemError) in
            if unsafe faccessat(folder, path, W_OK | X_OK, 0) == 0 { return true }
            if errno == EACCES || errno == EROFS || errno == EPERM { return false }
            throw SystemError(number: errno, path: path)
        },
        list: { folder, path throws(SystemError) in try entries(in: folder, path) },
        makeFolder: { folder, path throws(SystemError) in
            if unsafe mkdirat(folder, path, 0o777) != 0, errno != EEXIST {
                throw SystemError(number: errno, path: path)
            }
        },
        rename: { folder, from, to throws(SystemError) in
            try checked(to) { unsafe Glibc.renameat(folder, from, folder, to) }
        },
        makeTemporaryFolder: { () throws(SystemError) in try temporaryFolder() },
        removeFile: { folder, path throws(SystemError) in try checked(path) { unsafe unlinkat(folder, path, 0) } },
        removeFolder: { folder, path throws(SystemError) in
            try checked(path) { unsafe unlinkat(folder, path, AT_REMOVEDIR) }
        },
        syncAll: { folder throws(SystemError) in try checked("") { syncfs(folder) } },
        sync: { file throws(SystemError) in try checked("") { fsync(file) } },
        lock: { file throws(SystemError) in
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
            if errno == EWOULDBLOCK { return false }
            // Some network shares know no locks; building there alone is still right.
            if errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL { return true }
            throw SystemError(number: errno, path: "")
        },
        unlock: { _ = flock($0, LOCK_UN) })

    private static func temporaryFolder() throws(SystemError) -> String {
        let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/bulletin-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { space in
            unsafe mkdtemp(space.baseAddress!).map { unsafe String(cString: $0) }
        }
        guard let made else { throw SystemError(number: errno, path: base) }
        return made
    }

    /// Calls again after an interruption.
    private static func again<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// Throws errno if the call fails.
    @discardableResult
    private static func checked(_ path: String, _ call: () -> Int32) throws(SystemError) -> Int32 {
        let result = again(call)
        if result < 0 { throw SystemError(number: errno, path: path) }
        return result
    }

    private static func entries(in folder: Int32, _ path: String) throws(SystemError) -> [FolderEntry] {
        let number = try checked(path) {
            unsafe Glibc.openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        }
        guard let stream = unsafe fdopendir(number) else {
            let error = errno
            _ = Glibc.close(number)
            throw SystemError(number: error, path: path)
        }
        defer { unsafe closedir(stream) }
        var result: [FolderEntry] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if name == "." || name == ".." { continue }
            let kind: FileStatus.Kind =
                switch Int(unsafe entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .folder
                case Int(DT_LNK): .link
                case Int(DT_UNKNOWN): try unknownKind(of: name, in: number)
                default: .other
                }
            result.append(FolderEntry(name: name, kind: kind))
            errno = 0
        }
        if errno != 0 { throw SystemError(number: errno, path: path) }
        return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Some file systems do not say the kind in the listing.
    private static func unknownKind(of name: String, in folder: Int32) throws(SystemError) -> FileStatus.Kind {
        var found = stat()
        try checked(name) { unsafe fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) }
        return FileStatus(found).kind
    }
}

extension FileStatus {
    init(_ found: stat) {
        let kind: Kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        self.init(
            kind: kind, size: Int(found.st_size),
            changed: Int(found.st_mtim.tv_sec) * 1_000_000_000 + Int(found.st_mtim.tv_nsec), inode: UInt64(found.st_ino)
        )
    }
}
