import Foundation
import TestSupport
@testable import Proofing

/// Characters of a finished PDF that were kept as a fixture: see Tests/Fixtures/proof/remake.py for the format.
enum BoxFixture {
    /// The facts of the same file.
    static func facts(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Repository.fixtures.appending(path: "proof/\(name).facts")))
    }

    static func pages(_ name: String) throws -> [PageBoxes] {
        let file = Repository.fixtures.appending(path: "proof/\(name).boxes")
        var pages: [PageBoxes] = []
        var run = PageBoxes.Character(scalar: 0, x: 0, y: 0, advance: 0, size: 0, font: 0, turn: .upright)
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
            switch words[0] {
            case "page":
                pages.append(
                    PageBoxes(number: pages.count + 1, width: Double(words[1]) ?? 0, height: Double(words[2]) ?? 0))
            case "run":
                run.turn = ["upright": .upright, "clockwise": .clockwise, "vertical": .vertical][words[1]] ?? .other
                run.size = Double(words[2]) ?? 0
                run.y = Double(words[3]) ?? 0
                run.font = number(of: String(words[4]), in: &pages[pages.count - 1].fonts)
            default:
                run.x = Double(words[0]) ?? 0
                run.advance = Double(words[1]) ?? 0
                run.scalar = line.unicodeScalars.last?.value ?? 0
                pages[pages.count - 1].characters.append(run)
            }
        }
        return pages
    }

    private static func number(of font: String, in fonts: inout [String]) -> Int32 {
        if let known = fonts.firstIndex(of: font) { return Int32(known) }
        fonts.append(font)
        return Int32(fonts.count - 1)
    }
}
