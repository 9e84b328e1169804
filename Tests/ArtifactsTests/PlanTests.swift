import Artifacts
import Diagnostics
import TestSupport
import Testing

/// Plans that cannot be carried out are refused whole, with every fault.
struct PlanTests {
    private func faults(_ artifacts: [Artifact]) throws -> [Diagnostic] {
        let bench = try Workbench()
        let failure = #expect(throws: PublishFailure.self) {
            _ = try OutputTree(bench.output, fileSystem: .unsynced).publish(artifacts, options: bench.options)
        }
        return failure?.diagnostics ?? []
    }

    private func artifact(_ path: String, needs: [String] = []) throws -> Artifact {
        Artifact(
            path: try OutputPath(path), share: .site, inputs: Fingerprint(of: []),
            needs: try needs.map { try OutputPath($0) }
        ) { _, _ in Rendered() }
    }

    @Test(arguments: [
        ("site/a.html", "site/a.html"), ("site/a.html", "site/A.HTML"), ("site/é.html", "site/e\u{301}.html"),
        ("site/a", "site/a/b.html"), ("site/a/b/c", "site/A"),
    ])
    func twoOutputsCannotClaimOnePlace(first: String, second: String) throws {
        let found = try faults([artifact(first), artifact("site/other"), artifact(second)])
        #expect(found.map(\.code) == [.duplicatePath])
        #expect(Set(found[0].arguments.values.map(\.zh)) == [first, second])
    }

    @Test func foldersWithOneBeginningAreNoConflict() throws {
        let bench = try Workbench()
        try bench.publish(["site/a": Sketch(), "site/a-b/c": Sketch(), "site/ab": Sketch()])
        #expect(try bench.files().count == 3)
    }

    @Test func aNeedThatNobodyMakesIsAFault() throws {
        #expect(
            try faults([artifact("a", needs: ["b"]), artifact("c", needs: ["d"])]).map(\.code) == [
                .brokenPlan, .brokenPlan,
            ])
    }

    @Test(arguments: [["a": ["a"]], ["a": ["b"], "b": ["a"]], ["a": ["b"], "b": ["c"], "c": ["d"], "d": ["b"]]])
    func aCycleIsAFault(needs: [String: [String]]) throws {
        let all = try needs.sorted { $0.key < $1.key }.map { try artifact($0.key, needs: $0.value) }
        #expect(try faults(all).map(\.code) == [.brokenPlan])
    }

    @Test func chainsMayBeLong() throws {
        let chain = try (0..<3000).map { try artifact("site/\($0)", needs: $0 == 2999 ? [] : ["site/\($0 + 1)"]) }
        let bench = try Workbench()
        let summary = try OutputTree(bench.output, fileSystem: .unsynced).publish(chain, options: bench.options)
        #expect(summary.made == 3000)
    }
}
