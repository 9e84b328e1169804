package import Foundation
package import Testing

/// Compares a text with a reference file beside the test: `<test file>.golden/<name>`.
///
/// The first run records *and fails*, so that a new reference is always looked at; `BULLETIN_RECORD=1` records again.
package func expectGolden(
    _ actual: String, named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: file).deletingPathExtension().appendingPathExtension("golden")
    try expectGolden(actual, at: folder.appending(path: name), sourceLocation: sourceLocation)
}

/// The same for a reference that stands elsewhere, such as a page of docs/ that is written out from the code.
package func expectGolden(
    _ actual: String, at reference: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let recording = ProcessInfo.processInfo.environment["BULLETIN_RECORD"] == "1"
    guard !recording, let expected = try? String(contentsOf: reference, encoding: .utf8) else {
        try FileManager.default.createDirectory(
            at: reference.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: reference)
        Issue.record(
            "recorded \(reference.lastPathComponent); look at it, then run again", sourceLocation: sourceLocation)
        return
    }
    if actual != expected {
        let name = reference.lastPathComponent
        Issue.record(
            "\(name) differs; BULLETIN_RECORD=1 records it again:\n\(firstDifference(actual, expected))",
            sourceLocation: sourceLocation)
    }
}

/// The first line that differs, from both texts.
private func firstDifference(_ actual: String, _ expected: String) -> String {
    let left = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(left.count, right.count) {
        let a = index < left.count ? left[index] : "(end)"
        let b = index < right.count ? right[index] : "(end)"
        if a != b { return "line \(index + 1)\n  is       \(a)\n  expected \(b)" }
    }
    return "no line differs"
}
