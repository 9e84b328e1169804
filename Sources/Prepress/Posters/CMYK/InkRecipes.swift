import Drawing
import Theme

/// Colours that are printed in inks of our choice, whatever the profile says.
///
/// The palette's ink is black alone, and other colours as theme.yaml and the template state them. Marks that show how the
/// plates lie are in all inks, and a colour bar is of the inks themselves.
struct InkRecipes {
    private let recipes: [(colour: Colour, inks: String)]

    init(_ colours: Colours, _ inks: [String: Inks]) {
        let bar = zip(MarksAround.bar, MarksAround.barInks).map { (colour: $0, inks: $1) }
        let stated = inks.sorted { $0.key < $1.key }.compactMap { name, inks in
            colours.named(name).map { (colour: $0, inks: Self.operands(inks)) }
        }
        recipes = stated + [(MarksAround.black, "1 1 1 1")] + bar
    }

    private static func operands(_ inks: Inks) -> String {
        [inks.cyan, inks.magenta, inks.yellow, inks.black].map { Decimal.text($0, places: 4) }.joined(separator: " ")
    }

    /// The content of a page with `r g b rg` of those colours written as `c m y k k`, and `RG` as `K`.
    func applied(to content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        // The last three numbers and where the first of them begins in the result.
        var numbers: [(value: Double, start: Int)] = []
        var position = 0
        while position < content.count {
            let start = position
            while position < content.count, !Self.isSpace(content[position]) { position += 1 }
            let token = content[start..<position]
            if let value = Self.number(token) {
                numbers.append((value, result.count))
                if numbers.count > 3 { numbers.removeFirst() }
                result += token
            } else {
                if numbers.count == 3, token.elementsEqual("rg".utf8) || token.elementsEqual("RG".utf8),
                    let inks = inks(of: numbers.map(\.value))
                {
                    result.removeLast(result.count - numbers[0].start)
                    result += Array("\(inks) \(token.first == UInt8(ascii: "r") ? "k" : "K")".utf8)
                } else {
                    result += token
                }
                if !token.isEmpty { numbers.removeAll() }
            }
            while position < content.count, Self.isSpace(content[position]) {
                result.append(content[position])
                position += 1
            }
        }
        return result
    }

    private func inks(of values: [Double]) -> String? {
        let levels = values.map { $0 * 255 }
        return recipes.first { recipe in
            let wanted = [recipe.colour.red, recipe.colour.green, recipe.colour.blue]
            return zip(levels, wanted).allSatisfy { abs($0 - Double($1)) < 0.02 }
        }?.inks
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// A plain number, without an exponent.
    private static func number(_ token: ArraySlice<UInt8>) -> Double? {
        guard let first = token.first,
            first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || (0x30...0x39).contains(first)
        else { return nil }
        return Double(String(decoding: token, as: UTF8.self))
    }
}

extension PosterContext {
    /// The template's inks, else the theme's.
    var recipes: InkRecipes { InkRecipes(theme.colours, theme.inks.merging(template.inks) { $1 }) }
}
