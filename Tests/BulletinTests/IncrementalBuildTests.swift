import Foundation
import TestSupport
import Testing

/// Whatever is edited, in whatever order: building over an old output gives the bytes of a clean build.
///
/// The artifacts' own tests hold the same rule over random graphs and catch an under-fingerprinted artifact on purpose;
/// here it is held over the whole product, through its command line.
@Suite struct IncrementalBuildTests {
    /// Each sequence is up to four builds over one output and one clean build; `BULLETIN_SEQUENCES` tries more, or fewer.
    static let sequences = ProcessInfo.processInfo.environment["BULLETIN_SEQUENCES"].flatMap { Int($0) } ?? 300

    @Test func `random sequences of changes end in the bytes of a clean build`() async throws {
        let bases = [try UneditedCampaign(kinds: .withoutPictures), try UneditedCampaign(kinds: .all)]
        let failures = await withTaskGroup(of: [String].self) { group in
            let workers = 2
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: Self.sequences, by: workers).flatMap { seed in
                        // Pictures cost more than all else together, and are drawn from the same frames.
                        let base = bases[seed % 5 < 4 ? 0 : 1]
                        do { return try Self.failures(of: base, seed: UInt64(seed)) } catch {
                            return ["seed \(seed): \(error)"]
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(failures.isEmpty, "\(failures.prefix(5).joined(separator: "\n"))")
    }

    private static func failures(of base: UneditedCampaign, seed: UInt64) throws -> [String] {
        var random = SeededGenerator(seed: seed)
        let campaign = try EditableCampaign(base)
        var steps: [String] = []
        func failure(_ what: String) -> String { "seed \(seed) \(steps.joined(separator: ", ")): \(what)" }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let edit = CampaignEdit.all[Int.random(in: CampaignEdit.all.indices, using: &random)]
                steps.append(edit.name + " " + (try edit.make(campaign, &random)))
            }
            let before = try campaign.snapshot()
            let build = try campaign.build()
            if build.status == 0 {
                campaign.keepChanges()
            } else {
                // A change may break the campaign, a link for one; then nothing of the old output is touched.
                if try campaign.snapshot() != before { return [failure("a failed build wrote")] }
                if build.status != 1 { return [failure("status \(build.status)\n\(build.errors)")] }
                try campaign.undoChanges()
                steps.append("undone")
            }
        }
        // Twice: with nothing changed, the second build finds what it made still standing.
        for _ in 0..<2 {
            let last = try campaign.build()
            if last.status != 0 { return [failure("the last build failed\n\(last.errors)")] }
        }
        let differences = try campaign.differencesFromCleanBuild()
        return differences.isEmpty ? [] : [failure("\n  " + differences.joined(separator: "\n  "))]
    }
}
