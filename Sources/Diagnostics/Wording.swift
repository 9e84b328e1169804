/// The languages in which the product speaks to its user.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language of a locale's name such as `zh_CN.UTF-8`; `C`, `POSIX` and an empty name give Chinese, because
    /// the product's users are Chinese offices and their machines are often set up without a locale.
    package init(localeName: String) {
        let name = localeName.lowercased()
        let neutral = name.isEmpty || name == "posix" || name == "c" || name.hasPrefix("c.")
        self = neutral || name.hasPrefix("zh") ? .chinese : .english
    }
}

/// One sentence in both languages. `{name}` is replaced by an argument; a part in `[…]` is left out when an argument
/// inside it is missing.
package struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
    package var zh: String
    package var en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same text in both languages: a name, a number, a path.
    package init(stringLiteral value: String) { self.init(value, value) }

    package init(_ text: String) { self.init(text, text) }

    package func text(in language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }

    /// The sentence with its arguments filled in.
    package func filled(with arguments: [String: Wording], in language: Language) -> String {
        var result = ""
        var optional: (start: String.Index, missing: Bool)?
        var rest = Substring(text(in: language))
        while let character = rest.first {
            if character == "{", let close = rest.firstIndex(of: "}") {
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                if let argument = arguments[name] {
                    result += DisplayText.cut(argument.text(in: language))
                } else {
                    optional?.missing = true
                }
                rest = rest[rest.index(after: close)...]
                continue
            }
            rest.removeFirst()
            if character == "[" {
                optional = (result.endIndex, false)
            } else if character == "]", let part = optional {
                if part.missing { result.removeSubrange(part.start...) }
                optional = nil
            } else {
                result.append(character)
            }
        }
        return result
    }
}
