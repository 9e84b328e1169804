extension String {
    /// As people type an address.
    var trimmingScheme: String {
        for scheme in ["https://", "http://"] where hasPrefix(scheme) { return String(dropFirst(scheme.count)) }
        return self
    }

    /// With places where a line may end: before the marks of an address, which then plainly goes on.
    var breakable: String {
        var result = ""
        for scalar in unicodeScalars {
            if "./?#&=".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\u{200B}") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
