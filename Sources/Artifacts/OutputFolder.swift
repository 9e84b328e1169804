internal import Diagnostics

/// The open output folder, closed with the value: every path below is relative to it.
final class OutputFolder: Sendable {
    let fileSystem: FileSystem
    /// As the user named it.
    let path: String
    let number: Int32

    static let staging = ".staging"
    /// Where rendered files wait, in the tree that they will have.
    static let staged = ".staging/tree"
    static let privateFolder = ".bulletin"
    static let state = ".bulletin/state"

    init(_ path: String, _ fileSystem: FileSystem) throws(SystemError) {
        self.path = path
        self.fileSystem = fileSystem
        number = try fileSystem.openFolder(path)
    }

    deinit { fileSystem.close(number) }

    func status(_ path: String) throws(SystemError) -> FileStatus? { try fileSystem.status(number, path) }
    func rename(_ from: String, _ to: String) throws(SystemError) { try fileSystem.rename(number, from, to) }
    func makeFolder(_ path: String) throws(SystemError) { try fileSystem.makeFolder(number, path) }

    func open(_ path: String, for purpose: FileSystem.Purpose) throws(SystemError) -> OpenFile {
        try OpenFile(path, in: number, for: purpose, of: fileSystem)
    }

    /// The content of a file, nil if there is none.
    func content(_ path: String) throws(SystemError) -> [UInt8]? {
        guard try status(path)?.kind == .file else { return nil }
        return try open(path, for: .read).content()
    }

    /// Writes a whole small file.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws(SystemError) -> FileStatus {
        let file = try open(path, for: .write)
        try file.write(bytes)
        return try file.status
    }

    /// Removes a file or a folder with everything in it; links are removed, not followed.
    func removeAll(_ path: String) throws(SystemError) {
        guard let status = try status(path) else { return }
        guard status.kind == .folder else { return try fileSystem.removeFile(number, path) }
        for entry in try fileSystem.list(number, path) { try removeAll("\(path)/\(entry.name)") }
        try fileSystem.removeFolder(number, path)
    }

    /// The state that the last build left; only the list of files if that is all there is.
    func earlierState() throws(SystemError) -> State {
        if let state = try content(Self.state).flatMap({ State($0) }) { return state }
        var state = State.none
        state.records = try content(Manifest.name).map { Manifest.records(in: $0) } ?? []
        return state
    }
}

extension Substring {
    /// The folder that a path lies in; nil at the top.
    var parentFolder: Substring? { utf8.lastIndex(of: UInt8(ascii: "/")).map { self[..<$0] } }
}
