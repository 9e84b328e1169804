/// A row or a column of a symbol as bits, the first module the lowest: what is asked of whole lines takes a few
/// operations instead of a walk.
protocol Line: Sendable {
    static var zero: Self { get }
    /// In bits.
    static var width: Int { get }
    static func & (a: Self, b: Self) -> Self
    static func | (a: Self, b: Self) -> Self
    static func ^ (a: Self, b: Self) -> Self
    static prefix func ~ (a: Self) -> Self
    /// By less than 64.
    static func &>> (a: Self, distance: UInt64) -> Self
    static func &<< (a: Self, distance: UInt64) -> Self
    var nonzeroBitCount: Int { get }
    subscript(_ bit: Int) -> Bool { get set }
    /// Of each kind of line its own, because generic types hold no constants.
    static var masks: MaskLines<Self> { get }
    /// The function patterns of a version, which all its symbols begin with.
    static func blank(version: Int) -> Symbol<Self>
}

extension Line {
    /// The lowest bits set, as many as asked for.
    static func ones(_ count: Int) -> Self {
        var line = Self.zero
        for bit in 0..<count { line[bit] = true }
        return line
    }
}

extension UInt64: Line {
    static var zero: UInt64 { 0 }
    static var width: Int { 64 }
    static let masks = MaskLines<UInt64>()
    private static let blanks = (1...9).map { Symbol<UInt64>(blank: $0) }
    static func blank(version: Int) -> Symbol<UInt64> { blanks[version - 1] }

    subscript(_ bit: Int) -> Bool {
        get { self &>> UInt64(bit) & 1 == 1 }
        set { self = newValue ? self | 1 &<< UInt64(bit) : self & ~(1 &<< UInt64(bit)) }
    }
}

/// 192 bits: version 40 has 177 modules a side, and penalties look four modules beyond each end.
struct WideLine: Line {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64

    private init(_ a: UInt64, _ b: UInt64, _ c: UInt64) { (self.a, self.b, self.c) = (a, b, c) }

    static var zero: WideLine { WideLine(0, 0, 0) }
    static var width: Int { 192 }
    static let masks = MaskLines<WideLine>()
    // Rare, and not worth keeping forty of.
    static func blank(version: Int) -> Symbol<WideLine> { Symbol(blank: version) }
    static func & (x: Self, y: Self) -> Self { Self(x.a & y.a, x.b & y.b, x.c & y.c) }
    static func | (x: Self, y: Self) -> Self { Self(x.a | y.a, x.b | y.b, x.c | y.c) }
    static func ^ (x: Self, y: Self) -> Self { Self(x.a ^ y.a, x.b ^ y.b, x.c ^ y.c) }
    static prefix func ~ (x: Self) -> Self { Self(~x.a, ~x.b, ~x.c) }

    static func &>> (x: Self, distance: UInt64) -> Self {
        let rest = 64 - distance
        return Self(x.a &>> distance | x.b &<< rest, x.b &>> distance | x.c &<< rest, x.c &>> distance)
    }

    static func &<< (x: Self, distance: UInt64) -> Self {
        let rest = 64 - distance
        return Self(x.a &<< distance, x.b &<< distance | x.a &>> rest, x.c &<< distance | x.b &>> rest)
    }

    var nonzeroBitCount: Int { a.nonzeroBitCount + b.nonzeroBitCount + c.nonzeroBitCount }

    subscript(_ bit: Int) -> Bool {
        get { (bit < 64 ? a : bit < 128 ? b : c)[bit & 63] }
        set {
            switch bit >> 6 {
            case 0: a[bit & 63] = newValue
            case 1: b[bit & 63] = newValue
            default: c[bit & 63] = newValue
            }
        }
    }
}

/// The eight masks (table 10) as lines; they repeat after twelve modules in both directions.
struct MaskLines<L: Line>: Sendable {
    static var period: Int { 12 }
    /// By mask, and by the line's place in the period.
    let rows: [[L]]
    let columns: [[L]]

    init() {
        rows = Self.lines { mask, line, place in Self.inverts(mask, row: line, column: place) }
        columns = Self.lines { mask, line, place in Self.inverts(mask, row: place, column: line) }
    }

    private static func lines(_ inverts: (_ mask: Int, _ line: Int, _ place: Int) -> Bool) -> [[L]] {
        (0..<8).map { mask in
            (0..<period).map { line in
                var result = L.zero
                for place in 0..<L.width where inverts(mask, line, place % period) { result[place] = true }
                return result
            }
        }
    }

    private static func inverts(_ mask: Int, row: Int, column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
