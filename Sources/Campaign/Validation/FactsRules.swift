import Diagnostics
import Settings

/// What campaign.yaml must keep to beyond the kinds of its fields.
struct FactsRules {
    let fields: Fields

    func check(reporting report: inout Report) {
        checkTheme(&report)
        checkPeriod(&report)
        checkPhases(&report)
        checkZone(&report)
        checkSite(&report)
        checkNames(&report)
        checkTags(&report)
        checkHotlines(&report)
        checkSizes(&report)
    }

    private func checkTheme(_ report: inout Report) {
        guard let theme = fields.group("theme"), let line = theme.text("line") else { return }
        let lockup = theme.texts("lockup").map(\.text)
        if ThemeLine.essence(of: line).isEmpty {
            report.add(.themeWithoutText, in: fields.file, at: theme.span(of: "line"))
        } else if theme.has("lockup"), ThemeLine.essence(of: lockup.joined()) != ThemeLine.essence(of: line) {
            report.add(
                .lockupDiffers, in: fields.file, at: theme.span(of: "lockup"),
                ["line": .init(line), "lockup": .init(lockup.joined(separator: "／"))])
        } else if !theme.has("lockup"), Lockup(of: line).isGuessed {
            report.add(
                .lockupGuessed, in: fields.file, at: theme.span(of: "line"),
                ["lockup": .init(Lockup(of: line).lines.joined(separator: "／"))])
        }
    }

    private func checkPeriod(_ report: inout Report) {
        if let period = fields.group("period") { checkOrder(period, &report) }
    }

    private func checkOrder(_ range: Fields, _ report: inout Report) {
        guard let from = range.day("from"), let to = range.day("to"), to < from else { return }
        report.add(
            .endBeforeStart, in: fields.file, at: range.span(of: "to"),
            ["from": .init(from.chinese, from.iso), "to": .init(to.chinese, to.iso)])
    }

    private func checkPhases(_ report: inout Report) {
        let period = fields.group("period")?.range
        var last: (name: String, range: DateRange)?
        for phase in fields.groups("phases") {
            checkOrder(phase, &report)
            guard let name = phase.text("name"), let range = phase.range else { continue }
            if let period, range.from < period.from || range.to > period.to {
                let key = range.from < period.from ? "from" : "to"
                report.add(.phaseOutsidePeriod, in: fields.file, at: phase.span(of: key), ["phase": .init(name)])
            }
            if let last, range.from <= last.range.to {
                report.add(
                    .phasesOverlap, in: fields.file, at: phase.span(of: "from"),
                    ["phase": .init(name), "other": .init(last.name)])
            }
            checkTasks(of: phase, named: name, in: period, &report)
            last = (name, range)
        }
    }

    private func checkTasks(of phase: Fields, named name: String, in period: DateRange?, _ report: inout Report) {
        for task in phase.groups("tasks") {
            guard let due = task.day("due"), let period, !period.contains(due) else { continue }
            report.add(
                .taskOutsidePeriod, in: fields.file, at: task.span(of: "due"),
                ["task": .init(task.text("what") ?? ""), "due": .init(due.chinese, due.iso)])
        }
    }

    private func checkZone(_ report: inout Report) {
        guard let zone = fields.located("timezone"), CampaignZone(zone.text) == nil else { return }
        var arguments: [String: Wording] = ["zone": .init(zone.text)]
        if let near = Suggestion.nearest(to: zone.text, among: CampaignZone.names) {
            arguments["suggestion"] = .init(near)
        }
        report.add(.unknownZone, in: fields.file, at: zone.span, arguments)
    }

    private func checkSite(_ report: inout Report) {
        guard let site = fields.group("site"), let address = site.located("base_url") else { return }
        if !BaseURL.isValid(address.text) {
            report.add(.badBaseURL, in: fields.file, at: address.span, ["address": .init(address.text)])
        } else if SiteFacts(baseURL: address.text, icp: "", police: "").isReserved {
            report.add(.reservedHost, in: fields.file, at: address.span, ["address": .init(address.text)])
        }
    }

