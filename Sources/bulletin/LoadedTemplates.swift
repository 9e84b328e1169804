import Diagnostics
import Dispatch
import Prepress
import Site
import Synchronization
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

    /// Reads them on a thread of their own while the caller reads the content.
    static func beginning(_ path: String) -> Reading {
        let reading = Reading()
        DispatchQueue.global(qos: .userInitiated).async(group: reading.group) {
            let loaded = LoadedTemplates(path)
            reading.result.withLock { $0 = loaded }
        }
        return reading
    }

    final class Reading: Sendable {
        fileprivate let group = DispatchGroup()
        fileprivate let result = Mutex<LoadedTemplates?>(nil)

        /// Waits for the end.
        func loaded() -> LoadedTemplates? {
            group.wait()
            return result.withLock { $0 }
        }
    }
}
