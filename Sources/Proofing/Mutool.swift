import Files

/// Runs `mutool` (Debian: mupdf-tools) on one file. MuPDF is under the AGPL: run as a program, never linked.
struct Mutool {
    /// A path, or a name that is looked up in PATH.
    let program: String

    /// What the program is to tell of the file.
    enum Task {
        /// The characters of all pages with their places.
        case text
        /// What a script of ours prints.
        case script(String)
    }

    /// Starts the program on an open file and hands on what it writes as it comes. The file is the program's standard
    /// input, which it opens again by `/dev/stdin`: so no name of a file can be taken for an option, a list of pages or
    /// another kind of file, or spoil the XML.
    ///
    /// - Throws: `errno`, when there is no such program.
    func run(
        _ task: Task, on file: Int32, output handle: ([UInt8]) -> Void
    ) throws(Program.Failure) -> Program.Outcome {
        switch task {
        case .text:
            return try Program(program, ["draw", "-q", "-F", "stext", "-o", "-", "/dev/stdin"])
                .run(on: file, output: handle)
        case .script(let text):
            let script = try NamelessFile(Array(text.utf8))
            defer { script.close() }
            return try Program(program, ["run", Program.path(ofOther: 0), "/dev/stdin"])
                .run(on: file, others: [script.descriptor], output: handle)
        }
    }
}
