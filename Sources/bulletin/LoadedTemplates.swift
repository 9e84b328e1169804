import Artifacts
import Diagnostics
import Prepress
import Site
import Theme

/// The templates folder, read and checked for the outputs that are planned.
struct LoadedTemplates: Sendable {
    let folder: TemplateFolder
    /// Nil where something is missing or wrong, which `report` says; pages also where none are planned.
    let theme: Theme?
    let pages: SiteTemplates?
    let report: Report

    init(_ path: String, for shares: Set<Artifact.Share>) {
        var report = Report()
        let folder = TemplateFolder.read(path, reporting: &report)
        let theme = folder.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) }
        pages = shares.contains(.site) ? SiteTemplates.load(folder, reporting: &report) : nil
        self.folder = folder
        self.theme = theme
        self.report = report
    }

    /// The art of posters is most of the folder: it is read when a poster is planned.
    func sheets(reporting report: inout Report) -> PosterTemplates? {
        theme.map { PosterTemplates.load(folder, theme: $0, reporting: &report) }
    }
}
