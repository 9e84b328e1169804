import Artifacts
import Campaign
import Edition
import TestSupport
import Testing

@testable import Prepress

/// The structure of posters: one of each template and sheet, of both campaigns.
@Suite struct PosterStructureTests {
    @Test(arguments: ["fire", "real"])
    func everyKindOfPosterIsTagged(kind: String) throws {
        let fixture = try kind == "fire" ? PosterFixture.fire.get() : PosterFixture.real.get()
        let works = try fixture.artifacts()
        var seen: Set<String> = []
        for ref in fixture.edition.posters where seen.insert("\(ref.template) \(ref.size)").inserted {
            let bytes = try works.named("\(ref.stem).pdf").bytes().bytes
            let tagged = try TaggedFile(bytes)
            #expect(tagged.faults == [], "\(ref.stem)")
            let poster = try #require(fixture.laid(ref).poster)
            let heard = try StructureText(of: bytes)
            let titles = heard.texts(of: "H1").map(\.text)
            let edition = fixture.edition
            let headlines = [poster.title, edition.short] + edition.hotlines.prefix(1).map(\.number)
            #expect(!titles.isEmpty, "\(ref.stem)")
            for title in titles { #expect(headlines.contains { bare($0).contains(title) }, "\(ref.stem): \(title)") }
            #expect(heard.text().sorted() == bare(poster.text).sorted(), "\(ref.stem)")
        }
        #expect(seen.count > 3)
    }
}
