import ArgumentParser
import Artifacts
import Campaign
import Diagnostics
import Edition
import Glibc
import Prepress
import Site

/// `bulletin build`: from content/ to output/.
struct BuildCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "从内容文件夹生成网站、海报和每个单位的手册。",
        discussion: "Makes the site, the posters and every unit's handbook. On any fault nothing is written.")

    @OptionGroup var build: BuildOptions
    @OptionGroup var options: ConsoleOptions

    func run() throws {
        let outcome = try CampaignBuild(options: build, console: options.console).run(checkOnly: false)
        if let summary = outcome.summary {
            BuildAnswer(summary: summary, output: build.output, console: options.console).show()
        }
        if outcome.status != 0 { throw ExitCode(outcome.status) }
    }
}

/// `bulletin check`: a build that writes nothing.
struct CheckCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查内容和模板，一次说出所有的错；什么都不写。",
        discussion: "Does all that build does and writes nothing: every fault at once.")

    @OptionGroup var build: BuildOptions
    @OptionGroup var options: ConsoleOptions

    func run() throws {
        let outcome = try CampaignBuild(options: build, console: options.console).run(checkOnly: true)
        if outcome.status != 0 { throw ExitCode(outcome.status) }
        options.console.answer(options.console.say("没有错误。", "No errors."))
    }
}

/// Values that live as long as the process. When a build is done the process ends, and the system takes all of its memory
/// back at once; freeing every text of a thousand pages before would take a tenth of the build.
private enum UntilTheEnd {
    private final class Kept {
        let value: Any
        init(_ value: Any) { self.value = value }
    }

    static func keep(_ value: Any) { _ = unsafe Unmanaged.passRetained(Kept(value)) }
}

/// The story that both commands tell.
struct CampaignBuild {
    let options: BuildOptions
    let console: Console

    struct Outcome {
        var summary: PublishSummary?
        var status: Int32
    }

    func run(checkOnly: Bool) throws(ValidationError) -> Outcome {
        let templates = try? FoundTemplates.path(stated: options.templates)
        try OutputChoice.check(options.output, outOf: [options.content] + [templates].compactMap(\.self))
        var report = Report()
        let summary = publish(checkOnly: checkOnly, reporting: &report)
        console.show(report)
        return Outcome(summary: report.hasErrors ? nil : summary, status: report.exitStatus)
    }

    private func publish(checkOnly: Bool, reporting report: inout Report) -> PublishSummary? {
        do {
            let path = try FoundTemplates.path(stated: options.templates)
            let clock = time(nil)
            let basis = checkOnly ? nil : CampaignBasis(options, templates: path, clock: clock)
            let tree = OutputTree(options.output)
            if let basis, let standing = try? tree.standing(where: basis.holds) {
                report.add(contentsOf: standing.diagnostics)
                return standing
            }
            let shares = options.plannedShares
            let reading = Beside { LoadedTemplates(path, for: shares) }
            var found = Report()
            let loaded = Campaign.load(options.content, reporting: &found)
            guard let templates = reading.value() else { return nil }
            report.add(contentsOf: templates.report.diagnostics + found.diagnostics)
            guard let campaign = loaded else { return nil }
            let day = try options.day(in: campaign.facts.zone, at: clock)
            let edition = Edition(campaign, on: day, reporting: &report)
            let search = templates.theme.map { PressFonts.Search($0, cache: UserCache.fonts) }
            let works = try works(
                of: edition, with: templates, search, for: shares, checkOnly: checkOnly, reporting: &report)
            UntilTheEnd.keep((campaign, edition, works))
            if report.hasErrors { return nil }
            let progress = Progress(console: console)
            defer { progress.end() }
            let summary = try tree.publish(
                works, options: options.publishOptions(day: day, progress: progress, checkOnly: checkOnly),
                basis: basis?.remembered(zone: campaign.facts.zone, fonts: search?.found, saying: report))
            report.add(contentsOf: summary.diagnostics)
            return summary
        } catch let failure as PublishFailure {
            report.add(contentsOf: failure.diagnostics)
        } catch let fault as Fault {
            report.add(fault.diagnostic)
        } catch {
            report.add(.unexpected, at: nil, ["reason": Wording("\(error)")])
        }
        return nil
    }

    /// What the planned parts are made of. What a missing template keeps from being planned is an error already.
    private func works(
        of edition: Edition, with templates: LoadedTemplates, _ search: PressFonts.Search?,
        for shares: Set<Artifact.Share>, checkOnly: Bool, reporting report: inout Report
    ) throws -> [Artifact] {
        guard let theme = templates.theme, let search else { return [] }
        var works: [Artifact] = []
        if let pages = templates.pages {
            works += try Site.artifacts(of: edition, theme: theme, templates: pages, reporting: &report)
        }
        let drawsSheets = checkOnly || !edition.posters.isEmpty || !edition.wechat.isEmpty
        let sheets =
            drawsSheets && !shares.isDisjoint(with: [.posters, .wechat]) ? templates.sheets(reporting: &report) : nil
        if let sheets {
            works += try Posters.artifacts(
                of: edition, templates: sheets, theme: theme, fonts: search.fonts(), reporting: &report)
        }
        if shares.contains(.handbook) {
            works += try Handbook.artifacts(
                of: edition, theme: theme, templates: templates.folder, pictograms: sheets?.pictograms,
                fonts: search.fonts(), reporting: &report)
        }
        report.add(contentsOf: search.diagnostics)
        return works
    }
}
