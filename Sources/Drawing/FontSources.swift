import CPangoCairo
package import Diagnostics
import Glibc
package import Theme

/// The font files behind the theme's roles: found once by fontconfig, before anything is shaped.
package struct FontSources: Hashable, Sendable {
    /// One face of one installed file.
    package struct Source: Hashable, Sendable {
        package var family: String
        /// As CSS and OpenType count it, 100 to 900.
        package var weight: Int
        package var path: String
        /// The face in a collection.
        package var index: Int
        package var size: Int
        /// Nanoseconds since 1970: with path and size enough to notice that the file was replaced.
        package var modified: Int
    }

    let roles: [FontRole: Source]
    /// The faces of each fallback family, in the theme's order.
    let fallbacks: [[Source]]
    /// The files and folders that decide what is installed; some may not be there.
    package let origins: [String]
    /// Where the cut fonts are kept between runs; nil for nowhere.
    package private(set) var cache: FontCache? = nil

    /// The same fonts, whose cuts are kept between runs.
    package func keepingCuts(in cache: FontCache?) -> FontSources {
        var sources = self
        sources.cache = cache
        return sources
    }

    package func source(of role: FontRole) -> Source? { roles[role] }

    /// The faces to ask for a character that the role's own lacks, in the theme's order, nearest weight first.
    package func fallbacks(for role: FontRole) -> [Source] {
        guard let weight = roles[role]?.weight else { return [] }
        return fallbacks.compactMap { $0.nearest(to: weight) }
    }

    /// Every file that may be read, each once, sorted: the caller hashes them for fingerprints.
    package var files: [Source] {
        var seen: Set<String> = []
        return (Array(roles.values) + fallbacks.joined()).sorted { ($0.path, $0.index) < ($1.path, $1.index) }
            .filter { seen.insert($0.path).inserted }
    }

    /// Those of some families that are installed, in their order.
    package static func installed(of families: [String]) -> [String] {
        let fonts = InstalledFonts()
        return families.filter { !fonts.faces(of: $0).isEmpty }
    }

    /// Finds every role's family and weight; nil after reporting each one that is not installed.
    package static func find(_ fonts: Fonts, reporting report: inout Report) -> FontSources? {
        let installed = InstalledFonts()
        var roles: [FontRole: Source] = [:]
        var complete = true
        for role in FontRole.allCases {
            let spec = fonts.spec(for: role)
            let faces = installed.faces(of: spec.family)
            if let source = faces.nearest(to: spec.weight), abs(source.weight - spec.weight) < 100 {
                roles[role] = source
            } else {
                report.add(missing: spec, familyInstalled: !faces.isEmpty)
                complete = false
            }
        }
        var fallbacks: [[Source]] = []
        for family in fonts.fallback {
            fallbacks.append(installed.faces(of: family))
            if fallbacks.last?.isEmpty == true {
                report.add(missing: FontSpec(family: family, weight: 400), familyInstalled: false)
                complete = false
            }
        }
        return complete ? FontSources(roles: roles, fallbacks: fallbacks, origins: installed.origins) : nil
    }
}

extension Array<FontSources.Source> {
    /// The face whose weight is nearest, the lighter of two.
    fileprivate func nearest(to weight: Int) -> FontSources.Source? {
        self.min { (abs($0.weight - weight), $0.weight) < (abs($1.weight - weight), $1.weight) }
    }
}

extension Report {
    fileprivate mutating func add(missing spec: FontSpec, familyInstalled: Bool) {
        var arguments: [String: Wording] = ["family": .init(spec.family), "weight": .init("\(spec.weight)")]
        arguments["package"] = debianPackage(of: spec).map { Wording($0) }
        add(familyInstalled ? .fontWeightMissing : .fontMissing, at: nil, arguments)
    }
}

/// The Debian package that holds a family, where we know it.
private func debianPackage(of spec: FontSpec) -> String? {
    let family = spec.family.lowercased()
    if family.hasPrefix("noto sans cjk") || family.hasPrefix("noto serif cjk") {
        return [400, 700].contains(spec.weight) ? "fonts-noto-cjk" : "fonts-noto-cjk-extra"
    }
    if family.hasPrefix("lxgw wenkai") { return "fonts-lxgw-wenkai" }
    if family.hasPrefix("fandol") { return "texlive-lang-chinese" }
    if family == "noto color emoji" { return "fonts-noto-color-emoji" }
    if family.hasPrefix("dejavu") { return "fonts-dejavu-core" }
    if family.hasPrefix("noto ") { return "fonts-noto-core" }
    return nil
}

/// fontconfig's list of what is installed.
@safe
private struct InstalledFonts: ~Copyable {
    /// Nil when fontconfig has no configuration at all: then no family is installed for us.
    private let config: OpaquePointer?

    init() { unsafe config = FcInitLoadConfigAndFonts() }

    deinit { if let config = unsafe config { unsafe FcConfigDestroy(config) } }

    /// fontconfig's own files and their folders, the places where a user may have such files, and the folders of fonts.
    var origins: [String] {
        guard let config = unsafe config else { return [] }
        let files = unsafe texts(of: FcConfigGetConfigFiles(config))
        let folders = files.compactMap { file in file.lastIndex(of: "/").map { String(file[..<$0]) } }
        let fonts = unsafe texts(of: FcConfigGetFontDirs(config))
        return Set(files + folders + FontSources.userPlaces + fonts).sorted()
    }

    private func texts(of list: OpaquePointer?) -> [String] {
        guard let list = unsafe list else { return [] }
        defer { unsafe FcStrListDone(list) }
        var texts: [String] = []
        while let text = unsafe FcStrListNext(list) { texts.append(unsafe String(cString: text)) }
        return texts
    }

    /// The upright faces of a family, by exact name: fontconfig's own matching would give some other family instead.
    func faces(of family: String) -> [FontSources.Source] {
        guard let config = unsafe config, let pattern = unsafe FcPatternCreate() else { return [] }
        defer { unsafe FcPatternDestroy(pattern) }
        unsafe FcPatternAddString(pattern, FC_FAMILY, family)
        unsafe FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
        let wanted = unsafe FcObjectSetCreate()
        defer { unsafe FcObjectSetDestroy(wanted) }
        for property in [FC_FILE, FC_INDEX, FC_WEIGHT, FC_VARIABLE] { unsafe FcObjectSetAdd(wanted, property) }
        guard let set = unsafe FcFontList(config, pattern, wanted) else { return [] }
        defer { unsafe FcFontSetDestroy(set) }
        var faces: [FontSources.Source] = []
        for position in 0..<Int(unsafe set.pointee.nfont) {
            guard let font = unsafe set.pointee.fonts[position], let face = unsafe source(of: font, family) else {
                continue
            }
            faces.append(face)
        }
        return faces.sorted { ($0.weight, $0.path, $0.index) < ($1.weight, $1.path, $1.index) }
    }

    private func source(of font: OpaquePointer, _ family: String) -> FontSources.Source? {
        var file: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        var weight = 0.0
        var variable: FcBool = 0
        unsafe FcPatternGetBool(font, FC_VARIABLE, 0, &variable)
        guard variable == 0, unsafe FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch,
            let file = unsafe file,
            unsafe FcPatternGetInteger(font, FC_INDEX, 0, &index) == FcResultMatch,
            unsafe FcPatternGetDouble(font, FC_WEIGHT, 0, &weight) == FcResultMatch
        else { return nil }
        let path = unsafe String(cString: file)
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return FontSources.Source(
            family: family, weight: Int(FcWeightToOpenTypeDouble(weight).rounded()), path: path,
            index: Int(index & 0xFFFF), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}
