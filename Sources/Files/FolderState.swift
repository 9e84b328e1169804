import Glibc

/// How everything below a folder stands: names, kinds, sizes, times and inodes. Where two states are equal nothing has
/// changed, which is known without reading a file.
package struct FolderState: Equatable, Sendable {
    /// Each entry in the order of the names' bytes; hidden ones too, because a text may name a picture so.
    package private(set) var bytes: [UInt8] = []
    /// The latest change of an entry, by the file system's clock.
    private var lastChange = 0

    /// Nil where that cannot be known for sure: a folder that cannot be listed, a link, whose target may change unseen, and a
    /// change so late that the next one might bear the same time.
    package init?(of path: String) {
        let now = Self.fileClock
        guard add(path), lastChange < now else { return nil }
    }

    private mutating func add(_ folder: String) -> Bool {
        guard let open = unsafe opendir(folder) else { return false }
        defer { unsafe closedir(open) }
        guard let entries = unsafe Self.entries(of: open) else { return false }
        write(entries.count)
        for entry in entries {
            var status = stat()
            // By its name in the open folder: a thousand long paths would each be walked from the top.
            guard unsafe fstatat(dirfd(open), entry, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
            write(entry.utf8.count)
            bytes.append(contentsOf: entry.utf8)
            write(Int(status.st_mode & S_IFMT))
            switch status.st_mode & S_IFMT {
            case S_IFLNK: return false
            case S_IFDIR:
                guard add(folder + "/" + entry) else { return false }
            default:
                write(Int(status.st_size))
                write(Int(truncatingIfNeeded: status.st_ino))
                write(Int(truncatingIfNeeded: status.st_dev))
                write(Self.nanoseconds(status.st_mtim))
                write(Self.nanoseconds(status.st_ctim))
                write(Int(status.st_mode))
                // The time of the content can be set by anyone; that of the entry is the kernel's own.
                lastChange = max(lastChange, Self.nanoseconds(status.st_ctim))
            }
        }
        return true
    }

    /// The names in a folder; nil when one of them is not UTF-8.
    private static func entries(of folder: OpaquePointer) -> [String]? {
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else { return nil }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func write(_ number: Int) {
        unsafe withUnsafeBytes(of: Int64(number).littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// The clock by which the kernel dates changes, in nanoseconds since 1970: it stands still for some milliseconds.
    private static var fileClock: Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME_COARSE, &now)
        return nanoseconds(now)
    }

    private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }
}
