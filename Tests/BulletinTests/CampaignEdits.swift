import Foundation
import TestSupport

/// A change of content, date, theme, template, units or fonts, or an accident of the output, at random.
struct CampaignEdit: Sendable {
    let name: String
    /// Makes the change and says what it was.
    let make: @Sendable (_ campaign: EditableCampaign, _ random: inout SeededGenerator) throws -> String

    /// The day decides much and is only one edit of many: it comes up as often as three others.
    static let all = content + [date, date] + facts + looks + accidents

    // MARK: Pieces

    private static let content: [CampaignEdit] = [
        CampaignEdit(name: "append") { campaign, random in
            let path = try piece(of: campaign, &random)
            let sign = signs.randomElement(using: &random) ?? ""
            try campaign.edit(path) { "\($0)\n先断电，再动手，第\(number(&random))次提醒\(sign)。\n" }
            return path
        },
        CampaignEdit(name: "title") { campaign, random in
            try replaceLine("title: ", with: "title: 改过的题目\(number(&random))", in: campaign, &random)
        },
        CampaignEdit(name: "summary") { campaign, random in
            try replaceLine("summary: ", with: "summary: 新的一句话\(number(&random))。", in: campaign, &random)
        },
        CampaignEdit(name: "slug") { campaign, random in
            try replaceLine("slug: ", with: "slug: changed-\(number(&random))", in: campaign, &random)
        },
        CampaignEdit(name: "code") { campaign, random in
            try replaceLine("code: ", with: "code: n\(number(&random))", in: campaign, &random)
        },
        CampaignEdit(name: "date") { campaign, random in
            try replaceLine(
                "date: ", with: "date: 2025-07-0\(Int.random(in: 1...9, using: &random))", in: campaign, &random)
        },
        CampaignEdit(name: "field") { campaign, random in
            let line = fields.randomElement(using: &random) ?? ""
            let key = line.prefix { $0 != ":" }
            let path = try piece(of: campaign, &random)
            try campaign.edit(path) { text in
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                lines.removeAll { $0.hasPrefix("\(key): ") }
                return ([lines[0], line[...]] + lines.dropFirst()).joined(separator: "\n")
            }
            return "\(line) in \(path)"
        },
        CampaignEdit(name: "rename") { campaign, random in
            let path = try piece(of: campaign, &random)
            try campaign.rename(path, to: path.replacing(".md", with: "-\(number(&random)).md"))
            return path
        },
        CampaignEdit(name: "delete") { campaign, random in
            let path = try piece(of: campaign, &random)
            try campaign.remove(path)
            return path
        },
        CampaignEdit(name: "page") { campaign, random in
            let number = number(&random)
            let tags = Bool.random(using: &random) ? "tags: [说明, 插座]\n" : ""
            try campaign.add(
                "content/pages/note-\(number).md",
                """
                ---
                title: 第\(number)号说明
                slug: note-\(number)
                code: n\(number)
                date: 2025-07-08
                \(tags)---

                ## 一件小事

                出门前看一看\(number)号插座，再看[求助](help.md)。

                """)
            return "\(number)"
        },
        CampaignEdit(name: "chapter") { campaign, random in
            let number = number(&random)
            try campaign.add(
                "content/handbook/\(number).md",
                "---\ntitle: 第\(number)课\nslug: lesson-\(number)\ncode: l\(number)\norder: \(number)\ndate: 2025-07-08\n"
                    + "summary: 一课。\n---\n\n## 看\n\n看一看\(number)号插座。\n")
            return "\(number)"
        },
        CampaignEdit(name: "slogan") { campaign, random in
            let number = number(&random)
            try campaign.edit("content/slogans/general.md") {
                "\($0)- 第\(number)遍，先断电 {#again-\(number)}\n"
            }
            return "\(number)"
        },
        CampaignEdit(name: "picture") { campaign, random in
            let number = number(&random)
            let path = try piece(of: campaign, &random)
            try campaign.add("content/static/sign-\(number).svg", svg(number))
            try campaign.edit(path) { "\($0)\n见[图样](../static/sign-\(number).svg)。\n" }
            return path
        },
    ]

    // MARK: The campaign's facts, units and date

    private static let date = CampaignEdit(name: "on") { campaign, random in
        let days = ["2025-07-01", "2025-07-08", "2025-07-12", "2025-08-01", "2027-07-08"]
        let day = days.randomElement(using: &random) ?? days[0]
        campaign.change(dayTo: day)
        return day
    }

    private static let facts: [CampaignEdit] = [
        date,
        CampaignEdit(name: "theme line") { campaign, _ in try replace("安全过夏", with: "平安过夏", in: settings, campaign) },
        CampaignEdit(name: "organiser") { campaign, random in
            try replace("organiser: 示例", with: "organiser: 第\(number(&random))", in: settings, campaign)
        },
        CampaignEdit(name: "phase") { campaign, random in
            try replace("志愿者上门", with: "志愿者第\(number(&random))次上门", in: settings, campaign)
        },
        CampaignEdit(name: "hotline") { campaign, random in
            try replace("number: \"95598\"", with: "number: \"\(number(&random))98\"", in: settings, campaign)
        },
        CampaignEdit(name: "address") { campaign, random in
            let bases = ["https://yongdian.test", "https://yongdian.test/zt", ""]
            let base = bases.randomElement(using: &random) ?? ""
            return try replace("https://bulletin.example", with: base, in: settings, campaign)
        },
        CampaignEdit(name: "sizes") { campaign, _ in
            try replace("sizes: [A4]", with: "sizes: [A3]", in: settings, campaign)
        },
        CampaignEdit(name: "section") { campaign, _ in try replace("身边的事", with: "街坊的事", in: settings, campaign) },
        CampaignEdit(name: "unit") { campaign, random in
            let number = number(&random)
            let sign = signs.randomElement(using: &random) ?? ""
            try campaign.edit("content/units.csv") { "\($0)第\(number)\(sign)中学,学校,\(number),,,,\n" }
            return "\(number)"
        },
        CampaignEdit(name: "headcount") { campaign, random in
            try replace("居委会,社区,12", with: "居委会,社区,\(number(&random))", in: "content/units.csv", campaign)
        },
        CampaignEdit(name: "unit gone") { campaign, _ in
            try replace("示例超市,商户,8,,,,\n", with: "", in: "content/units.csv", campaign)
        },
        CampaignEdit(name: "order of units") { campaign, _ in
            try campaign.edit("content/units.csv") { table in
                let rows = table.split(separator: "\n")
                return ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
            }
            return ""
        },
    ]

