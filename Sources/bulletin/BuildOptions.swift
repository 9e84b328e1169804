import ArgumentParser
import Artifacts
import Campaign
import Edition
import Glibc

/// Words that `build` and `check` share.
struct BuildOptions: ParsableArguments {
    @Option(help: "内容文件夹。 / the content folder")
    var content = "content"

    @Option(help: "模板文件夹；不写则用当前文件夹或本程序所带的 templates。 / the template folder")
    var templates: String?

    @Option(help: "输出文件夹。 / the output folder")
    var output = "output"

    @Option(help: "按哪一天生成，如 2024-07-10；不写则按今天。 / the day to build for")
    var on: CivilDate?

    @Option(help: "只做哪几部分：site,posters,handbook,wechat，用逗号隔开。 / only these parts")
    var only: OnlyShares?

    @Option(help: "只做哪几种文件：如 pdf 或 pdf,html，用逗号隔开。 / only these kinds of file")
    var formats: FormatList?

    @Option(help: "同时做几件，默认与处理器核数相同。 / how many at a time")
    var jobs: Int = PublishOptions.cores

    @Option(help: "分几台机器做时，这是第几份，如 2/5。 / this machine's part of several")
    var shard: PublishOptions.Shard?

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs: 1–256") }
    }

    func day(in zone: CampaignZone, at clock: Int) throws -> CivilDate {
        try EditionDay.day(named: on, in: zone, at: clock)
    }

    private var shares: Set<Artifact.Share> { only?.shares ?? Set(Artifact.Share.allCases) }

    /// The parts whose artifacts must be known: those that are made, and for the site those that its pages show.
    var plannedShares: Set<Artifact.Share> {
        shares.contains(.site) ? shares.union([.posters, .handbook]) : shares
    }

    func publishOptions(day: CivilDate, progress: Progress, checkOnly: Bool) -> PublishOptions {
        PublishOptions(
            day: day.iso, jobs: jobs, shares: shares, shard: shard,
            formats: formats?.extensions, checkOnly: checkOnly,
            progress: { progress.update(done: $0.done, total: $0.total, path: $0.path.text) })
    }
}

/// The value of `--only`: parts by name, with commas between.
struct OnlyShares: ExpressibleByArgument {
    let shares: Set<Artifact.Share>

    init?(argument: String) {
        var shares: Set<Artifact.Share> = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let share = Artifact.Share(rawValue: String(name)) else { return nil }
            shares.insert(share)
        }
        self.shares = shares
    }
}

/// The value of `--formats`: file name extensions with commas between.
struct FormatList: ExpressibleByArgument {
    let extensions: Set<String>

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ ["pdf", "png", "jpg", "html", "csv", "xlsx", "xml", "css", "js"].contains($0) }) else {
            return nil
        }
        extensions = Set(names)
    }
}

extension CivilDate: ExpressibleByArgument {
    package init?(argument: String) {
        // The same ways of writing as in the content: 2024-07-10, 2024年7月10日.
        self.init(argument)
    }
}

extension PublishOptions.Shard: ExpressibleByArgument {
    package init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
        self.init(index: index, count: count)
    }
}

extension EditionDay {
    /// The day of the edition: as stated, else SOURCE_DATE_EPOCH, else today where the campaign is.
    static func day(
        named day: CivilDate?, in zone: CampaignZone, at clock: Int = time(nil)
    ) throws -> CivilDate {
        try self.day(named: day, sourceDateEpoch: sourceDateEpoch, clock: clock, zone: zone)
    }

    /// As the environment has it; an empty one counts as none.
    static var sourceDateEpoch: String? {
        unsafe getenv("SOURCE_DATE_EPOCH").map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
