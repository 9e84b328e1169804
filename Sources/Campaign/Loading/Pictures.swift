import Diagnostics
import Settings

/// The pictures of content/images by path, and how text refers to them.
struct Pictures: Sendable {
    /// Nil for a file that is there and was reported as no picture.
    private var byPath: [String: Picture?] = [:]

    mutating func add(_ picture: Picture?, path: String) { byPath[path] = .some(picture) }

    /// Whether a file is there, good or bad.
    func holds(_ path: String) -> Bool { byPath[path] != nil }

    subscript(path: String) -> Picture? { byPath[path] ?? nil }

    /// The picture that a setting names, such as `images/logo.png`; one that is missing is reported, and a drawing where
    /// only pixels will do.
    func picture(
        at path: Located, in file: SourceFile, allowsDrawing: Bool = false, reporting report: inout Report
    ) -> Picture? {
        if !holds(path.text) { report.add(.missingPicture, in: file, at: path.span, arguments(for: path.text)) }
        if let picture = self[path.text], picture.isDrawing, !allowsDrawing {
            report.add(.drawingNotAllowed, in: file, at: path.span, ["path": .init(path.text)])
            return nil
        }
        return self[path.text]
    }

    func arguments(for path: String) -> [String: Wording] {
        var arguments: [String: Wording] = ["path": .init(path)]
        if let near = Suggestion.nearest(to: path, among: byPath.keys.sorted()) {
            arguments["suggestion"] = .init(near)
        }
        return arguments
    }
}
