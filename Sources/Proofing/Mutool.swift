import Glibc

/// Runs `mutool` (Debian: mupdf-tools) on one file. MuPDF is under the AGPL: run as a program, never linked.
struct Mutool {
    /// A path, or a name that is looked up in PATH.
    let program: String

    struct Outcome {
        /// What the program said on its standard error, the beginning of it.
        var messages: String
        var status: Int32
    }

    /// What the program is to tell of the file.
    enum Task {
        /// The characters of all pages with their places.
        case text
        /// What a script of ours prints.
        case script(String)

        fileprivate var script: String {
            if case .script(let text) = self { text } else { "" }
        }
    }

    /// Starts the program on an open file and hands on what it writes as it comes. The file is the program's standard
    /// input, which it opens again by `/dev/stdin`: so no name of a file can be taken for an option, a list of pages or
    /// another kind of file, or spoil the XML.
    ///
    /// - Throws: `errno`, when there is no such program.
    func run(_ task: Task, on file: Int32, output handle: ([UInt8]) -> Void) throws(Failure) -> Outcome {
        let output = try Pipe()
        defer { output.close() }
        let errors = try Pipe()
        defer { errors.close() }
        let script = try TemporaryFile(task.script)
        defer { script.close() }
        let process = try spawn(
            task, input: file, output: output.write, errors: errors.write, script: script.descriptor)
        output.closeWrite()
        errors.closeWrite()
        let messages = drain(output.read, errors.read, handle)
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        return Outcome(messages: String(decoding: messages, as: UTF8.self), status: code)
    }

    struct Failure: Error { var number: Int32 }

    /// Where the program finds its script: it must be able to move in it, so no pipe will do.
    private static let scriptDescriptor: Int32 = 3

    private func spawn(
        _ task: Task, input: Int32, output: Int32, errors: Int32, script: Int32
    ) throws(Failure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, standard) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, standard)
        }
        var words = [program, "draw", "-q", "-F", "stext", "-o", "-", "/dev/stdin"]
        if case .script = task {
            unsafe posix_spawn_file_actions_adddup2(&actions, script, Self.scriptDescriptor)
            words = [program, "run", "/dev/fd/\(Self.scriptDescriptor)", "/dev/stdin"]
        }
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var process = pid_t()
        let failed = unsafe posix_spawnp(&process, program, &actions, nil, &arguments, environ)
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

/// A file without a name that holds a text and goes away when it is closed.
@safe private final class TemporaryFile {
    private let stream: UnsafeMutablePointer<FILE>
    var descriptor: Int32 { unsafe fileno(stream) }

    init(_ text: String) throws(Mutool.Failure) {
        guard let stream = unsafe tmpfile() else { throw .init(number: errno) }
        unsafe self.stream = unsafe stream
        guard unsafe fputs(text, stream) >= 0, unsafe fflush(stream) == 0 else {
            let number = errno
            unsafe fclose(stream)
            throw .init(number: number)
        }
    }

    func close() { unsafe fclose(stream) }
}

/// The two ends of a pipe, each closed once.
private final class Pipe {
    let read: Int32
    private(set) var write: Int32

    init() throws(Mutool.Failure) {
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
