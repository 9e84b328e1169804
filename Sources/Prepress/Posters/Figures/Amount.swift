/// How much a cell of a table says: “1倍至10倍”, “最高20万元”, “15日以下”, “6个月至3年”.
struct Amount: Hashable {
    var range: ClosedRange<Double>
    /// 倍, 万元, 日, 年: amounts of one unit share a scale.
    var unit: String

    /// Units that are told in another one.
    private static let converted: [String: (unit: String, factor: Double)] = [
        "个月": ("年", 1.0 / 12), "月": ("年", 1.0 / 12), "元": ("万元", 1.0 / 10_000), "天": ("日", 1),
    ]
    private static let known = ["万元", "个月", "倍", "元", "日", "天", "月", "年", "%"]

    /// Nil for a text without a number and its unit. One number is a most, two are a least and a most.
    init?(_ text: String) {
        var ends: [(value: Double, unit: String)] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(where: \.isASCIIDigit) {
            rest = rest[start...]
            let digits = rest.prefix { $0.isASCIIDigit || $0 == "." }
            rest = rest[digits.endIndex...]
            guard let value = Double(digits), let unit = Self.known.first(where: { rest.hasPrefix($0) }) else {
                continue
            }
            let other = Self.converted[unit]
            ends.append((value * (other?.factor ?? 1), other?.unit ?? unit))
        }
        guard let last = ends.last, ends.count <= 2, ends.allSatisfy({ $0.unit == last.unit }) else { return nil }
        let first = ends.count == 2 ? ends[0].value : 0
        guard first <= last.value, last.value > 0 else { return nil }
        range = first...last.value
        unit = last.unit
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
