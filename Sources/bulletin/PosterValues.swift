import ArgumentParser
import Campaign
import Prepress

/// The value of `--size`: a sheet that there is.
struct SheetName: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        guard SheetFormat(argument) != nil else { return nil }
        text = argument
    }
}

/// The value of `--distance`: metres, with or without `m`.
struct Metres: ExpressibleByArgument {
    let value: Double

    init?(argument: String) {
        let digits = argument.hasSuffix("m") ? argument.dropLast() : argument[...]
        guard let value = Double(digits), (0.1...100).contains(value) else { return nil }
        self.value = value
    }
}

/// The value of `--bleed`: millimetres, with or without `mm`, or centimetres with `cm`.
struct Millimetres: ExpressibleByArgument {
    let value: Double

    init?(argument: String) {
        let isCentimetres = argument.hasSuffix("cm")
        let digits = isCentimetres || argument.hasSuffix("mm") ? argument.dropLast(2) : argument[...]
        guard let number = Double(digits) else { return nil }
        let value = isCentimetres ? number * 10 : number
        guard (0...100).contains(value) else { return nil }
        self.value = value
    }
}

extension TilePaper: ExpressibleByArgument {
    package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// The value of `--cmyk`: the path of an ICC profile, or its name.
struct ProfileName: ExpressibleByArgument, CustomStringConvertible {
    let text: String

    init(argument: String) { text = argument }

    var description: String { text }
}

/// The value of `--out`: a path that says by its end what is written.
struct OutputName: ExpressibleByArgument {
    enum Format: String { case pdf, png, svg }

    let path: String
    let format: Format

    init?(argument: String) {
        guard let dot = argument.lastIndex(of: "."),
            let format = Format(rawValue: argument[argument.index(after: dot)...].lowercased())
        else { return nil }
        path = argument
        self.format = format
    }
}
