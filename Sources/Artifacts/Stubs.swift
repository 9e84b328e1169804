/// A path below the output folder.
package struct OutputPath: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// What a render may see of the artifacts that it needs.
package struct Needs: Sendable {
}

/// Where a render writes its bytes.
package struct ByteSink: ~Copyable {
    package mutating func write(_ bytes: some Sequence<UInt8>) {}
}
