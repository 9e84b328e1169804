import Testing
@testable import Drawing

/// CIDs of CFF tables written by hand (Adobe Technical Note 5176).
struct CompactFontTests {
    /// A header, a name, a top dictionary with ROS and a charset's place, an index of no strings, and the charset.
    private func table(_ charset: [UInt8], hasCharacterIDs: Bool = true) -> [UInt8] {
        let names: [UInt8] = [0, 1, 1, 1, 2, 65]
        let ros: [UInt8] = hasCharacterIDs ? [139, 139, 139, 12, 30] : []
        // The place takes three bytes and its operator one.
        let dictionary = ros.count + 4
        let place = 4 + names.count + 5 + dictionary + 2
        let top: [UInt8] = [0, 1, 1, 1, UInt8(1 + dictionary)] + ros + [28, 0, UInt8(place), 15]
        return [1, 0, 4, 1] + names + top + [0, 0] + charset
    }

    @Test(arguments: [
        ([0, 0, 7, 0, 9, 1, 4] as [UInt8], [0, 7, 9, 260] as [UInt16]),
        ([1, 0, 7, 1, 2, 0, 0], [0, 7, 8, 512]),
        ([2, 0, 7, 0, 200], [0, 7, 8, 9]),
    ])
    func charsetsOfAllFormatsAreRead(charset: [UInt8], ids: [UInt16]) {
        #expect(CompactFont.characterIDs(of: table(charset), glyphs: 4) == ids)
    }

    @Test func glyphsWithNamesHaveNone() {
        #expect(CompactFont.characterIDs(of: table([0, 0, 7], hasCharacterIDs: false), glyphs: 2) == nil)
    }

    @Test func aTableThatWasCutShortIsRefusedWhereverItEnds() {
        let whole = table([1, 0, 7, 1, 2, 0, 0])
        for length in whole.indices { #expect(CompactFont.characterIDs(of: Array(whole[..<length]), glyphs: 4) == nil) }
    }
}
