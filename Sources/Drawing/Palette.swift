/// At most 256 colours that stand for all of a picture's.
///
/// Drawn art has a handful of colours and the shades of its soft edges: colours that share five bits a channel become one,
/// their mean. Of a picture with more, the commonest are kept and each other takes the nearest.
struct Palette {
    private(set) var colours: [UInt32] = []
    /// By the five high bits of each channel.
    private var indices = [UInt8](repeating: 0, count: 1 << 15)

    private static let most = 256

    private struct Group {
        var count = 0
        var sums = (red: 0, green: 0, blue: 0)

        var mean: UInt32 {
            let half = count / 2
            let (red, green, blue) = (
                (sums.red + half) / count, (sums.green + half) / count, (sums.blue + half) / count
            )
            return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        }
    }

    init(of pixels: PNGFile.Pixels) {
        var groups = [Group](repeating: Group(), count: 1 << 15)
        for y in 0..<pixels.height {
            for x in 0..<pixels.width {
                let colour = pixels.colour(x, y)
                let key = Self.key(of: colour)
                groups[key].count += 1
                groups[key].sums.red += Int(colour >> 16)
                groups[key].sums.green += Int(colour >> 8 & 0xFF)
                groups[key].sums.blue += Int(colour & 0xFF)
            }
        }
        let used = groups.indices.filter { groups[$0].count > 0 }
        // The commonest first, then by colour: the same picture gives the same palette.
        let kept = used.sorted { (groups[$1].count, $0) < (groups[$0].count, $1) }.prefix(Self.most)
        colours = kept.map { groups[$0].mean }
        for key in used { indices[key] = nearest(to: groups[key].mean) }
    }

    func index(of colour: UInt32) -> UInt8 { indices[Self.key(of: colour)] }

    /// As PNG writes it: three bytes a colour.
    var bytes: [UInt8] { colours.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] } }

    private static func key(of colour: UInt32) -> Int {
        Int(colour >> 19 & 31) << 10 | Int(colour >> 11 & 31) << 5 | Int(colour >> 3 & 31)
    }

    private func nearest(to colour: UInt32) -> UInt8 {
        var best = (index: 0, distance: Int.max)
        for (index, other) in colours.enumerated() {
            let distance = [16, 8, 0].reduce(0) { sum, shift in
                let difference = Int(colour >> UInt32(shift) & 0xFF) - Int(other >> UInt32(shift) & 0xFF)
                return sum + difference * difference
            }
            if distance < best.distance { best = (index, distance) }
        }
        return UInt8(best.index)
    }
}
