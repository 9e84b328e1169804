import Diagnostics
import TestSupport
import Testing

@testable import Prepress

/// The marks in a page's content: cairo's sequences are named and numbered, everything else that is painted is an artifact.
@Suite struct MarkedContentTests {
    private func marked(_ content: String, _ sequences: MarkedContent.Sequence...) throws -> String {
        String(decoding: try MarkedContent.marked(Array(content.utf8), as: sequences), as: UTF8.self)
    }

    private func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

    @Test func sequencesGetTheirTagAndNumber() throws {
        let result = try marked(
            "/P << /MCID 0 >> BDC BT (a) Tj ET EMC /P << /MCID 7 >> BDC BT <41> Tj ET EMC",
            .init(tag: "H1", number: 0), .init(tag: "TD", number: 1))
        #expect(
            words(result)
                == words("/H1 << /MCID 0 >> BDC BT (a) Tj ET EMC /TD << /MCID 1 >> BDC BT <41> Tj ET EMC"))
    }

    @Test func whatIsPaintedOutsideIsAnArtifact() throws {
        let result = try marked(
            "1 0 0 -1 0 595 cm\n0 0 9 9 re f\n/P << /MCID 0 >> BDC BT (a) Tj ET EMC Q\n0 0 m 9 9 l S",
            .init(tag: "P", number: 0))
        #expect(
            words(result)
                == words(
                    """
                    /Artifact BMC 1 0 0 -1 0 595 cm 0 0 9 9 re f EMC /P << /MCID 0 >> BDC BT (a) Tj ET EMC
                    /Artifact BMC Q 0 0 m 9 9 l S EMC
                    """))
    }

    @Test func whatDrawsNothingIsLeftAlone() throws {
        let content = "q 1 0 0 1 0 0 cm 0 0 9 9 re W n Q % f\n"
        #expect(try marked(content) == content)
    }

    @Test func operatorsInStringsAreText() throws {
        let content = "BT /F Do (f \\( S) (a (Tj) b) <46> [(f)-250(S)] BT /f 1 Tf ET"
        // `Do` behind a name is the only operator here that paints.
        #expect(try words(marked(content)) == words("/Artifact BMC \(content) EMC"))
        #expect(try words(marked("BT<0041>Tj ET")).first == "/Artifact")
        #expect(try words(marked("[<41>-2<42>]TJ")).first == "/Artifact")
        #expect(try marked("(f) [(S) 3] << /S /f >> /Tj gs") == "(f) [(S) 3] << /S /f >> /Tj gs")
    }

    @Test func marksThatCairoPutsAroundSingleCharactersStay() throws {
        let result = try marked(
            "/P << /MCID 0 >> BDC /Span << /ActualText <feff00a0> >> BDC BT (a) Tj ET EMC EMC",
            .init(tag: "P", number: 0))
        #expect(result.contains("/Span << /ActualText <feff00a0> >> BDC BT (a) Tj ET EMC EMC"))
        let outside = try marked("/Span << /ActualText <feff> >> BDC BT (a) Tj ET EMC")
        #expect(words(outside).first == "/Artifact")
    }

    @Test func theAreaOfALinkLeavesNoMark() throws {
        let result = try marked(
            "/P << /MCID 0 >> BDC BT (a) Tj ET EMC /Link << /MCID 1 >> BDC EMC", .init(tag: "Link", number: 0),
            .init(tag: "Link", number: nil))
        #expect(words(result) == words("/Link << /MCID 0 >> BDC BT (a) Tj ET EMC"))
    }

    @Test(arguments: [
        "", "/P << /MCID 0 >> BDC EMC /P << /MCID 1 >> BDC EMC", "/P << /MCID 0 >> BDC",
        "/P << /MCID 0 >> BDC /P << /MCID 1 >> BDC EMC EMC", "EMC /P << /MCID 0 >> BDC EMC",
        "/P << /MCID 0 >> BDC EMC BI /W 1 /H 1 ID x EI",
    ])
    func contentThatDoesNotMatchIsAFault(content: String) {
        #expect(throws: Fault.self) { try marked(content, .init(tag: "P", number: 0)) }
    }
}
