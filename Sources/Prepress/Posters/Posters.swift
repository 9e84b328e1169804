// Posters: in come an edition and the templates, out go sheets with everything in its place, and the files made of them.
package import Diagnostics
package import Drawing
package import Edition
import Markdown
package import Theme

package enum Posters {
    /// Lays one poster out; what is wrong is reported, and the layout is nil where there is nothing to draw on.
    package static func layout(
        of ref: PosterRef, in edition: Edition, templates: PosterTemplates, theme: Theme, fonts: FontBook,
        reporting report: inout Report
    ) -> LaidPoster? {
        let mark = OrganiserMark(edition.logo, of: edition.organiser, reporting: &report)
        guard
            let context = context(
                of: ref, in: edition, templates: templates, theme: theme, mark: mark, reporting: &report)
        else { return nil }
        let (poster, found) = laid(context, fonts: fonts)
        report.add(contentsOf: found.diagnostics)
        return poster
    }

    /// The poster with what is wrong with it, as a layout and for print.
    static func laid(_ context: PosterContext, fonts: FontBook) -> (poster: LaidPoster, report: Report) {
        var layout = PosterLayout(context, fonts: fonts)
        var (poster, report) = layout.laid()
        LineChecks(context: context, poster: poster).report(&report)
        return (poster, report)
    }

    /// The template, the sheet and the shape that a poster names.
    static func context(
        of ref: PosterRef, in edition: Edition, templates: PosterTemplates, theme: Theme, mark: OrganiserMark?,
        reporting report: inout Report
    ) -> PosterContext? {
        let place = SourcePlace(file: edition.pieces[ref.piece].document.file.path)
        guard let template = templates.named(ref.template) else {
            // A template with faults of its own has been reported.
            if !templates.faulty.contains(ref.template) {
                let names = (templates.templates.map(\.name) + templates.faulty).sorted()
                var arguments: [String: Wording] = [
                    "template": .init(ref.template),
                    "templates": .init(names.joined(separator: "、"), names.joined(separator: ", ")),
                ]
                arguments["suggestion"] = Suggestion.nearest(to: ref.template, among: names).map { Wording($0) }
                report.add(.noSuchTemplate, at: place, arguments)
            }
            return nil
        }
        guard let sheet = SheetSize.named(ref.size) else {
            report.add(.unknownSheet, at: place, ["size": .init(ref.size)])
            return nil
        }
        guard let shape = template.shape(for: sheet), template.fits(shape, on: sheet) else {
            var arguments: [String: Wording] = [
                "template": .init(template.name), "size": .init(ref.size),
                "width": .init(Decimal.text(sheet.width.inMillimetres, places: 0)),
                "height": .init(Decimal.text(sheet.height.inMillimetres, places: 0)),
            ]
            let others = templates.names(for: sheet)
            if !others.isEmpty {
                arguments["others"] = .init(others.joined(separator: "、"), others.joined(separator: ", "))
            }
            report.add(.noShapeForSheet, at: place, arguments)
            return nil
        }
        return PosterContext(
            edition: edition, ref: ref, template: template.on(shape), shape: shape, theme: theme, sheet: sheet,
            pictograms: templates.pictograms, mark: mark)
    }
}