    /// Names that others refer to must be unique, and the types' slugs become addresses.
    private func checkNames(_ report: inout Report) {
        for key in ["phases", "types", "audiences", "hotlines", "channels", "tags"] {
            checkUnique(fields.groups(key).compactMap { $0.located("name") }, .duplicateName, &report)
        }
        let slugs = fields.groups("types").compactMap { $0.located("slug") }
        for slug in slugs { SlugRules.check(slug, in: fields.file, reporting: &report) }
        checkUnique(slugs, .duplicateName, &report)
    }

    /// Every tag has a page of its own: two of them never share an address, not even with a made-up one.
    private func checkTags(_ report: inout Report) {
        var owners: [String: String] = [:]
        for tag in fields.groups("tags") {
            guard let name = tag.text("name"), let slug = tag.located("slug") else { continue }
            if slug.text.hasPrefix("tag-") {
                report.add(.reservedName, in: fields.file, at: slug.span, ["name": .init(slug.text)])
            } else {
                SlugRules.check(slug, in: fields.file, reporting: &report)
            }
            if let other = owners[slug.text] {
                report.add(
                    .duplicateTagSlug, in: fields.file, at: slug.span,
                    ["name": .init(name), "other": .init(other), "slug": .init(slug.text)])
            } else {
                owners[slug.text] = name
            }
        }
    }

    private func checkUnique(_ words: [Located], _ code: DiagnosticCode, _ report: inout Report) {
        var seen: Set<String> = []
        for word in words where !seen.insert(word.text).inserted {
            report.add(code, in: fields.file, at: word.span, ["name": .init(word.text)])
        }
    }

    private func checkHotlines(_ report: inout Report) {
        for number in fields.groups("hotlines").compactMap({ $0.located("number") })
        where !Names.isPhoneNumber(number.text) {
            report.add(.badPhoneNumber, in: fields.file, at: number.span, ["number": .init(number.text)])
        }
    }

    private func checkSizes(_ report: inout Report) {
        if let posters = fields.group("posters") {
            for folder in Folder.allCases { PosterRules.check(posters.groups(folder.rawValue), reporting: &report) }
        }
        if let size = fields.group("handbook")?.located("size"), !Names.isSheetSize(size.text) {
            report.add(.badSheetSize, in: fields.file, at: size.span, ["size": .init(size.text)])
        }
    }
}

/// Addresses that can stand before every path of the site.
enum BaseURL {
    /// http or https, a host of letters, digits, hyphens and dots, perhaps a port and a path; no slash at the end,
    /// no query, no user.
    static func isValid(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let parts = text.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
        guard let host = parts.first, isHost(host) else { return false }
        return parts.dropFirst().allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && part.utf8.allSatisfy { isWord($0) || "-_.~".utf8.contains($0) }
        }
    }

    private static func isHost(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2 else { return false }
        if parts.count == 2, !(Int(parts[1]).map { (1...65_535).contains($0) } ?? false) { return false }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

enum SlugRules {
    static func check(_ slug: Located, in file: SourceFile, reporting report: inout Report) {
        if !Names.isSlug(slug.text) {
            report.add(.badSlug, in: file, at: slug.span, ["slug": .init(slug.text)])
        } else if Names.isReserved(slug.text) {
            report.add(.reservedName, in: file, at: slug.span, ["name": .init(slug.text)])
        }
    }
}

enum PosterRules {
    /// Template names become folder names; whether a template exists is known when the posters are made.
    static func check(_ posters: [Fields], reporting report: inout Report) {
        for poster in posters {
            if let template = poster.located("template") {
                SlugRules.check(template, in: poster.file, reporting: &report)
            }
            for size in poster.texts("sizes") where !Names.isSheetSize(size.text) {
                report.add(.badSheetSize, in: poster.file, at: size.span, ["size": .init(size.text)])
            }
        }
    }
}
