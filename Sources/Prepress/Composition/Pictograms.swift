import Campaign
package import Diagnostics
import Drawing
package import Theme

/// The drawings of templates/pictograms/: small, square, in one colour. Campaign.yaml's types and chapters name them.
package struct Pictograms: Sendable {
    private var drawings: [(name: String, art: Artwork)] = []

    /// Reads every `pictograms/<name>.svg`; one with a fault is reported and left out, but its name is known.
    package static func load(
        _ folder: TemplateFolder, theme: Theme, reporting report: inout Report
    ) -> Pictograms {
        var pictograms = Pictograms()
        let stylesheet = String(decoding: theme.svgStylesheet, as: UTF8.self)
        let files = folder.files(below: "pictograms/").filter { $0.name.hasSuffix(".svg") && !$0.name.contains("/") }
        let read = Parallel.map(files.map(\.file)) { file in
            var report = Report()
            return (art: Artwork.read(file, stylesheet: stylesheet, reporting: &report), report: report)
        }
        for ((path, file), read) in zip(files, read) {
            let name = String(path.dropLast(4))
            report.add(contentsOf: read.report.diagnostics)
            guard let art = read.art else { continue }
            if abs(art.size.width - art.size.height) > 0.01 * art.size.width {
                report.add(
                    .pictogramNotSquare, at: SourcePlace(file: file.path),
                    [
                        "name": .init(name), "width": .init(Decimal.text(art.size.width, places: 1)),
                        "height": .init(Decimal.text(art.size.height, places: 1)),
                    ])
            }
            pictograms.drawings.append((name, art))
        }
        return pictograms
    }

    /// The drawing in a colour; nil when nothing was asked for or there is none.
    func art(_ wanted: PictogramName?, in colour: Colour) -> Artwork? {
        guard let wanted else { return nil }
        return drawings.first { $0.name == wanted.name }?.art.inked(colour)
    }

    /// Its bytes, for fingerprints.
    func source(of wanted: PictogramName?) -> [UInt8] {
        wanted.flatMap { wanted in drawings.first { $0.name == wanted.name }?.art.bytes } ?? []
    }

    /// Reports names that no drawing has.
    func check(_ wanted: [PictogramName?], reporting report: inout Report) {
        let known = drawings.map(\.name)
        for wanted in wanted.compactMap(\.self) where !known.contains(wanted.name) {
            var arguments: [String: Wording] = [
                "name": .init(wanted.name),
                "known": .init(known.joined(separator: "、"), known.joined(separator: ", ")),
            ]
            arguments["suggestion"] = Suggestion.nearest(to: wanted.name, among: known).map { Wording($0) }
            report.add(.unknownPictogram, at: wanted.place, arguments)
        }
    }
}
