import Artifacts
import Campaign
import Diagnostics
import Edition
import QRCode
import Templating
import Theme

/// Collects the site's artifacts while its pages are made up.
struct Press {
    let edition: Edition
    let theme: Theme
    let templates: SiteTemplates
    let maker: PageMaker
    /// The pieces' places in the site, worked out once.
    let guide: Guide
    private(set) var artifacts: [Artifact] = []
    var report = Report()
    /// Pictures that pages show, each added once.
    var pictures: [String: Picture] = [:]
    private var frames: [FrameName: Record<SiteKeys>] = [:]
    private var stamped: [TemplateName: any Sendable] = [:]
    private let stamp: Stamp
    private let assets: AssetNames

    init(edition: Edition, theme: Theme, templates: SiteTemplates) {
        self.edition = edition
        self.theme = theme
        self.templates = templates
        maker = PageMaker(edition)
        guide = maker.guide
        stamp = Stamp(line: edition.theme.line, lockup: edition.theme.lockup)
        assets = AssetNames(theme: theme, templates: templates)
    }
}

/// What the parts of pages that are the same depend on: how deep the page lies, and its entry of the menu.
struct FrameName: Hashable {
    var depth: Int
    var menu: String
}

/// A template with a frame written in.
private struct TemplateName: Hashable {
    var name: String
    var frame: FrameName
}

// MARK: - Pages

extension Press {
    /// Adds a page.
    mutating func addPage<Page: ContextKey>(
        _ path: String, _ template: Template<SiteKeys, Page>, named name: String, menu: String = "",
        _ record: Record<Page>
    ) throws(Fault) {
        let recipe = Self.page(stampedTemplate(template, named: name, for: path, menu: menu), record)
        try add(path) { recipe }
    }

    /// Adds a page that shows its own QR code; see `page`.
    mutating func addPage<Page: CodedPageKey>(
        _ path: String, _ template: Template<SiteKeys, Page>, named name: String, menu: String = "",
        _ record: Record<Page>, code: PageCode?, needs: [OutputPath] = [],
        completing complete: (@Sendable (inout Record<Page>, Needs) throws -> Void)? = nil
    ) throws(Fault) {
        let template = stampedTemplate(template, named: name, for: path, menu: menu)
        let recipe = Self.page(template, record, code: code, completing: complete)
        try add(path, needs: needs) { recipe }
    }

    /// Adds a page for each item, at a path of its own. A page is made up when its turn to be written comes, on whatever
    /// processor is free.
    mutating func addPages<Item: Sendable>(
        for items: [Item], at path: (Item) -> String,
        _ make: @escaping @Sendable (PageMaker, Item) -> Artifact.Recipe
    ) throws(Fault) {
        let maker = maker
        artifacts.reserveCapacity(artifacts.count + items.count)
        for item in items { try add(path(item)) { make(maker, item) } }
    }

    mutating func add(
        _ path: String, needs: [OutputPath] = [], recipe: @escaping @Sendable () -> Artifact.Recipe
    ) throws(Fault) {
        artifacts.append(
            Artifact(path: try OutputPath("site/\(path)"), share: .site, needs: needs, recipe: recipe))
    }

    /// Adds a file of known bytes.
    mutating func addFile(_ path: String, _ bytes: [UInt8]) throws(Fault) {
        try add(path) { Self.file(bytes) }
    }

    private static func depth(of path: String) -> Int {
        path.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
    }

    /// The template with the frame of its folder written in, and its fingerprint; made once for all pages that share it.
    mutating func stampedTemplate<Page: ContextKey>(
        _ template: Template<SiteKeys, Page>, named name: String, for path: String, menu: String
    ) -> PrintedTemplate<Page> {
        let frame = FrameName(depth: Self.depth(of: path), menu: menu)
        let key = TemplateName(name: name, frame: frame)
        if let known = stamped[key] as? PrintedTemplate<Page> { return known }
        let template = StampedTemplate(template, stamp: stamp, site: siteRecord(frame))
        let made = PrintedTemplate(template: template, print: Fingerprint(of: template.canonicalBytes))
        stamped[key] = made
        return made
    }

