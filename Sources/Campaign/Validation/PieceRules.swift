import Diagnostics
import Settings

/// What a front matter must keep to for itself, beyond the kinds of its fields.
enum PieceRules {
    static func check(_ fields: Fields, folder: Folder, reporting report: inout Report) {
        if let slug = fields.located("slug") { SlugRules.check(slug, in: fields.file, reporting: &report) }
        checkCode(fields, &report)
        checkDays(fields, &report)
        checkRepeats(fields, &report)
        PosterRules.check(fields.groups("posters"), reporting: &report)
        for person in fields.groups("people") where person.has("name") && !person.has("consent") {
            report.add(
                .nameWithoutConsent, in: fields.file, at: person.span(of: "name"),
                ["name": .init(person.text("name") ?? "")])
        }
        if fields.flag("verified") == false {
            report.add(.notVerified, in: fields.file, at: fields.span(of: "verified"))
        }
    }

    private static func checkCode(_ fields: Fields, _ report: inout Report) {
        guard let code = fields.located("code") else { return }
        if !Names.isCode(code.text) {
            report.add(.badCode, in: fields.file, at: code.span, ["code": .init(code.text)])
        } else if Names.isReserved(code.text) {
            report.add(.reservedName, in: fields.file, at: code.span, ["name": .init(code.text)])
        }
    }

    private static func checkDays(_ fields: Fields, _ report: inout Report) {
        for (first, second) in [("publish", "expire"), ("date", "updated"), ("date", "expire")] {
            guard let start = fields.day(first), let end = fields.day(second), end < start else { continue }
            report.add(
                .endBeforeStart, in: fields.file, at: fields.span(of: second),
                ["from": .init(start.chinese, start.iso), "to": .init(end.chinese, end.iso)])
            break
        }
    }

    private static func checkRepeats(_ fields: Fields, _ report: inout Report) {
        for key in ["tags", "audience"] {
            // A dozen at most, by the schema.
            let words = fields.texts(key)
            for (index, word) in words.enumerated() where words[..<index].contains(where: { $0.text == word.text }) {
                report.add(.repeatedItem, in: fields.file, at: word.span, ["item": .init(word.text)])
            }
        }
    }
}
