/// A row or a column of a symbol under each of the eight masks, one beside the other: bits, the first module the lowest.
/// What is asked of whole lines takes a few operations for all masks instead of a walk for each.
protocol Line: Sendable {
    static var zero: Self { get }
    /// One module that is dark under the masks whose number here is 1, and light under those where it is 0.
    init(_ dark: SIMD8<UInt32>, at place: Int)
    /// One module that is dark under all masks.
    init(at place: Int)
    static func & (a: Self, b: Self) -> Self
    static func | (a: Self, b: Self) -> Self
    static func ^ (a: Self, b: Self) -> Self
    static prefix func ~ (a: Self) -> Self
    /// By less than 32.
    static func &>> (a: Self, distance: Int) -> Self
    static func &<< (a: Self, distance: Int) -> Self
    /// How many modules are dark under each mask.
    var counts: SIMD8<UInt32> { get }
    func isDark(_ place: Int, under mask: Int) -> Bool
    /// Appends the lowest modules, as many as asked for, as they are under a mask.
    func append(_ count: Int, under mask: Int, to modules: inout OutputSpan<Bool>)
    /// A symbol of a version before its codewords are laid.
    static func blank(version: Int, level: QRCode.Level) -> Symbol<Self>
}

extension Line {
    /// The lowest modules dark, as many as asked for.
    static func ones(_ count: Int) -> Self { (0..<count).reduce(zero) { $0 | Self(at: $1) } }
}

/// 32 bits: versions 1 to 3, which hold the addresses of pages.
struct NarrowLine: Line {
    private var bits: SIMD8<UInt32>

    private init(_ bits: SIMD8<UInt32>) { self.bits = bits }

    static var zero: Self { Self(SIMD8(repeating: 0)) }
    static let versions = 1...3
    private static let blanks = versions.map { Symbol<Self>(blank: $0, level: .medium) }

    static func blank(version: Int, level: QRCode.Level) -> Symbol<Self> {
        // Pages ask for no other level.
        level == .medium ? blanks[version - 1] : Symbol(blank: version, level: level)
    }

    init(_ dark: SIMD8<UInt32>, at place: Int) { bits = dark &<< SIMD8(repeating: UInt32(truncatingIfNeeded: place)) }
    init(at place: Int) { bits = SIMD8(repeating: 1 &<< UInt32(truncatingIfNeeded: place)) }

    // A call would cost more than what it does, and there are a hundred for each line.
    @inline(__always) static func & (x: Self, y: Self) -> Self { Self(x.bits & y.bits) }
    @inline(__always) static func | (x: Self, y: Self) -> Self { Self(x.bits | y.bits) }
    @inline(__always) static func ^ (x: Self, y: Self) -> Self { Self(x.bits ^ y.bits) }
    @inline(__always) static prefix func ~ (x: Self) -> Self { Self(~x.bits) }
    @inline(__always) static func &>> (x: Self, distance: Int) -> Self {
        Self(x.bits &>> SIMD8(repeating: UInt32(truncatingIfNeeded: distance)))
    }
    @inline(__always) static func &<< (x: Self, distance: Int) -> Self {
        Self(x.bits &<< SIMD8(repeating: UInt32(truncatingIfNeeded: distance)))
    }

    /// Sums of two, four, eight bits and so on: the oldest processors of this kind cannot count bits.
    var counts: SIMD8<UInt32> {
        let twos = bits &- (bits &>> 1 & 0x5555_5555)
        let fours = (twos & 0x3333_3333) &+ (twos &>> 2 & 0x3333_3333)
        let bytes = (fours &+ (fours &>> 4)) & 0x0F0F_0F0F
        let halves = bytes &+ (bytes &>> 8)
        return (halves &+ (halves &>> 16)) & 0x3F
    }

    func isDark(_ place: Int, under mask: Int) -> Bool { bits[mask] &>> UInt32(place) & 1 == 1 }

