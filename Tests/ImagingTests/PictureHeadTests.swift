import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Imaging

/// What a picture's file says of itself, whether it is whole, and that its colours are the right way round.
@Suite struct PictureHeadTests {
    private func file(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Repository.fixtures.appending(path: "pictures/\(name)")))
    }

    private static let inked = ["cmyk-adobe.jpg", "ycck-adobe.jpg"]

    /// Adobe's programs store inks the wrong way round and say so in a marker.
    @Test(arguments: inked) func inksBecomeTheColoursThatTheyPrint(_ name: String) throws {
        let bytes = try file(name)
        let head = try #require(PictureHead(bytes))
        #expect(head.inks == .adobe && head.isWhole(bytes) && head.width == 64 && head.height == 32)
        let picture = try #require(DecodedPicture(decoding: bytes))
        let wanted: [[Int]] = [
            [255, 0, 0], [0, 255, 0], [0, 0, 255], [0, 0, 0], [255, 255, 255], [127, 127, 127], [0, 255, 255],
            [255, 255, 0],
        ]
        for (index, colour) in wanted.enumerated() {
            let at = ((index / 4 * 16 + 8) * 64 + index % 4 * 16 + 8) * 4
            let found = picture.pixels[at..<at + 3].map(Int.init)
            #expect(zip(found, colour).allSatisfy { abs($0 - $1) < 8 }, "field \(index): \(found)")
        }
    }

    @Test func inksWithoutANoteAreRefused() throws {
        let bytes = try file("cmyk-plain.jpg")
        var report = Report()
        #expect(PictureHead.checked(bytes, path: "a.jpg", at: nil, reporting: &report) == nil)
        #expect(report.diagnostics.map(\.code.id) == ["BB312"])
    }

    /// A telephone held upright stores its rows lying, and notes it.
    @Test func aTurnedPictureIsSeenUpright() throws {
        let bytes = try file("turned.jpg")
        let head = try #require(PictureHead(bytes))
        #expect(head.isTurned && head.width == 32 && head.height == 48)
        let picture = try #require(DecodedPicture(decoding: bytes))
        #expect(picture.width == 32 && picture.height == 48)
        func channel(x: Int, y: Int) -> Int? {
            let pixel = picture.pixels[(y * 32 + x) * 4..<(y * 32 + x) * 4 + 3]
            return pixel.max().flatMap { pixel.firstIndex(of: $0) }.map { $0 - pixel.startIndex }
        }
        #expect([channel(x: 8, y: 8), channel(x: 28, y: 40), channel(x: 4, y: 40)] == [0, 1, 2])
    }

    @Test(arguments: inked + ["turned.jpg"]) func aJPEGCutShortAnywhereIsNotWhole(_ name: String) throws {
        let whole = try file(name)
        for count in 0..<whole.count {
            let part = Array(whole.prefix(count))
            #expect(PictureHead(part)?.isWhole(part) != true, "\(count)")
        }
        #expect(PictureHead(whole + [0, 0, 0])?.isWhole(whole + [0, 0, 0]) == true, "cameras pad the end")
    }

    @Test func aPNGWithOneWrongByteIsNotWhole() throws {
        let whole = [UInt8](
            try Data(contentsOf: Repository.fixtures.appending(path: "minimal/content/images/drop.png")))
        #expect(PictureHead(whole)?.isWhole(whole) == true)
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= 0x10
            #expect(PictureHead(damaged)?.isWhole(damaged) != true, "byte \(index)")
            let part = Array(whole.prefix(index))
            #expect(PictureHead(part)?.isWhole(part) != true, "cut at \(index)")
        }
    }

    /// Twelve bits a colour, no loss, arithmetic code: kinds that printers do not read.
    @Test(arguments: [0xC3, 0xC5, 0xC9, 0xCA, 0xCE]) func rareKindsOfJPEGAreNoPictures(_ marker: UInt8) throws {
        var bytes = try file("cmyk-plain.jpg")
        let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
        bytes[frame + 1] = marker
        #expect(PictureHead(bytes) == nil)
    }

    @Test func randomDamageNeverCrashes() throws {
        var generator = SeededGenerator(seed: 11)
        for name in Self.inked + ["turned.jpg"] {
            let whole = try file(name)
            for _ in 0..<300 {
                var damaged = whole
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    damaged[Int.random(in: 2..<min(damaged.count, 220), using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
                if let head = PictureHead(damaged) { #expect(head.width > 0 && head.height > 0) }
            }
        }
    }
}
