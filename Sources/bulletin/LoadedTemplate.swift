import Diagnostics
import Drawing
import Prepress
import Theme

/// What one poster needs of the templates folder and of the machine, and nothing else of them.
struct LoadedTemplate: Sendable {
    /// Nil where something is missing or wrong, which `report` says.
    let theme: Theme?
    let sheets: PosterTemplates?
    let fonts: FontSources?
    let report: Report

    init(_ path: String, name: String) {
        var report = Report()
        var folder = TemplateFolder.read(
            path, files: ["theme.yaml"], folders: PosterTemplates.folders(of: name), reporting: &report)
        // For a name that no template has, the answer names those that there are.
        if folder.file("posters/\(name)/poster.yaml") == nil {
            report = Report()
            folder = TemplateFolder.read(path, reporting: &report)
        }
        let theme = folder.file("theme.yaml").flatMap { Theme.load($0, reporting: &report) }
        let finding = theme.map { theme in
            Beside {
                var report = Report()
                return (sources: FontSources.find(theme.fonts, reporting: &report), report: report)
            }
        }
        sheets = theme.map { PosterTemplates.load(folder, theme: $0, reporting: &report) }
        let found = finding?.value()
        report.add(contentsOf: found?.report.diagnostics ?? [])
        self.theme = theme
        fonts = found?.sources?.keepingCuts(in: UserCache.fonts)
        self.report = report
    }
}
