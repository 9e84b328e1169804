import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// An edition with the repository's templates, theme and fonts, and every poster of it laid out.
struct PosterFixture {
    let edition: Edition
    let templates: PosterTemplates
    let theme: Theme
    let fonts: FontBook
    let press: PressFonts

    static let real = Result {
        try PosterFixture(content: Repository.root.appending(path: "content"), on: "2024-07-10")
    }
    static let fire = Result {
        try PosterFixture(content: Repository.fixtures.appending(path: "fire-safety/content"), on: "2024-11-09")
    }

    init(content: URL, on day: String, templates folder: TemplateFolder = PressFixture.templates()) throws {
        var report = Report()
        let campaign = try #require(Campaign.load(content.path, reporting: &report))
        edition = Edition(campaign, on: try #require(CivilDate(day)), reporting: &report)
        theme = try PressFixture.theme()
        templates = PosterTemplates.load(folder, theme: theme, reporting: &report)
        try #require(!report.hasErrors, "\(report.sorted.map { $0.summary(in: .english) })")
        press = try PressFonts(sources: try PressFixture.sources())
        let labels = templates.templates.flatMap { $0.frames.flatMap { [$0.label ?? "", $0.numeral ?? ""] } }
        fonts = try FontBook(
            press.sources, roles: FontRole.allCases,
            characters: edition.printedCharacters(and: labels + VerticalForms.all.map { String($0) }))
    }

    func laid(_ ref: PosterRef) -> (poster: LaidPoster?, report: Report) {
        var report = Report()
        let poster = Posters.layout(
            of: ref, in: edition, templates: templates, theme: theme, fonts: fonts, reporting: &report)
        return (poster, report)
    }

    func ref(_ part: String) throws -> PosterRef { try #require(edition.posters.first { $0.stem.contains(part) }) }

    /// The posters' own files.
    func artifacts() throws -> [Artifact] { try everyArtifact().filter { $0.needs.isEmpty } }

    /// The posters, where they hang, and what is printed.
    func everyArtifact() throws -> [Artifact] {
        var report = Report()
        return try Posters.artifacts(
            of: edition, templates: templates, theme: theme, fonts: press, reporting: &report)
    }
}

/// Text without white space, as comparisons want it.
func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}

extension LaidPoster {
    /// The text of all sheets in the order in which it is drawn.
    var text: String { sheets.flatMap { $0.frame.items.compactMap(\.text) }.joined() }
}
