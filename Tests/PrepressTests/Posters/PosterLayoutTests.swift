import Campaign
import Diagnostics
import Drawing
import Edition
import Markdown
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

struct PosterLayoutTests {
    /// One poster of each template, as text: where every frame stands and what it says in which size.
    @Test(arguments: [
        ("no-parking-in-stairwell/case-A4", "case"), ("notice/policy-A4", "policy"),
        ("notice/policy-facts-A3", "policy-facts"), ("clear-stairs-slogan-block-A4", "slogan-block"),
    ])
    func framesStandWhereTheReferenceSays(part: String, name: String) throws {
        let fixture = try PosterFixture.fire.get()
        let (poster, report) = fixture.laid(try fixture.ref(part))
        #expect(report.diagnostics.isEmpty)
        try expectGolden(try #require(poster).dump(fonts: fixture.fonts), named: "\(name).txt")
    }

    @Test func everyPosterOfTheCampaignIsLaidOutWithoutFaults() throws {
        let fixture = try PosterFixture.real.get()
        #expect(fixture.edition.posters.count > 150)
        for ref in fixture.edition.posters {
            let (poster, report) = fixture.laid(ref)
            #expect(report.diagnostics.isEmpty, "\(ref.stem): \(report.diagnostics.map { $0.summary(in: .english) })")
            let laid = try #require(poster)
            for sheet in laid.sheets { checkRules(sheet, of: fixture, ref.stem) }
        }
    }

    /// Item 8: the theme's lock-up at least 1/24 of the sheet's height, contrast at least 4.5, inside the trim; and no frame
    /// over another.
    private func checkRules(_ sheet: PosterSheet, of fixture: PosterFixture, _ stem: String) {
        let size = sheet.frame.size
        let themes = sheet.regions.filter { $0.take == .theme }
        #expect(themes.count == 1, "\(stem)")
        for theme in themes {
            #expect(bare(theme.text) == fixture.edition.theme.lockup.joined(), "\(stem)")
            #expect(theme.extent.height >= size.height / 24, "\(stem)")
            #expect(theme.extent.x >= 0 && theme.extent.y >= 0, "\(stem)")
            #expect(theme.extent.maxX <= size.width && theme.extent.maxY <= size.height, "\(stem)")
        }
        for theme in themes {
            let contrasts = sheet.frame.contrasts(ofTextIn: theme.extent)
            #expect(!contrasts.isEmpty && contrasts.allSatisfy { $0 >= 4.5 }, "\(stem): \(contrasts)")
        }
        for (index, region) in sheet.regions.enumerated() {
            for other in sheet.regions[..<index] {
                let across = min(region.rect.maxX, other.rect.maxX) - max(region.rect.x, other.rect.x)
                let down = min(region.rect.maxY, other.rect.maxY) - max(region.rect.y, other.rect.y)
                #expect(min(across, down) < 0.1, "\(stem): \(region.name) and \(other.name) overlap")
            }
        }
    }

    @Test func everyPosterSaysAllThatItsPieceSays() throws {
        let fixture = try PosterFixture.real.get()
        for ref in fixture.edition.posters where ref.size == "A4" {
            let piece = fixture.edition.pieces[ref.piece]
            let text = bare(try #require(fixture.laid(ref).poster).textByFrame)
            if let slogan = ref.slogan {
                #expect(text.contains(bare(fixture.edition.slogans[slogan].text)), "\(ref.stem)")
            } else if ["case", "policy"].contains(ref.template) {
                #expect(text.contains(bare(piece.title)), "\(ref.stem)")
                let missing = literals(of: piece).filter { !text.contains($0) }
                #expect(missing == [], "\(ref.stem)")
            }
        }
    }

    /// The posters of the visits say what there is to do, each item of it.
    @Test func postersOfVisitsHoldTheWholeChecklist() throws {
        let fixture = try PosterFixture.real.get()
        let posters = fixture.edition.posters.filter { $0.template.hasPrefix("audience-") }
        #expect(Set(posters.map(\.template)).count == 5)
        for ref in posters {
            let piece = fixture.edition.pieces[ref.piece]
            let text = bare(try #require(fixture.laid(ref).poster).text)
            let items = piece.document.nodes.indices.filter { piece.document.nodes[$0].kind == .item }
            let last = try #require(items.last)
            let list = items.filter { piece.document.nodes[$0].parent == piece.document.nodes[last].parent }
            #expect(list.count >= 4 && text.contains(bare(piece.title)), "\(ref.stem)")
            for item in list {
                let words = bare(piece.document.plainText(of: item))
                #expect(text.contains(words), "\(ref.stem): \(words)")
            }
        }
    }

    @Test func postersOfTheWholeCampaignSayWhatCampaignYAMLSays() throws {
        let fixture = try PosterFixture.real.get()
        let edition = fixture.edition
        func text(_ part: String) throws -> String {
            bare(try #require(fixture.laid(try fixture.ref(part)).poster).text)
        }
        let types = try text("types/types-A4")
        for type in edition.types {
            #expect(types.contains(bare(type.name)) == (type.kind == .victim), "\(type.name)")
            #expect(types.contains(bare(type.text)) == (type.kind == .victim), "\(type.name)")
        }
        let timeline = try text("timeline-A4")
        for phase in edition.phases {
            #expect(timeline.contains(phase.name) && timeline.contains(bare(phase.range.shortText)))
            for task in phase.tasks {
                #expect(timeline.contains(bare(task.what)) && timeline.contains(bare(task.who)), "\(task.what)")
            }
        }
        let help = try text("help/help-A4")
        for hotline in edition.hotlines {
            #expect(help.contains(hotline.number) && help.contains(bare(hotline.text)), "\(hotline.number)")
        }
    }

    /// A slogan in two: what they say, and the answer; both whole, the lie above.
    @Test func aSplitSloganStandsInTwoFrames() throws {
        let fixture = try PosterFixture.real.get()
        let sheet = try #require(fixture.laid(try fixture.ref("sure-profit-slogan-split")).poster).sheets[0]
        let lie = try #require(sheet.regions.first { $0.take == .firstClause })
        let truth = try #require(sheet.regions.first { $0.take == .otherClauses })
        #expect(bare(lie.text) == "他说稳赚不赔，" && bare(truth.text) == "你看有去无回")
        #expect(lie.rect.maxY <= truth.rect.y)
    }

    /// Words beside a number are left out where they would be too small to read, the sentence before the name.
    @Test func narrowFeetKeepTheNumberAndItsName() throws {
        let fixture = try PosterFixture.real.get()
        let sheet = try #require(fixture.laid(try fixture.ref("audience-shop-A4")).poster).sheets[0]
        let help = try #require(sheet.regions.first { $0.take == .hotlines })
        let hotline = try #require(fixture.edition.hotlines.first)
        #expect(bare(help.text) == hotline.number + bare(hotline.name))
    }

    /// The texts of all paragraphs, headings and cells, without white space.
    private func literals(of piece: Piece) -> [String] {
        let document = piece.document
        return document.nodes.indices.compactMap { node in
            switch document.nodes[node].kind {
            case .paragraph, .heading, .tableCell: bare(document.plainText(of: node))
            default: nil
            }
        }
    }

    @Test func unverifiedPiecesSaySoOnTheSheet() throws {
        let fixture = try PosterFixture.real.get()
        for ref in fixture.edition.posters where ref.template == "case" {
            let text = try #require(fixture.laid(ref).poster).text
            #expect(text.contains("待核实") == !fixture.edition.pieces[ref.piece].verified, "\(ref.stem)")
        }
    }

    @Test func codesOfTheReservedHostSaySoAndWithoutAnAddressTheLayoutClosesUp() throws {
        let real = try PosterFixture.real.get()
        let reserved = try #require(real.laid(try real.ref("transfer-slowly-slogan-block-A4")).poster)
        #expect(reserved.text.contains("样张：网址未设定"))

        let fire = try PosterFixture.fire.get()
        let ref = try fire.ref("clear-stairs-slogan-block-A4")
        let withCode = try #require(fire.laid(ref).poster)
        #expect(!withCode.text.contains("样张"))
        var edition = fire.edition
        edition.site.baseURL = nil
        var report = Report()
        let without = try #require(
            Posters.layout(
                of: ref, in: edition, templates: fire.templates, theme: fire.theme, fonts: fire.fonts,
                reporting: &report))
        func help(_ poster: LaidPoster) -> Rect? { poster.sheets[0].regions.first { $0.name == "help" }?.rect }
        #expect(without.sheets[0].regions.allSatisfy { $0.take != .qr })
        let widths = (help(withCode)?.maxX ?? 0, help(without)?.maxX ?? 0)
        #expect(widths.1 > widths.0 + 100)
        #expect(!without.text.contains("扫一扫"))
    }

    @Test func sheetsOfOneProportionShareOneComposition() throws {
        let fixture = try PosterFixture.real.get()
        let small = try #require(fixture.laid(try fixture.ref("stock-teacher-app/case-A4")).poster).sheets[0]
        let large = try #require(fixture.laid(try fixture.ref("stock-teacher-app/case-A3")).poster).sheets[0]
        let scale = large.frame.size.width / small.frame.size.width
        for (a, b) in zip(small.regions, large.regions) {
            #expect(a.name == b.name)
            #expect(abs(a.rect.x * scale - b.rect.x) < 4 && abs(a.rect.y * scale - b.rect.y) < 4, "\(a.name)")
        }
    }
}

extension Frame {
    /// Of every glyph run in a rectangle, the contrast with the last ground that was filled under it.
    fileprivate func contrasts(ofTextIn area: Rect) -> [Double] {
        items.indices.compactMap { index in
            guard case .glyphs(let run, let origin) = items[index].mark, area.contains(origin) else { return nil }
            let grounds = items[..<index].compactMap { item -> Colour? in
                guard case .fill(let path, let colour) = item.mark, path.bounds?.contains(origin) == true else {
                    return nil
                }
                return colour
            }
            return grounds.last.map { run.colour.contrast(with: $0) }
        }
    }
}

extension Path {
    /// The smallest rectangle around all points.
    var bounds: Rect? {
        let points = elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let third): [first, second, third]
            case .close: []
            }
        }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
        else { return nil }
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }
}