    private mutating func siteRecord(_ frame: FrameName) -> Record<SiteKeys> {
        if let known = frames[frame] { return known }
        let record = frameRecord(frame, assets: assets)
        frames[frame] = record
        return record
    }
}

/// A template with its frame written in, and its fingerprint.
struct PrintedTemplate<Page>: Sendable {
    let template: StampedTemplate<Page>
    let print: Fingerprint
}

// MARK: - Recipes

extension Press {
    /// A page. Its fingerprint covers the finished segments of its template and its record, which is everything that its
    /// bytes are made of; whatever `complete` adds, the caller puts into `inputs` or the artifact's needs.
    static func page<Page: ContextKey>(
        _ stamped: PrintedTemplate<Page>, _ record: Record<Page>,
        inputs add: (inout FingerprintBuilder) -> Void = { _ in },
        completing complete: (@Sendable (inout Record<Page>, Needs) throws -> Void)? = nil
    ) -> Artifact.Recipe {
        var inputs = FingerprintBuilder("site page")
        inputs.add("template", stamped.print)
        inputs.add("record", record.canonicalBytes)
        add(&inputs)
        let template = stamped.template
        return Artifact.Recipe(inputs: inputs.finish()) { needs, sink in
            var record = record
            try complete?(&record, needs)
            sink.write(template.page(record))
            return Rendered()
        }
    }

    /// A page that shows its own QR code.
    static func page<Page: CodedPageKey>(
        _ stamped: PrintedTemplate<Page>, _ record: Record<Page>, code: PageCode?,
        inputs add: (inout FingerprintBuilder) -> Void = { _ in },
        completing complete: (@Sendable (inout Record<Page>, Needs) throws -> Void)? = nil
    ) -> Artifact.Recipe {
        page(
            stamped, record,
            inputs: { inputs in
                inputs.add("code", code?.url)
                inputs.add("sample", code?.isSample ?? false)
                add(&inputs)
            },
            completing: { record, needs in
                if let code { record[.code] = .group(try code.record()) }
                try complete?(&record, needs)
            })
    }

    static func file(_ bytes: [UInt8]) -> Artifact.Recipe {
        var inputs = FingerprintBuilder("site file")
        inputs.add("bytes", bytes)
        return Artifact.Recipe(inputs: inputs.finish()) { _, sink in
            sink.write(bytes)
            return Rendered()
        }
    }
}

// MARK: - Assets

/// Hashed names, because WeChat keeps files long after they have changed.
struct AssetNames {
    let css: (path: String, bytes: [UInt8])
    let js: (path: String, bytes: [UInt8])
    let icon: (path: String, bytes: [UInt8])
    let others: [(path: String, bytes: [UInt8])]

    init(theme: Theme, templates: SiteTemplates) {
        func bytes(_ name: String) -> [UInt8] { templates.assets.first { $0.name == name }?.bytes ?? [] }
        func named(_ stem: String, _ suffix: String, _ bytes: [UInt8]) -> (path: String, bytes: [UInt8]) {
            ("assets/\(stem).\(Fingerprint(of: bytes).hex.prefix(8)).\(suffix)", bytes)
        }
        css = named("site", "css", theme.css + bytes("site.css"))
        js = named("site", "js", bytes("site.js"))
        icon = named("icon", "svg", theme.inked(bytes("icon.svg")))
        others = templates.assets.filter { !["site.css", "site.js", "icon.svg"].contains($0.name) }
            .map { ("assets/\($0.name)", $0.bytes) }
    }
}

extension Press {
    mutating func addAssets() throws(Fault) {
        for asset in [assets.css, assets.js, assets.icon] + assets.others { try addFile(asset.path, asset.bytes) }
    }
}
