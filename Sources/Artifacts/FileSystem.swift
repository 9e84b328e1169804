/// The file system as a value: what publishing asks of it, and nothing else.
///
/// Paths are relative to an open folder, the output folder as a rule. Numbers of open files are plain `Int32`; `OpenFile` and
/// `OpenFolder` own them. Tests wrap `real` to fail, or to die, at a chosen call.
package struct FileSystem: Sendable {
    /// What `open` is for.
    package enum Purpose: Sendable {
        /// Makes an empty file, or empties the one that is there.
        case write
        case read
        /// Makes the file if it is missing, to be locked.
        case lock
    }

    /// Opens a folder by its path from the working directory. Follows links: a user may keep `output` elsewhere.
    package var openFolder: @Sendable (_ path: String) throws(SystemError) -> Int32
    /// Opens a file; a link in place of the file itself is not followed.
    package var open: @Sendable (_ folder: Int32, _ path: String, _ purpose: Purpose) throws(SystemError) -> Int32
    package var close: @Sendable (_ file: Int32) -> Void
    /// Reads at most so many bytes; none at the end.
    package var read: @Sendable (_ file: Int32, _ count: Int) throws(SystemError) -> [UInt8]
    /// Writes all bytes.
    package var write: @Sendable (_ file: Int32, _ bytes: RawSpan) throws(SystemError) -> Void
    /// Of an open file.
    package var statusOfOpen: @Sendable (_ file: Int32) throws(SystemError) -> FileStatus
    /// Of what stands at a path, a link itself if it is one; nil if nothing does.
    package var status: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> FileStatus?
    /// Whether this process may change what is in a folder.
    package var mayWrite: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> Bool
    /// The names in a folder, in the order of their bytes, without `.` and `..`.
    package var list: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> [FolderEntry]
    /// Makes one folder; one that is there already is no fault.
    package var makeFolder: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> Void
    /// Replaces what is at the new path, as rename(2) does.
    package var rename: @Sendable (_ folder: Int32, _ from: String, _ to: String) throws(SystemError) -> Void
    /// Makes an empty folder of a new name where temporary files go, and gives its absolute path.
    package var makeTemporaryFolder: @Sendable () throws(SystemError) -> String
    package var removeFile: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> Void
    package var removeFolder: @Sendable (_ folder: Int32, _ path: String) throws(SystemError) -> Void
    /// Brings everything written to the whole file system to the disk.
    package var syncAll: @Sendable (_ folder: Int32) throws(SystemError) -> Void
    /// Brings one file or folder to the disk.
    package var sync: @Sendable (_ file: Int32) throws(SystemError) -> Void
    /// Takes the lock of an open file; false if another process has it.
    package var lock: @Sendable (_ file: Int32) throws(SystemError) -> Bool
    /// Closing would not do: a child process that is just being started may hold the file too.
    package var unlock: @Sendable (_ file: Int32) -> Void
}

/// What stands at a path.
package struct FileStatus: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case file, folder, link, other
    }

    package var kind: Kind
    package var size: Int
    /// The time of the last change of the content, in nanoseconds.
    package var changed: Int
    package var inode: UInt64

    package init(kind: Kind, size: Int, changed: Int, inode: UInt64) {
        self.kind = kind
        self.size = size
        self.changed = changed
        self.inode = inode
    }
}

package struct FolderEntry: Hashable, Sendable {
    package var name: String
    package var kind: FileStatus.Kind

    package init(name: String, kind: FileStatus.Kind) {
        self.name = name
        self.kind = kind
    }
}

/// A call of the system that failed.
package struct SystemError: Error, Hashable, Sendable {
    /// errno
    package var number: Int32
    /// The path as the user would write it.
    package var path: String

    package init(number: Int32, path: String) {
        self.number = number
        self.path = path
    }
}

/// An open file that is closed with the value.
struct OpenFile: ~Copyable {
    let number: Int32
    let path: String
    private let fileSystem: FileSystem

    init(
        _ path: String, in folder: Int32, for purpose: FileSystem.Purpose, of fileSystem: FileSystem
    ) throws(SystemError) {
        number = try fileSystem.open(folder, path, purpose)
        self.path = path
        self.fileSystem = fileSystem
    }

    deinit { fileSystem.close(number) }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        do {
            try unsafe fileSystem.write(number, bytes.span.bytes)
        } catch {
            throw SystemError(number: error.number, path: path)
        }
    }

    var status: FileStatus { get throws(SystemError) { try fileSystem.statusOfOpen(number) } }

    func sync() throws(SystemError) { try fileSystem.sync(number) }
    func lock() throws(SystemError) -> Bool { try fileSystem.lock(number) }
    func unlock() { fileSystem.unlock(number) }

    /// The whole content.
    func content() throws(SystemError) -> [UInt8] {
        // One byte more than there is, so that the second read finds the end.
        var result = try fileSystem.read(number, try status.size + 1)
        while true {
            let more = try fileSystem.read(number, 1 << 16)
            if more.isEmpty { return result }
            result.append(contentsOf: more)
        }
    }

    /// The SHA-256 of the content, read piece by piece.
    func sha256() throws(SystemError) -> Fingerprint {
        var hash = SHA256()
        while true {
            let chunk = try fileSystem.read(number, 1 << 18)
            if chunk.isEmpty { return hash.finish() }
            hash.update(chunk)
        }
    }
}
