package import Theme

/// The roles of type that theme.yaml gives families to.
package enum FontRole: String, CaseIterable, Hashable, Sendable {
    case headline, text, textBold, serif, serifBold, hand
}

extension Fonts {
    package func spec(for role: FontRole) -> FontSpec {
        switch role {
        case .headline: headline
        case .text: text
        case .textBold: textBold
        case .serif: serif
        case .serifBold: serifBold
        case .hand: hand
        }
    }
}
