import Foundation
import TestSupport
import Testing

/// Whatever is edited, in whatever order: building over an old output gives the bytes of a clean build.
///
/// The artifacts' own tests hold the same rule over random graphs and catch an under-fingerprinted artifact on purpose;
/// here it is held over the whole product, through its command line.
@Suite struct IncrementalBuildTests {
    /// Each sequence is three to five builds of the whole product; `BULLETIN_SEQUENCES=300` holds the rule over more.
    static let sequences = ProcessInfo.processInfo.environment["BULLETIN_SEQUENCES"].flatMap { Int($0) } ?? 24

    @Test func `random sequences of changes end in the bytes of a clean build`() async throws {
        let failures = await withTaskGroup(of: [String].self) { group in
            let workers = 2
            for worker in 0..<workers {
                group.addTask {
                    do {
                        return try Self.run(
                            seeds: stride(from: worker, to: Self.sequences, by: workers).map { UInt64($0) })
                    } catch {
                        return ["worker \(worker): \(error)"]
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(failures.isEmpty, "\(failures.prefix(5).joined(separator: "\n"))")
    }

    private static func run(seeds: [UInt64]) throws -> [String] {
        var failures: [String] = []
        for seed in seeds {
            var generator = SeededGenerator(seed: seed)
            let campaign = try EditableCampaign()
            var steps: [String] = []
            try #require(try campaign.build().status == 0, "the untouched campaign builds")
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let before = try campaign.snapshot()
                steps.append(try campaign.changeSomething(using: &generator))
                let build = try campaign.build()
                if build.status != 0 {
                    // A change may break the campaign, a link for one; then nothing of the old output is touched.
                    if try campaign.snapshot() != before {
                        failures.append("seed \(seed) \(steps): a failed build wrote")
                    }
                    try campaign.undo()
                    steps.append("undone")
                }
            }
            let last = try campaign.build()
            if last.status != 0 { failures.append("seed \(seed) \(steps): the last build failed\n\(last.errors)") }
            let differences = try campaign.differencesFromCleanBuild()
            if !differences.isEmpty {
                failures.append("seed \(seed) \(steps):\n  " + differences.joined(separator: "\n  "))
            }
        }
        return failures
    }
}

/// A small campaign in a scratch folder that is changed at random.
private final class EditableCampaign {
    private let scratch: Scratch
    private var date = "2025-07-08"
    private var undoing: () throws -> Void = {}

    init() throws {
        scratch = try Scratch()
        let templates = Repository.root.appending(path: "templates")
        let manager = FileManager.default
        try manager.copyItem(at: templates, to: scratch.url.appending(path: "templates"))
        try manager.copyItem(at: templates.appending(path: "starter"), to: scratch.url.appending(path: "content"))
        // One size of each poster is enough to hold the rule, and takes half the time.
        try edit("content/campaign.yaml") { $0.replacing("sizes: [A3, A4]", with: "sizes: [A4]") }
    }

    func build() throws -> Command { try build(into: "output") }

    private func build(into output: String) throws -> Command {
        try Command.bulletin(
            ["build", "--on", date, "--output", output, "--jobs", "1", "--quiet"], in: scratch.url,
            environment: ["LC_ALL": "zh_CN.UTF-8"])
    }

    /// Everything but the private notes about files' times, which are no output.
    func snapshot() throws -> FolderContents {
        try FolderContents(of: scratch.url.appending(path: "output"), excluding: [".bulletin"])
    }

    func differencesFromCleanBuild() throws -> [String] {
        let clean = try build(into: "clean")
        guard clean.status == 0 else { return ["the clean build failed: \(clean.errors)"] }
        let expected = try FolderContents(of: scratch.url.appending(path: "clean"), excluding: [".bulletin"])
        return try snapshot().differences(from: expected)
    }

    func undo() throws { try undoing() }

    /// One change of content, date, theme, template, units or fonts; returns its name.
    func changeSomething(using generator: inout SeededGenerator) throws -> String {
        let number = Int.random(in: 100...999, using: &generator)
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: return try append("先断电，再动手，第\(number)次提醒。", toOneOf: pieces, using: &generator)
        case 1: return try replaceLine("title: ", with: "title: 改过的题目\(number)", inOneOf: pieces, using: &generator)
        case 2:
            return try replaceLine("summary: ", with: "summary: 新的一句话\(number)。", inOneOf: pieces, using: &generator)
        case 3: return try move(one: pieces, using: &generator)
        case 4: return try delete(one: pieces, using: &generator)
        case 5: return try add(number: number)
        case 6:
            return change(
                dateTo: ["2025-07-01", "2025-07-08", "2025-07-12", "2025-08-01", "2027-07-08"], using: &generator)
        case 7: return try replace("安全过夏", with: "平安过夏", in: "content/campaign.yaml")
        case 8: return try replaceLine("organiser: ", with: "organiser: 第\(number)办事处", in: "content/campaign.yaml")
        case 9: return try append("第\(number)中学,学校,\(number),,,,\n", to: "content/units.csv")
        case 10: return try replace("居委会,社区,12", with: "居委会,社区,\(number)", in: "content/units.csv")
        case 11: return try replace("#C1121F", with: "#B1121F", in: "templates/theme.yaml")
        case 12: return try replace("weight: 900", with: "weight: 700", in: "templates/theme.yaml")
        default: return try touchTemplate(using: &generator)
        }
    }

    private var pieces: [String] {
        get throws {
            let walk = FileManager.default.enumerator(atPath: scratch.url.appending(path: "content").path)
            return (walk?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "content/\($0)" }
        }
    }

    private func touchTemplate(using generator: inout SeededGenerator) throws -> String {
        let walk = FileManager.default.enumerator(atPath: scratch.url.appending(path: "templates").path)
        let files = (walk?.allObjects as? [String] ?? []).filter {
            !$0.hasPrefix("starter/") && ["mustache", "css", "svg"].contains(($0 as NSString).pathExtension)
        }.sorted().map { "templates/\($0)" }
        let file = files[Int.random(in: 0..<files.count, using: &generator)]
        let comment =
            switch (file as NSString).pathExtension {
            case "css": "\n/* changed */\n"
            case "svg": "\n<!-- changed -->\n"
            default: "\n"
            }
        return try append(comment, to: file)
    }

    // MARK: Changes that can be undone

    private func edit(_ path: String, _ change: (String) -> String) throws {
        let old = try scratch.read(path)
        undoing = { [scratch] in try scratch.write(old, to: path) }
        try scratch.write(change(String(decoding: old, as: UTF8.self)), to: path)
    }

    private func append(_ text: String, to path: String) throws -> String {
        try edit(path) { $0 + text }
        return "append to \(path)"
    }

    private func append(
        _ text: String, toOneOf paths: [String], using generator: inout SeededGenerator
    ) throws -> String {
        try append("\n\(text)\n", to: paths[Int.random(in: 0..<paths.count, using: &generator)])
    }

    private func replace(_ old: String, with new: String, in path: String) throws -> String {
        try edit(path) { $0.replacing(old, with: new) }
        return "\(old) → \(new) in \(path)"
    }

    private func replaceLine(_ prefix: String, with line: String, in path: String) throws -> String {
        try edit(path) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix(prefix) ? line : String($0)
            }
            .joined(separator: "\n")
        }
        return "\(line) in \(path)"
    }

