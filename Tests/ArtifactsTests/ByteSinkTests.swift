import Artifacts
import Diagnostics
import TestSupport
import Testing

struct ByteSinkTests {
    @Test func everyKindOfBytesArrivesInOrder() throws {
        let artifact = Artifact(path: try OutputPath("a"), share: .site, inputs: Fingerprint(of: [])) { _, sink in
            sink.write([1, 2])
            sink.write([9, 3, 4, 9][1...2])
            sink.write("五")
            sink.write("六".utf8)
            sink.write(UInt8(7))
            unsafe ([8, 9] as [UInt8]).withUnsafeBytes { unsafe sink.write($0) }
            #expect(sink.count == 13)
            return Rendered(pages: 2)
        }
        let (bytes, rendered) = try artifact.bytes()
        let expected: [UInt8] = [1, 2, 3, 4] + Array("五六".utf8) + [7, 8, 9]
        #expect(bytes == expected)
        #expect(rendered.pages == 2)
    }

    /// Writes of all sizes around that of the buffer, into memory and into a file.
    @Test func theSizeOfTheWritesDoesNotMatter() throws {
        let sizes = [0, 1, 65_535, 2, 65_536, 65_537, 3, 200_000, 1]
        let expected = sizes.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
        for kind in 0..<4 {
            let artifact = Artifact(path: try OutputPath("a"), share: .site, inputs: Fingerprint(of: [])) { _, sink in
                for (index, size) in sizes.enumerated() {
                    let bytes = Array(repeating: UInt8(index), count: size)
                    switch kind {
                    case 0: sink.write(bytes)
                    case 1: sink.write(bytes[...])
                    case 2: sink.write(String(decoding: bytes, as: UTF8.self).utf8)
                    default: unsafe bytes.withUnsafeBytes { unsafe sink.write($0) }
                    }
                }
                #expect(sink.count == expected.count)
                return Rendered()
            }
            #expect(try artifact.bytes().bytes == expected)
            let bench = try Workbench()
            _ = try OutputTree(bench.output, fileSystem: .unsynced).publish([artifact], options: bench.options)
            #expect(try bench.scratch.read("output/a") == expected)
            #expect(try bench.read("manifest.json").contains(Fingerprint(of: expected).hex))
        }
    }

    @Test func anEmptyOutputIsAnEmptyFile() throws {
        let bench = try Workbench()
        let artifact = Artifact(path: try OutputPath("a"), share: .site, inputs: Fingerprint(of: [])) { _, _ in
            Rendered()
        }
        _ = try OutputTree(bench.output, fileSystem: .unsynced).publish([artifact], options: bench.options)
        #expect(try bench.scratch.read("output/a") == [])
    }
}

struct NeedsTests {
    @Test func aRenderSeesWhatItDeclared() throws {
        let path = try OutputPath("a.pdf")
        let needs = Needs(holding: [(path, [1, 2, 3], 4)])
        #expect(try needs.bytes(of: path) == [1, 2, 3])
        #expect(try needs.size(of: path) == 3)
        #expect(try needs.pages(of: path) == 4)
        #expect(try needs.sha256(of: path) == Fingerprint(of: [1, 2, 3]))
    }

    @Test func aPathThatIsNotDeclaredIsAFault() throws {
        let bench = try Workbench()
        let undeclared = try OutputPath("b")
        let artifact = Artifact(path: try OutputPath("a"), share: .site, inputs: Fingerprint(of: [])) { needs, sink in
            sink.write(try needs.bytes(of: undeclared))
            return Rendered()
        }
        let made = Artifact(path: undeclared, share: .site, inputs: Fingerprint(of: [])) { _, _ in Rendered() }
        let failure = #expect(throws: PublishFailure.self) {
            _ = try OutputTree(bench.output, fileSystem: .unsynced).publish([artifact, made], options: bench.options)
        }
        #expect(failure?.diagnostics.map(\.code) == [.brokenPlan])
        #expect(failure?.diagnostics.first?.summary(in: .english).contains("“b”") == true)
    }
}
