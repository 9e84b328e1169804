package import Diagnostics

/// What a render may see of the artifacts that it needs: those that it has declared, and nothing else.
///
/// Asking for another path throws `BB703`, because the artifact would not be made again when that one changes.
package struct Needs: Sendable {
    struct Source: Sendable {
        var path: OutputPath
        var size: Int
        var sha256: Fingerprint
        var pages: Int?
        var content: @Sendable () throws -> [UInt8]
    }

    private let sources: [Source]

    init(_ sources: [Source]) { self.sources = sources }

    /// Of an artifact that needs nothing.
    package static let none = Needs([])

    /// Needs at hand, for trying a render by itself.
    package init(holding contents: [(path: OutputPath, bytes: [UInt8], pages: Int?)]) {
        sources = contents.map { path, bytes, pages in
            Source(path: path, size: bytes.count, sha256: Fingerprint(of: bytes), pages: pages) { bytes }
        }
    }

    /// The whole content, read from the file at each call.
    package func bytes(of path: OutputPath) throws -> [UInt8] { try source(path).content() }

    /// In bytes.
    package func size(of path: OutputPath) throws(Fault) -> Int { try source(path).size }

    package func sha256(of path: OutputPath) throws(Fault) -> Fingerprint { try source(path).sha256 }

    /// What its render said; nil if it said nothing.
    package func pages(of path: OutputPath) throws(Fault) -> Int? { try source(path).pages }

    private func source(_ path: OutputPath) throws(Fault) -> Source {
        if let source = sources.first(where: { $0.path == path }) { return source }
        throw Fault(
            .brokenPlan,
            ["reason": .init("用到了没有声明的“\(path.text)”", "“\(path.text)” is used but not declared as a need")])
    }
}

extension Artifact {
    /// Renders by itself, into memory, outside any output tree: for tests and for commands that make one file.
    package func bytes(with needs: Needs = .none) throws -> (bytes: [UInt8], rendered: Rendered) {
        var sink = ByteSink(.memory)
        let rendered = try recipe().render(needs, &sink)
        return (try sink.finish().bytes, rendered)
    }
}