    private func replaceLine(
        _ prefix: String, with line: String, inOneOf paths: [String], using generator: inout SeededGenerator
    ) throws -> String {
        try replaceLine(prefix, with: line, in: paths[Int.random(in: 0..<paths.count, using: &generator)])
    }

    private func move(one paths: [String], using generator: inout SeededGenerator) throws -> String {
        let path = paths[Int.random(in: 0..<paths.count, using: &generator)]
        let old = try scratch.read(path)
        let moved = path.replacing(".md", with: "-moved.md")
        undoing = { [scratch] in
            try FileManager.default.removeItem(at: scratch.url.appending(path: moved))
            try scratch.write(old, to: path)
        }
        try FileManager.default.moveItem(at: scratch.url.appending(path: path), to: scratch.url.appending(path: moved))
        return "rename \(path)"
    }

    private func delete(one paths: [String], using generator: inout SeededGenerator) throws -> String {
        let path = paths[Int.random(in: 0..<paths.count, using: &generator)]
        let old = try scratch.read(path)
        undoing = { [scratch] in try scratch.write(old, to: path) }
        try FileManager.default.removeItem(at: scratch.url.appending(path: path))
        return "delete \(path)"
    }

    private func add(number: Int) throws -> String {
        let path = "content/pages/note-\(number).md"
        undoing = { [scratch] in try FileManager.default.removeItem(at: scratch.url.appending(path: path)) }
        try scratch.write(
            """
            ---
            title: 第\(number)号说明
            slug: note-\(number)
            code: n\(number)
            date: 2025-07-08
            tags: [说明]
            ---

            ## 一件小事

            出门前看一看\(number)号插座。

            """, to: path)
        return "add \(path)"
    }

    private func change(dateTo dates: [String], using generator: inout SeededGenerator) -> String {
        let old = date
        undoing = { [self] in date = old }
        date = dates[Int.random(in: 0..<dates.count, using: &generator)]
        return "on \(date)"
    }
}