extension LaidPoster {
    /// The text of each frame, over all sheets: a paragraph may go on on the next one.
    fileprivate var textByFrame: String {
        var names: [String] = []
        var texts: [String: String] = [:]
        for region in sheets.flatMap(\.regions) {
            if texts[region.name] == nil { names.append(region.name) }
            texts[region.name, default: ""] += region.text
        }
        return names.compactMap { texts[$0] }.joined(separator: "\n")
    }

    /// Frames with their places, and under each its lines with size and face.
    fileprivate func dump(fonts: FontBook) -> String {
        var lines: [String] = []
        for (number, sheet) in sheets.enumerated() {
            lines.append("sheet \(number + 1): \(text(sheet.frame.size.width)) × \(text(sheet.frame.size.height))")
            for region in sheet.regions {
                lines.append("  \(region.name) \(text(region.rect)) covers \(text(region.extent))")
                lines += region.text.split(separator: "\n").map { "    \($0)" }
            }
            let sizes = sheet.frame.items.compactMap { item -> String? in
                guard case .glyphs(let run, _) = item.mark else { return nil }
                return "\(fonts.name(of: run.face)) \(Decimal.text(run.size, places: 1)) \(run.colour.hex)"
            }
            lines += Set(sizes).sorted().map { "  set in \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(_ points: Points) -> String { Decimal.text(points, places: 1) }
    private func text(_ rect: Rect) -> String {
        "\(text(rect.x)),\(text(rect.y)) \(text(rect.width))×\(text(rect.height))"
    }
}
