import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Files
import Glibc
import Prepress

/// All that a build of a campaign is planned from: the content and template folders, the words of the command line, the day, and
/// where fonts and libraries are found. A build whose basis is that of the last one, with every output in its place, is done.
struct CampaignBasis {
    /// The moment at which the build began, in seconds since 1970.
    private let clock: Int
    private let inputs: Fingerprint
    private let isDayStated: Bool

    /// Nil when something in a folder cannot be told from what it was; see `FolderState`.
    init?(_ options: BuildOptions, templates: String, clock: Int) {
        guard let content = FolderState(of: options.content), let designs = FolderState(of: templates) else {
            return nil
        }
        self.clock = clock
        let epoch = EditionDay.sourceDateEpoch
        isDayStated = options.on != nil || epoch != nil
        var inputs = FingerprintBuilder("campaign build")
        inputs.add("content", options.content)
        inputs.add("content files", content.bytes)
        inputs.add("templates", templates)
        inputs.add("template files", designs.bytes)
        inputs.add("day", options.on?.iso)
        inputs.add("epoch", epoch)
        inputs.add("shares", options.plannedShares.map(\.rawValue).sorted())
        inputs.add("only", options.only.map { $0.shares.map(\.rawValue).sorted().joined(separator: ",") })
        inputs.add("formats", options.formats.map { $0.extensions.sorted().joined(separator: ",") })
        inputs.add("shard", options.shard.map { "\($0.index)/\($0.count)" })
        inputs.add("loader", PublishOptions.runningLoader)
        for name in FontSources.variables { inputs.add(name, unsafe getenv(name).map { unsafe String(cString: $0) }) }
        self.inputs = inputs.finish()
    }

    /// What is remembered of this build: the fonts that it asked for, and what was said of its plan.
    func remembered(zone: CampaignZone, fonts: PressFonts?, saying report: Report) -> Basis {
        Basis(
            inputs: inputs, fonts: fonts?.files ?? [],
            span: isDayStated ? nil : EditionDay.span(at: clock, in: zone), diagnostics: report.diagnostics)
    }

    /// Whether a build planned now would be the one that is remembered.
    func holds(_ earlier: Basis) -> Bool { earlier.inputs == inputs && earlier.span?.contains(clock) ?? true }
}
