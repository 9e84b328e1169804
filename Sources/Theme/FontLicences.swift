import Diagnostics
import Settings

/// Families whose printing is licensed for money, by the beginnings of the names that systems know them by. Offices that
/// printed with them have been sued; who bought a licence records it in theme.yaml.
enum FontLicences {
    /// The maker of a family that may not be printed without a licence; nil for all others.
    static func maker(of family: String) -> Wording? {
        let name = family.lowercased()
        return makers.first { $0.beginnings.contains { name.hasPrefix($0) } }?.maker
    }

    private static let makers: [(maker: Wording, beginnings: [String])] = [
        (.init("方正", "FounderType"), ["方正", "fz", "founder"]),
        (.init("汉仪", "Hanyi"), ["汉仪", "hyq", "hys", "hyh", "hyk", "hyz", "hyl", "hyd", "hyx", "hanyi"]),
        (.init("微软", "Microsoft"), ["微软雅黑", "microsoft yahei", "msyh"]),
        (
            .init("华文", "SinoType"),
            ["华文", "stsong", "stkaiti", "stfangsong", "stheiti", "stxihei", "stzhongsong", "stxingkai", "stliti"]
        ),
    ]
}

extension Fonts {
    /// Reports each family that is printed without the licence that it needs, where it is named.
    static func checkLicences(_ fields: Fields?, reporting report: inout Report) {
        guard let fields else { return }
        let licensed = Set(fields.textsByName("licences").map(\.name.text))
        var named = fields.texts("fallback")
        for role in ThemeSchema.fontRoles {
            if let family = fields.group(role)?.located("family") { named.append(family) }
        }
        for family in named where !licensed.contains(family.text) {
            guard let maker = FontLicences.maker(of: family.text) else { continue }
            report.add(
                .fontNotLicensed, in: fields.file, at: family.span, ["family": .init(family.text), "maker": maker])
        }
    }
}
