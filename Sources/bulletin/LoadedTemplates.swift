import Artifacts
import Diagnostics
import Prepress
import Site
import Theme

/// The templates folder, read and checked for the outputs that are planned.
struct LoadedTemplates: Sendable {
    let folder: TemplateFolder
    /// Nil where something is missing or wrong, which `report` says; pages and sheets also where none are planned.
    let theme: Theme?
    let pages: SiteTemplates?
    let sheets: PosterTemplates?
    let report: Report

    init(_ path: String, for shares: Set<Artifact.Share>) {
        var report = Report()
        let folder = TemplateFolder.read(path, reporting: &report)
        let theme = folder.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) }
        pages = shares.contains(.site) ? SiteTemplates.load(folder, reporting: &report) : nil
        sheets =
            !shares.isDisjoint(with: [.posters, .wechat])
            ? theme.map { PosterTemplates.load(folder, theme: $0, reporting: &report) } : nil
        self.folder = folder
        self.theme = theme
        self.report = report
    }
}
