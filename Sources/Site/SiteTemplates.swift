package import Diagnostics
import Templating
package import Theme

/// The site's templates and assets, checked: templates/site.
package struct SiteTemplates: Sendable {
    let home: Template<SiteKeys, HomeKeys>
    let section: Template<SiteKeys, ListingKeys>
    let slogans: Template<SiteKeys, ListingKeys>
    let tag: Template<SiteKeys, ListingKeys>
    let tags: Template<SiteKeys, ListingKeys>
    let handbook: Template<SiteKeys, HandbookKeys>
    let posters: Template<SiteKeys, PostersKeys>
    let policy: Template<SiteKeys, PieceKeys>
    let example: Template<SiteKeys, PieceKeys>
    let slogan: Template<SiteKeys, PieceKeys>
    let chapter: Template<SiteKeys, PieceKeys>
    let page: Template<SiteKeys, PieceKeys>
    let short: Template<SiteKeys, ShortKeys>
    let ended: Template<SiteKeys, ShortKeys>
    let notFound: Template<SiteKeys, NotFoundKeys>
    let feed: Template<SiteKeys, FeedKeys>
    /// Files of templates/site/assets, by name.
    let assets: [(name: String, bytes: [UInt8])]

    /// Checks every template. Nil if one is missing; all faults are reported.
    package static func load(_ folder: TemplateFolder, reporting report: inout Report) -> SiteTemplates? {
        var set = TemplateSet(folder, below: "site/")
        func template<Page: ContextKey>(_ name: String, _ page: Page.Type) -> Template<SiteKeys, Page>? {
            set.template(name, site: SiteKeys.self, page: page, reporting: &report)
        }
        let home = template("home", HomeKeys.self)
        let section = template("section", ListingKeys.self)
        let slogans = template("slogans", ListingKeys.self)
        let tag = template("tag", ListingKeys.self)
        let tags = template("tags", ListingKeys.self)
        let handbook = template("handbook", HandbookKeys.self)
        let posters = template("posters", PostersKeys.self)
        let policy = template("policy", PieceKeys.self)
        let example = template("case", PieceKeys.self)
        let slogan = template("slogan", PieceKeys.self)
        let chapter = template("chapter", PieceKeys.self)
        let page = template("page", PieceKeys.self)
        let short = template("short", ShortKeys.self)
        let ended = template("ended", ShortKeys.self)
        let notFound = template("404", NotFoundKeys.self)
        let feed = template("feed", FeedKeys.self)
        set.reportUnused(to: &report)
        guard let home, let section, let slogans, let tag, let tags, let handbook, let posters, let policy,
            let example, let slogan, let chapter, let page, let short, let ended, let notFound, let feed
        else { return nil }
        return SiteTemplates(
            home: home, section: section, slogans: slogans, tag: tag, tags: tags, handbook: handbook,
            posters: posters, policy: policy, example: example, slogan: slogan, chapter: chapter, page: page,
            short: short, ended: ended, notFound: notFound, feed: feed,
            assets: folder.files(below: "site/assets/").map { ($0.name, $0.file.bytes) })
    }
}