    func append(_ count: Int, under mask: Int, to modules: inout OutputSpan<Bool>) {
        let bits = bits[mask]
        for place in 0..<UInt32(count) { modules.append(bits &>> place & 1 == 1) }
    }
}

/// 192 bits: version 40 has 177 modules a side.
struct WideLine: Line {
    private var a: SIMD8<UInt64>
    private var b: SIMD8<UInt64>
    private var c: SIMD8<UInt64>

    private init(_ a: SIMD8<UInt64>, _ b: SIMD8<UInt64>, _ c: SIMD8<UInt64>) { (self.a, self.b, self.c) = (a, b, c) }

    static var zero: Self { Self(SIMD8(repeating: 0), SIMD8(repeating: 0), SIMD8(repeating: 0)) }
    // Rare, and not worth keeping.
    static func blank(version: Int, level: QRCode.Level) -> Symbol<Self> { Symbol(blank: version, level: level) }

    init(_ dark: SIMD8<UInt32>, at place: Int) {
        let bits = SIMD8<UInt64>(truncatingIfNeeded: dark) &<< SIMD8(repeating: UInt64(place & 63))
        self = .zero
        switch place >> 6 {
        case 0: a = bits
        case 1: b = bits
        default: c = bits
        }
    }

    init(at place: Int) { self.init(SIMD8(repeating: 1), at: place) }

    static func & (x: Self, y: Self) -> Self { Self(x.a & y.a, x.b & y.b, x.c & y.c) }
    static func | (x: Self, y: Self) -> Self { Self(x.a | y.a, x.b | y.b, x.c | y.c) }
    static func ^ (x: Self, y: Self) -> Self { Self(x.a ^ y.a, x.b ^ y.b, x.c ^ y.c) }
    static prefix func ~ (x: Self) -> Self { Self(~x.a, ~x.b, ~x.c) }

    static func &>> (x: Self, distance: Int) -> Self {
        let (own, rest) = (SIMD8(repeating: UInt64(distance)), SIMD8(repeating: UInt64(64 - distance)))
        return Self(x.a &>> own | x.b &<< rest, x.b &>> own | x.c &<< rest, x.c &>> own)
    }

    static func &<< (x: Self, distance: Int) -> Self {
        let (own, rest) = (SIMD8(repeating: UInt64(distance)), SIMD8(repeating: UInt64(64 - distance)))
        return Self(x.a &<< own, x.b &<< own | x.a &>> rest, x.c &<< own | x.b &>> rest)
    }

    var counts: SIMD8<UInt32> {
        (0..<3).reduce(SIMD8(repeating: 0)) { sum, word in
            let bits = word == 0 ? a : word == 1 ? b : c
            return (0..<8).reduce(into: sum) { $0[$1] += UInt32(bits[$1].nonzeroBitCount) }
        }
    }

    func isDark(_ place: Int, under mask: Int) -> Bool {
        (place < 64 ? a : place < 128 ? b : c)[mask] &>> UInt64(place & 63) & 1 == 1
    }

    func append(_ count: Int, under mask: Int, to modules: inout OutputSpan<Bool>) {
        for place in 0..<count { modules.append(isDark(place, under: mask)) }
    }
}

/// The eight masks (table 10): they repeat after twelve modules in both directions.
enum Masks {
    static let period = 12

    /// 1 for the masks that invert a module.
    static func inverting(row: Int, column: Int) -> SIMD8<UInt32> {
        func one(_ inverts: Bool) -> UInt32 { inverts ? 1 : 0 }
        let product = row * column
        return [
            one((row + column) % 2 == 0),
            one(row % 2 == 0),
            one(column % 3 == 0),
            one((row + column) % 3 == 0),
            one((row / 2 + column / 3) % 2 == 0),
            one(product % 2 + product % 3 == 0),
            one((product % 2 + product % 3) % 2 == 0),
            one(((row + column) % 2 + product % 3) % 2 == 0),
        ]
    }
}
