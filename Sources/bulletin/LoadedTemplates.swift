import Diagnostics
import Prepress
import Site
import Theme

/// The templates folder, read and checked for every output.
struct LoadedTemplates: Sendable {
    let folder: TemplateFolder
    /// Nil where something is missing or wrong, which `report` says.
    let theme: Theme?
    let pages: SiteTemplates?
    let sheets: PosterTemplates?
    let report: Report

    init(_ path: String) {
        var report = Report()
        let folder = TemplateFolder.read(path, reporting: &report)
        let theme = folder.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) }
        pages = SiteTemplates.load(folder, reporting: &report)
        sheets = theme.map { PosterTemplates.load(folder, theme: $0, reporting: &report) }
        self.folder = folder
        self.theme = theme
        self.report = report
    }
}
