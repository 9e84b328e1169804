// The room Site: in come an edition, the theme and the templates, out go the artifacts of output/site.
package import Artifacts
package import Diagnostics
package import Edition
package import Theme

package enum Site {
    /// Every file of the site. `report` hears of faults that only a page brings to light, such as a QR code of a text that
    /// no code can hold.
    package static func artifacts(
        of edition: Edition, theme: Theme, templates: SiteTemplates, reporting report: inout Report
    ) throws(Fault) -> [Artifact] {
        var press = Press(edition: edition, theme: theme, templates: templates)
        try press.addAssets()
        try press.addHome()
        for section in edition.sections.indices { try press.addSection(section) }
        try press.addPieces()
        try press.addPosterWall()
        try press.addTags()
        try press.addShortAddresses()
        try press.addNotFound()
        try press.addFeed()
        try press.addSitemap()
        try press.addPictures()
        try press.addStaticFiles()
        report.add(contentsOf: press.report.diagnostics)
        return press.artifacts
    }
}
