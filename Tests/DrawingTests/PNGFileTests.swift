import Diagnostics
import TestSupport
import Testing
import Theme
@testable import Drawing

/// Pixels survive our PNG files, whatever the picture is like: drawn, transparent or a photograph.
struct PNGFileTests {
    /// As cairo keeps pixels: blue, green, red, alpha, the colours multiplied by alpha, with room at the end of each row.
    private func roundTrip(
        width: Int, height: Int, isIndexed: Bool = false, _ pixel: (_ x: Int, _ y: Int) -> [UInt8]
    ) throws -> (file: [UInt8], before: [UInt8], after: [UInt8]) {
        let stride = width * 4 + 8
        var bytes = [UInt8](repeating: 0, count: stride * height)
        for y in 0..<height {
            for x in 0..<width { bytes.replaceSubrange(y * stride + x * 4..<y * stride + x * 4 + 4, with: pixel(x, y)) }
        }
        let made = unsafe bytes.withUnsafeBytes { buffer in
            let pixels = unsafe PNGFile.Pixels(bytes: buffer, width: width, height: height, stride: stride)
            return isIndexed ? PNGFile.indexed(pixels) : PNGFile.bytes(of: pixels)
        }
        let file = try #require(made)
        var report = Report()
        let bitmap = try #require(Bitmap.read(file, path: "a.png", at: nil, reporting: &report))
        #expect(bitmap.width == width && bitmap.height == height)
        var decoded = [UInt8](repeating: 0, count: stride * height)
        let isDecoded = unsafe decoded.withUnsafeMutableBufferPointer { buffer in
            unsafe bitmap.draw(into: buffer.baseAddress, stride: stride)
        }
        #expect(isDecoded)
        return (file, bytes, decoded)
    }

    /// The colour type in the file's head: 2 colours, 6 colours and alpha.
    private func colourType(_ file: [UInt8]) -> UInt8 { file[25] }

    @Test(arguments: [(1, 1), (3, 2), (257, 33)])
    func drawnArtOfFewColours(width: Int, height: Int) throws {
        let trip = try roundTrip(width: width, height: height) { x, y in
            (x / 7 + y / 5) % 2 == 0 ? [31, 18, 193, 255] : [241, 248, 251, 255]
        }
        #expect(trip.after == trip.before)
        #expect(colourType(trip.file) == 2)
    }

    @Test func everyOpaqueColourChannelComesBack() throws {
        let trip = try roundTrip(width: 256, height: 3) { x, y in
            var pixel: [UInt8] = [0, 0, 0, 255]
            pixel[y] = UInt8(x)
            return pixel
        }
        #expect(trip.after == trip.before)
    }

    @Test func transparentPixelsKeepTheirAlphaAndTheirColourWithinRounding() throws {
        let trip = try roundTrip(width: 256, height: 40) { x, y in
            let colour = x * (y * 6) / 255
            return [UInt8(colour), UInt8(colour / 2), UInt8(colour / 3), UInt8(x)]
        }
        #expect(colourType(trip.file) == 6)
        for at in trip.before.indices {
            #expect(abs(Int(trip.after[at]) - Int(trip.before[at])) <= (at % 4 == 3 ? 0 : 1))
        }
    }

    @Test func aPhotographComesBackAndIsNotStoredRaw() throws {
        var random = SeededGenerator(seed: 3)
        let trip = try roundTrip(width: 300, height: 200) { x, y in
            [0, 1, 2].map { UInt8(clamping: x * ($0 + 1) / 4 + y / 2 + Int.random(in: 0...7, using: &random)) } + [255]
        }
        #expect(trip.after == trip.before)
        // The Paeth filter leaves little more than the noise of three bits a channel.
        #expect(trip.file.count < 300 * 200 * 3 * 5 / 8)
    }

    @Test func aBlankPageCostsNextToNothing() throws {
        let trip = try roundTrip(width: 1000, height: 1000) { _, _ in [255, 255, 255, 255] }
        #expect(trip.file.count < 20_000)
    }

    /// A palette of at most 256: art with soft edges comes back as the eye sees it, in a fraction of the bytes.
    @Test func artInFewColoursLosesWhatNobodySees() throws {
        let trip = try roundTrip(width: 400, height: 300, isIndexed: true) { x, y in
            let shade = UInt8(clamping: abs(x % 40 - 20) * 12)
            return y < 150 ? [shade, shade, shade, 255] : [31, 18, UInt8(clamping: 193 + Int(shade) / 8), 255]
        }
        #expect(colourType(trip.file) == 3)
        let differences = zip(trip.before, trip.after).map { abs(Int($0) - Int($1)) }
        #expect((differences.max() ?? 0) <= 8)
    }

    /// More colours than a palette holds: each takes the nearest of the commonest.
    @Test func aPhotographInFewColoursStaysNear() throws {
        let trip = try roundTrip(width: 256, height: 256, isIndexed: true) { x, y in
            [UInt8(x), UInt8(y), UInt8((x + y) / 2), 255]
        }
        #expect(colourType(trip.file) == 3)
        let differences = zip(trip.before, trip.after).map { abs(Int($0) - Int($1)) }
        #expect(differences.reduce(0, +) / differences.count < 24)
    }

    @Test func aTransparentPictureIsNotIndexed() throws {
        let trip = try roundTrip(width: 8, height: 8, isIndexed: true) { x, _ in [0, 0, 0, UInt8(x * 30)] }
        #expect(colourType(trip.file) == 6 && trip.after == trip.before)
    }
}
