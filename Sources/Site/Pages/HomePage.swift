import Artifacts
import Campaign
import Diagnostics
import Edition
import Templating

// The home page: the theme, what the day is, the one thing to do, the way of the campaign, and the sections.
extension Press {
    mutating func addHome() throws(Fault) {
        let page = "index.html"
        var record = Record<HomeKeys>()
        record[.head] = .group(maker.head(edition.name, edition.theme.line, address: ""))
        record[.stage] = .group(stage)
        record[.phases] = .list(edition.phases.indices.map(phase))
        record[.sections] = .list(edition.sections.map { group(of: $0, from: page) })
        if let handbook = guide.sections[.handbook] {
            let target = Guide.index(of: handbook.folder)
            record[.handbook] = .group(Record<LinkKeys>(edition.handbook.title, to: target, from: page))
        }
        if !edition.posters.isEmpty {
            record[.wall] = .group(Record<LinkKeys>("", to: Guide.posterWall, from: page))
        }
        try addPage(page, templates.home, named: "home", record, code: maker.code(""))
    }

    private var stage: Record<StageKeys> {
        var record = Record<StageKeys>()
        record[.name] = .text(edition.stage.name)
        record[.text] = .text(edition.stage.text)
        record[.today] = .text(edition.date.chinese)
        if case .phase(let index) = edition.stage.kind {
            record[.dates] = .text(edition.phases[index].range.chineseShort)
        }
        return record
    }

    private func phase(_ index: Int) -> Record<PhaseKeys> {
        let phase = edition.phases[index]
        var record = Record<PhaseKeys>()
        record[.number] = .number(index + 1)
        record[.name] = .text(phase.name)
        record[.dates] = .text(phase.range.chineseShort)
        record[.text] = .text(phase.text)
        record[.past] = .flag(phase.range.to < edition.date)
        record[.now] = .flag(edition.stage.kind == .phase(index))
        record[.coming] = .flag(edition.date < phase.range.from)
        record[.tasks] = .list(
            phase.tasks.map { task in
                var record = Record<TaskKeys>()
                record[.what] = .text(task.what)
                record[.who] = .text(task.who)
                record[.due] = .text(task.due.chineseShort)
                return record
            })
        return record
    }

    /// A section with its first pieces.
    private func group(of section: Section, from page: String) -> Record<GroupKeys> {
        var record = Record<GroupKeys>()
        record[.title] = .text(section.title)
        record[.address] = .text(Guide.link(to: Guide.index(of: section.folder), from: page))
        record[.items] = .list(
            section.pieces.prefix(Self.piecesOnHome).map { maker.item($0, from: page) })
        return record
    }

    private static var piecesOnHome: Int { 3 }
}
