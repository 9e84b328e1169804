import Diagnostics
import Foundation
import TestSupport
import Testing

@Test func dump() throws {
    guard let out = ProcessInfo.processInfo.environment["SITE_OUT"] else { return }
    let site = try BuiltSite(
        content: URL(
            filePath: ProcessInfo.processInfo.environment["SITE_IN"] ?? Repository.root.appending(path: "content").path),
        on: ProcessInfo.processInfo.environment["SITE_ON"] ?? "2024-07-10")
    for d in site.report.sorted { print(d.code.id, d.place?.file ?? "", d.place?.line ?? 0, d.summary(in: .chinese)) }
    for (path, bytes) in site.files {
        let url = URL(filePath: out).appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}
