/// A colour as the inks of a press, each a part of full cover.
package struct Inks: Hashable, Sendable {
    package var cyan = 0.0
    package var magenta = 0.0
    package var yellow = 0.0
    package var black = 0.0

    /// Text in several inks has coloured edges as soon as one plate is a little off.
    package static let blackAlone: Inks = {
        var inks = Inks()
        inks.black = 1
        return inks
    }()

    private init() {}

    /// Per cents as standards write them: `Y80 M80`, `K100`. Nil for anything else, and for no ink at all.
    package init?(_ text: String) {
        var seen: Set<Character> = []
        for word in text.split(separator: " ") {
            guard let letter = word.first?.uppercased().first, "CMYK".contains(letter), seen.insert(letter).inserted,
                word.dropFirst().allSatisfy({ ("0"..."9").contains($0) || $0 == "." }),
                let cover = Double(word.dropFirst()), (0...100).contains(cover)
            else { return nil }
            switch letter {
            case "C": cyan = cover / 100
            case "M": magenta = cover / 100
            case "Y": yellow = cover / 100
            default: black = cover / 100
            }
        }
        if seen.isEmpty { return nil }
    }
}
