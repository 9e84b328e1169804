import Campaign
import Testing

/// Sheets as offices and print shops name them.
@Suite struct SheetFormatTests {
    @Test(
        arguments: [
            ("A3", 297, 420), ("A0", 841, 1189), ("大度八开", 285, 420), ("正度对开", 540, 740), ("60x90cm", 600, 900),
            ("60×90cm", 600, 900), ("8x0.7m", 8000, 700), ("210x297mm", 210, 297),
        ] as [(String, Double, Double)])
    func sheetsHaveTheirSidesInMillimetres(name: String, width: Double, height: Double) throws {
        let format = try #require(SheetFormat(name))
        #expect(abs(format.width - width) < 1e-9 && abs(format.height - height) < 1e-9 && format.stand == nil)
    }

    @Test func standsAreMeasuredInCentimetresAndKnowWhatTheyAre() throws {
        let rollup = try #require(SheetFormat("rollup-80x200"))
        #expect(rollup.width == 800 && rollup.height == 2000 && rollup.stand == .rollup)
        #expect(SheetFormat("xstand-60x160")?.stand == .xstand)
    }

    @Test(arguments: [
        "", "A9", "a3", "60x90", "0x5m", "5x0cm", "-3x4m", "1e9x2m", "nanx1m", "1x2x3cm", "x", "rollup-", "rollup-80",
        "xstand-80x200cm", "21x1m", "50x0.7m", "大度", "3..5x2m",
    ]) func othersAreNoSheets(name: String) {
        #expect(SheetFormat(name) == nil)
    }
}
