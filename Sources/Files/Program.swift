import Glibc

/// Runs another program on one file and hands on what it writes.
package struct Program {
    /// A path, or a name that is looked up in PATH.
    package let name: String
    package let arguments: [String]

    package init(_ name: String, _ arguments: [String]) {
        self.name = name
        self.arguments = arguments
    }

    package struct Outcome {
        /// What the program said on its standard error, the beginning of it.
        package var messages: String
        package var status: Int32
    }

    package struct Failure: Error {
        package var number: Int32
        package init(number: Int32) { self.number = number }
    }

    /// Starts the program with an open file as its standard input and hands on what it writes as it comes. A program that
    /// opens `/dev/stdin` reads the file, and no name of a file can be taken for an option. It finds `others` by their paths.
    ///
    /// - Throws: `errno`, when there is no such program.
    package func run(
        on file: Int32, others: [Int32] = [], output handle: ([UInt8]) -> Void
    ) throws(Failure) -> Outcome {
        let output = try Pipe()
        defer { output.close() }
        let errors = try Pipe()
        defer { errors.close() }
        let process = try spawn([file, output.write, errors.write] + others)
        output.closeWrite()
        errors.closeWrite()
        let messages = drain(output.read, errors.read, handle)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        return Outcome(messages: String(decoding: messages, as: UTF8.self), status: code)
    }

    /// The path by which the program opens one of the other files.
    package static func path(ofOther index: Int) -> String { "/dev/fd/\(3 + index)" }

    /// The same on bytes in memory.
    package func run(on bytes: [UInt8]) throws(Failure) -> (output: [UInt8], outcome: Outcome) {
        let file = try NamelessFile(bytes)
        defer { file.close() }
        var output: [UInt8] = []
        let outcome = try run(on: file.descriptor) { output += $0 }
        return (output, outcome)
    }

    /// `descriptors` become the program's 0, 1, 2 and so on.
    private func spawn(_ descriptors: [Int32]) throws(Failure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        // We ignore closed pipes; another program ends by them, as it expects.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var process = pid_t()
        let failed = unsafe posix_spawnp(&process, name, &actions, &attributes, &words, environ)
        guard failed == 0 else { throw Failure(number: failed) }
        return process
    }

    /// Reads both pipes until both are closed: a program that waits for room in one of them must not wait for ever.
    private func drain(_ output: Int32, _ errors: Int32, _ handle: ([UInt8]) -> Void) -> [UInt8] {
        var messages: [UInt8] = []
        var waiting = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        while waiting.contains(where: { $0.fd >= 0 }) {
            guard unsafe poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else { break }
            for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                let bytes = read(waiting[index].fd)
                if bytes.isEmpty { waiting[index].fd = -1 }
                if index == 0 {
                    if !bytes.isEmpty { handle(bytes) }
                } else if messages.count < 1 << 14 {
                    messages += bytes
                }
            }
        }
        return messages
    }

    private func read(_ descriptor: Int32) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            var got = 0
            repeat {
                got = unsafe Glibc.read(descriptor, buffer.baseAddress!, buffer.count)
            } while got < 0 && errno == EINTR
            count = max(got, 0)
        }
    }
}

/// A file without a name that holds some bytes and goes away when it is closed. A program can move in it, as in no pipe.
@safe package final class NamelessFile {
    private let stream: UnsafeMutablePointer<FILE>
    package var descriptor: Int32 { unsafe fileno(stream) }

    package init(_ bytes: [UInt8]) throws(Program.Failure) {
        guard let stream = unsafe tmpfile() else { throw .init(number: errno) }
        unsafe self.stream = unsafe stream
        guard unsafe fwrite(bytes, 1, bytes.count, stream) == bytes.count, unsafe fflush(stream) == 0 else {
            let number = errno
            unsafe fclose(stream)
            throw .init(number: number)
        }
        unsafe rewind(stream)
    }

    package func close() { unsafe fclose(stream) }
}

/// The two ends of a pipe, each closed once.
private final class Pipe {
    let read: Int32
    private(set) var write: Int32

    init() throws(Program.Failure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .init(number: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (read, write) = (ends[0], ends[1])
    }

    func closeWrite() {
        if write >= 0 { Glibc.close(write) }
        write = -1
    }

    func close() {
        closeWrite()
        Glibc.close(read)
    }
}
