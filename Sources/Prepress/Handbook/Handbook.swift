// Handbooks: in come an edition and the templates, out go one PDF for each unit, one without a unit for the site, and the
// order table. All copies are the same drawing with another slip on the cover.
package import Artifacts
import Campaign
package import Diagnostics
import Drawing
package import Edition
package import Theme

package enum Handbook {
    /// Everything that an edition's handbook consists of; nothing when it has no chapter.
    ///
    /// `pictograms` are those of the templates, where they have been read already. Nothing is drawn here: the first artifact
    /// that is rendered draws the plate for all.
    /// The fonts are asked for when there is a handbook; without them nothing can be made.
    package static func artifacts(
        of edition: Edition, theme: Theme, templates: TemplateFolder, pictograms: Pictograms? = nil,
        fonts: @autoclosure () throws(Fault) -> PressFonts?, reporting report: inout Report
    ) throws(Fault) -> [Artifact] {
        guard let settings = HandbookSettings.read(templates, reporting: &report) else { return [] }
        if let chapters = settings.chapters, !edition.pieces.contains(where: { $0.folder == chapters }) {
            if !edition.units.isEmpty {
                report.add(
                    .handbookWithoutChapters, at: nil,
                    ["count": .init("\(edition.units.count)"), "folder": .init(chapters.rawValue)])
            }
            return []
        }
        guard var template = HandbookTemplate.load(settings, from: templates, theme: theme, reporting: &report) else {
            return []
        }
        let manuscript = Manuscript(edition, chapters: template.chapters, code: template.code)
        template.pictograms = pictograms ?? Pictograms.load(templates, theme: theme, reporting: &report)
        template.pictograms.check(manuscript.chapters.map(\.piece.pictogram), reporting: &report)
        guard let size = SheetSize.named(edition.handbook.size) else {
            report.add(.handbookSizeUnknown, at: nil, ["size": .init(edition.handbook.size), "known": "A4, A5"])
            return []
        }
        let path = "\(templates.path)/handbook/handbook.yaml"
        guard
            let grid = PageGrid(
                page: size, look: template.page, foot: template.foot, scale: theme.scale, path: path, reporting: &report
            )
        else { return [] }
        guard let fonts = try fonts() else { return [] }
        let press = HandbookPress(
            manuscript: manuscript, template: template, grid: grid, theme: theme, fonts: fonts, units: edition.units)
        return try artifacts(of: press, size: edition.handbook.size)
    }

    private static func artifacts(of press: HandbookPress, size: String) throws(Fault) -> [Artifact] {
        let inputs = press.inputs(size: size)
        let book = Once { try press.fontBook() }
        let plate = Once { try press.plate(with: book.value()) }
        func copy(_ index: Int, at path: OutputPath, _ share: Artifact.Share) -> Artifact {
            var own = FingerprintBuilder("handbook copy")
            own.add("plate", inputs)
            own.add("label", index)
            return Artifact(path: path, share: share, inputs: own.finish()) { _, sink in
                let plate = try plate.value()
                sink.write(plate.stamped.base)
                sink.write(plate.stamped.update(forCopy: index))
                return Rendered(diagnostics: plate.diagnostics + plate.labelDiagnostics[index], pages: plate.pages)
            }
        }
        var works = [copy(0, at: try OutputPath("site/handbook.pdf"), .site)]
        guard !press.units.isEmpty else { return works }
        var paths: [OutputPath] = []
        for (index, unit) in press.units.enumerated() {
            let path = try OutputPath("handbook/\(unit.fileStem).pdf")
            paths.append(path)
            works.append(copy(index + 1, at: path, .handbook))
        }
        works.append(try orders(of: press.units, at: paths))
        works.append(
            try FontManifest.artifact(
                in: "handbook", share: .handbook, characters: inputs, fonts: press.fonts, theme: press.theme
            ) { try book.value() })
        return works
    }

    private static func orders(of units: [UnitCopies], at paths: [OutputPath]) throws(Fault) -> Artifact {
        var inputs = FingerprintBuilder("handbook orders")
        inputs.add("units", units.flatMap { [$0.name, "\($0.copies)"] })
        return Artifact(
            path: try OutputPath("handbook/orders.csv"), share: .handbook, inputs: inputs.finish(), needs: paths
        ) { needs, sink in
            var rows: [OrdersTable.Row] = []
            for (unit, path) in zip(units, paths) {
                rows.append(
                    .init(
                        unit: unit.name, copies: unit.copies, pages: try needs.pages(of: path) ?? 0,
                        file: String(path.name)))
            }
            sink.write(OrdersTable(rows).csv)
            return Rendered()
        }
    }
}

extension HandbookPress {
    /// What the drawing of all copies depends on. The names of all units are in it, because their characters share one
    /// font in every copy.
    fileprivate func inputs(size: String) -> Fingerprint {
        var inputs = FingerprintBuilder("handbook plate")
        inputs.add("manuscript", manuscript.fingerprint)
        inputs.add("template", template.source.map { Fingerprint(of: $0) })
        inputs.add(
            "pictograms",
            manuscript.chapters.map { Fingerprint(of: template.pictograms.source(of: $0.piece.pictogram)) })
        inputs.add("theme", theme.source)
        inputs.add("fonts", fonts.fingerprint)
        inputs.add("size", size)
        inputs.add("words", WordBreaks.version)
        inputs.add("units", units.flatMap { [$0.name, "\($0.copies)"] })
        return inputs.finish()
    }
}