    // MARK: Theme, fonts and templates

    private static let looks: [CampaignEdit] = [
        CampaignEdit(name: "colour") { campaign, random in
            let colour = ["#B1121F", "#A01020"].randomElement(using: &random) ?? ""
            return try replace("red: \"#C1121F\"", with: "red: \"\(colour)\"", in: theme, campaign)
        },
        CampaignEdit(name: "weight") { campaign, _ in
            try replace("weight: 900", with: "weight: 700", in: theme, campaign)
        },
        CampaignEdit(name: "family") { campaign, _ in
            try replace("hand: {family: LXGW WenKai", with: "hand: {family: Noto Serif CJK SC", in: theme, campaign)
        },
        CampaignEdit(name: "fallback") { campaign, _ in
            try replace("Noto Sans CJK TC, Noto Sans Mono CJK SC", with: "Noto Serif CJK SC", in: theme, campaign)
        },
        CampaignEdit(name: "size of type") { campaign, _ in
            try replace("handbook: 10.5", with: "handbook: 11", in: theme, campaign)
        },
        CampaignEdit(name: "template") { campaign, random in
            let files = try campaign.files(in: "templates", "mustache", "css", "svg")
            let file = files.randomElement(using: &random) ?? theme
            let comment =
                switch (file as NSString).pathExtension {
                case "css": "\n/* changed */\n"
                case "svg": "\n<!-- changed -->\n"
                default: "\n"
                }
            try campaign.edit(file) { $0 + comment }
            return file
        },
        CampaignEdit(name: "poster.yaml") { campaign, random in
            let files = try campaign.files(in: "templates/posters", "yaml")
            let file = files.randomElement(using: &random) ?? theme
            return try replace("leading: 1.", with: "leading: 1.0", in: file, campaign)
        },
        CampaignEdit(name: "label") { campaign, _ in
            try replace("label: 怎么办", with: "label: 这么办", in: "templates/posters/case/poster.yaml", campaign)
        },
    ]

    // MARK: The output

    private static let accidents: [CampaignEdit] = [
        CampaignEdit(name: "tampered") { campaign, random in
            let path = try output(of: campaign, &random)
            try campaign.scratch.write("tampered", to: path)
            return path
        },
        CampaignEdit(name: "lost") { campaign, random in
            let path = try output(of: campaign, &random)
            try FileManager.default.removeItem(at: campaign.scratch.url.appending(path: path))
            return path
        },
        CampaignEdit(name: "in part") { campaign, random in
            let parts = [["--only", "posters"], ["--only", "site"], ["--only", "handbook"], ["--shard", "1/2"]]
            let part = parts.randomElement(using: &random) ?? []
            // Where changes before it broke the campaign, nothing is written.
            _ = try campaign.build(part[0], part[1])
            return part.joined(separator: " ")
        },
    ]

    // MARK: Helpers

    private static let settings = "content/campaign.yaml"
    private static let theme = "templates/theme.yaml"
    /// Characters that nothing else in the campaign has, in fonts of every kind, and one that has to be set in a fallback.
    private static let signs = ["", "", "龘", "囍", "①", "Ω", "か", "한", "𠮷", "ñ"]
    private static let fields = [
        "verified: false", "updated: 2025-07-09", "tags: [新标签]", "order: 7", "publish: 2025-07-10",
        "expire: 2025-07-11",
        "audience: [商户]", "source: 另一处", "posters: [{template: policy-facts, sizes: [A4]}]",
        "posters: [{template: slogan-block, sizes: [A4], distance: 1}]", "weather: 晴",
    ]

    private static func number(_ random: inout SeededGenerator) -> Int { Int.random(in: 100...999, using: &random) }

    private static func piece(of campaign: EditableCampaign, _ random: inout SeededGenerator) throws -> String {
        try campaign.files(in: "content", "md").randomElement(using: &random) ?? settings
    }

    private static func output(of campaign: EditableCampaign, _ random: inout SeededGenerator) throws -> String {
        try campaign.files(in: "output", "pdf", "png", "html", "css", "csv", "xml").randomElement(using: &random)
            ?? "output/site/index.html"
    }

    private static func replace(
        _ old: String, with new: String, in path: String, _ campaign: EditableCampaign
    ) throws -> String {
        try campaign.edit(path) { $0.replacing(old, with: new) }
        return "\(new) in \(path)"
    }

    private static func replaceLine(
        _ prefix: String, with line: String, in campaign: EditableCampaign, _ random: inout SeededGenerator
    ) throws -> String {
        let path = try piece(of: campaign, &random)
        try campaign.edit(path) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.hasPrefix(prefix) ? line : String($0)
            }.joined(separator: "\n")
        }
        return "\(line) in \(path)"
    }

    private static func svg(_ number: Int) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><circle r=\"\(number)\"/></svg>\n"
    }
}
