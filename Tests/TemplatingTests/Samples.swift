import Diagnostics
import Templating
import Theme

/// Keys of every kind, for templates in tests.
enum SampleSite: Int, SiteKey {
    case stamp, name, menu

    var kind: Kind {
        switch self {
        case .stamp: .group(Stamp.Key.shape)
        case .name: .text
        case .menu: .list(SampleItem.shape)
        }
    }
    static let shape = Shape(SampleSite.self)
}

enum SamplePage: Int, ContextKey {
    case title, body, link, open, items, place

    var kind: Kind {
        switch self {
        case .title: .text
        case .body: .html
        case .link: .url
        case .open: .flag
        case .items: .list(SampleItem.shape)
        case .place: .group(SampleItem.shape)
        }
    }
    static let shape = Shape(SamplePage.self)
}

enum SampleItem: Int, ContextKey {
    case label, last

    var kind: Kind {
        switch self {
        case .label: .text
        case .last: .flag
        }
    }
    static let shape = Shape(SampleItem.self)
}

func items(_ labels: [String]) -> [Record<SampleItem>] {
    labels.enumerated().map { index, label in
        var record = Record<SampleItem>()
        record[.label] = .text(label)
        record[.last] = .flag(index == labels.count - 1)
        return record
    }
}

let sampleStamp = Stamp(line: "警惕<火>，不烧", lockup: ["警惕<火>", "不烧"])

func sampleSite() -> Record<SampleSite> {
    var site = Record<SampleSite>()
    site[.name] = .text("商城")
    site[.menu] = .list(items(["案例", "标语"]))
    return site
}

/// Compiles a template and its partials; the page is nil when anything was reported.
struct Compiled {
    var report = Report()
    var template: Template<SampleSite, SamplePage>?

    init(_ text: String, partials: [String: String] = [:]) {
        let sources = [("page.mustache", text)] + partials.map { ("partials/\($0.key).mustache", $0.value) }
        let folder = TemplateFolder(
            path: "templates",
            files: sources.map { name, text in
                ("site/\(name)", SourceFile(path: "templates/site/\(name)", bytes: Array(text.utf8)))
            })
        var set = TemplateSet(folder, below: "site/")
        template = set.template("page", site: SampleSite.self, page: SamplePage.self, reporting: &report)
        set.reportUnused(to: &report)
    }

    func page(_ record: Record<SamplePage>) -> String? {
        template.map { template in
            let stamped = StampedTemplate(template, stamp: sampleStamp, site: sampleSite())
            return String(decoding: stamped.page(record), as: UTF8.self)
        }
    }

    var said: [String] {
        report.sorted.map { diagnostic in
            let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(diagnostic.code.id) \(place) \(diagnostic.summary(in: .chinese))"
        }
    }
}
