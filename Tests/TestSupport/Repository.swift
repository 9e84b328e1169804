package import Foundation

/// Where the tests find the repository that they test.
package enum Repository {
    /// The folder that holds Package.swift.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    package static let fixtures = root.appending(path: "Tests/Fixtures")
}
