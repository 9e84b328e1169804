package import Diagnostics
package import Theme

/// The Mustache files of one folder: templates at its top, partials below `partials/`.
package struct TemplateSet {
    private let folder: String
    private let templates: [String: SourceFile]
    /// Cut into tokens once: most templates use most partials.
    private let partials: [String: TokenReader]
    private var used: Set<String> = []

    /// The Mustache files below a folder of templates such as `site/`.
    package init(_ folder: TemplateFolder, below prefix: String) {
        var templates: [String: SourceFile] = [:]
        var partials: [String: TokenReader] = [:]
        for (name, file) in folder.files(below: prefix) where name.hasSuffix(Self.suffix) {
            let stem = String(name.dropLast(Self.suffix.count))
            if stem.hasPrefix(Self.partialsFolder) {
                partials[String(stem.dropFirst(Self.partialsFolder.count))] = TokenReader(file)
            } else {
                templates[stem] = file
            }
        }
        self.folder = "\(folder.path)/\(prefix)"
        self.templates = templates
        self.partials = partials
    }

    private static let suffix = ".mustache"
    private static let partialsFolder = "partials/"

    /// Checks and compiles one template. Nil if it is missing; whatever is wrong with it is reported.
    package mutating func template<Site: SiteKey, Page: ContextKey>(
        _ name: String, site: Site.Type, page: Page.Type, reporting report: inout Report
    ) -> Template<Site, Page>? {
        guard let file = templates[name] else {
            var arguments: [String: Wording] = ["name": .init(name + Self.suffix)]
            if let nearest = Suggestion.nearest(to: name, among: templates.keys.sorted()) {
                arguments["suggestion"] = .init(nearest + Self.suffix)
            }
            report.add(.missingTemplate, at: SourcePlace(file: folder), arguments)
            return nil
        }
        var compiler = Compiler(partials: partials)
        let program = compiler.compile(file, frames: [Site.shape, Page.shape])
        report.add(contentsOf: compiler.report.diagnostics)
        if !compiler.usedConstants.contains(Site.stamp.rawValue) {
            report.add(.missingStamp, at: SourcePlace(file: file.path))
        }
        used.insert(name)
        used.formUnion(compiler.used.map { Self.partialsFolder + $0 })
        return Template(program: program)
    }

    /// Says which files no template uses: as a rule their names are misspelt.
    package func reportUnused(to report: inout Report) {
        let all = templates.map { ($0.key, $0.value) } + partials.map { (Self.partialsFolder + $0.key, $0.value.file) }
        for (name, file) in all.sorted(by: { $0.0 < $1.0 }) where !used.contains(name) {
            report.add(.unusedTemplate, at: SourcePlace(file: file.path))
        }
    }
}
