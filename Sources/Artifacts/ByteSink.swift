/// Where a render writes its bytes.
///
/// They go through a small buffer to the staged file and are hashed on the way, so that a file of any size takes no more
/// memory than the buffer. A write that fails (a full disk) is remembered, the rest is dropped, and the build says it once at
/// the end of the render: renders need no error handling for it.
package struct ByteSink: ~Copyable {
    /// Where the bytes end.
    enum Drain {
        /// A file that is made with the first bytes.
        case file(FileSystem, folder: Int32, path: String)
        /// `finish` hands them back.
        case memory
        /// They are only counted and hashed.
        case nowhere
    }

    /// What became of the bytes.
    struct Content {
        var size: Int
        var sha256: Fingerprint
        /// Of the staged file, when there is one.
        var status: FileStatus?
        /// When they were kept.
        var bytes: [UInt8]
    }

    /// The number of bytes written so far.
    package private(set) var count = 0

    /// Larger than most pages, so that these are written in one call.
    private static let room = 1 << 16

    private let drain: Drain
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var file: OpenFile?
    private var failure: SystemError?

    init(_ drain: Drain) { self.drain = drain }

    package mutating func write(_ bytes: [UInt8]) {
        if makesRoom(for: bytes.count) {
            // Most renders hand over a whole page: then nothing is copied.
            if buffer.capacity == 0 { buffer = bytes } else { buffer.append(contentsOf: bytes) }
        } else {
            unsafe bytes.withUnsafeBytes { unsafe pass(on: $0) }
        }
    }

    package mutating func write(_ bytes: ArraySlice<UInt8>) {
        if makesRoom(for: bytes.count) {
            buffer.append(contentsOf: bytes)
        } else {
            unsafe bytes.withUnsafeBytes { unsafe pass(on: $0) }
        }
    }

    package mutating func write(_ text: String.UTF8View) {
        if text.count > Self.room {
            write(Array(text))
        } else {
            _ = makesRoom(for: text.count)
            buffer.append(contentsOf: text)
        }
    }

    package mutating func write(_ text: String) { write(text.utf8) }

    package mutating func write(_ byte: UInt8) {
        _ = makesRoom(for: 1)
        buffer.append(byte)
    }

    /// For bytes that a C library hands over.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) {
        if makesRoom(for: bytes.count) {
            unsafe buffer.append(contentsOf: bytes)
        } else {
            unsafe pass(on: bytes)
        }
    }

    /// Counts bytes that come; false if they are too many for the buffer, which is then empty.
    private mutating func makesRoom(for bytes: Int) -> Bool {
        count += bytes
        if case .memory = drain { return true }
        if buffer.count + bytes <= Self.room { return true }
        flush()
        return bytes <= Self.room
    }

    private mutating func flush() {
        if buffer.isEmpty { return }
        let full = buffer
        buffer = []
        unsafe full.withUnsafeBytes { unsafe pass(on: $0) }
        buffer = full
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func pass(on bytes: UnsafeRawBufferPointer) {
        unsafe hash.update(bytes)
        guard case .file(let fileSystem, let folder, let path) = drain, failure == nil else { return }
        do throws(SystemError) {
            try open(in: folder, path, of: fileSystem)
            if let number = file?.number { try unsafe fileSystem.write(number, RawSpan(_unsafeBytes: bytes)) }
        } catch {
            failure = SystemError(number: error.number, path: path)
        }
    }

    private mutating func open(in folder: Int32, _ path: String, of fileSystem: FileSystem) throws(SystemError) {
        if file == nil { file = try OpenFile(path, in: folder, for: .write, of: fileSystem) }
    }

    /// Writes what is left and closes the file; throws the first failure.
    consuming func finish() throws(SystemError) -> Content {
        if case .memory = drain {
            hash.update(buffer)
            return Content(size: count, sha256: hash.finish(), bytes: buffer)
        }
        flush()
        if let failure { throw failure }
        var status: FileStatus?
        if case .file(let fileSystem, let folder, let path) = drain {
            try open(in: folder, path, of: fileSystem)
            status = try file?.status
        }
        return Content(size: count, sha256: hash.finish(), status: status, bytes: [])
    }
}
