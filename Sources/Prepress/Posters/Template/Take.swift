package import Campaign
import Diagnostics

/// What a frame shows: the closed list of poster.yaml's `take`.
package enum Take: Hashable, Sendable {
    /// Of the piece.
    case title, summary, lead, body, item
    /// The clauses of a slogan: the first, and what answers it.
    case firstClause, otherClauses
    /// The piece's last list, and the heading above it.
    case checklist, checklistTitle
    /// The part of the piece below the heading of the second level with this text.
    case section(String)
    /// The table below the heading with this text, its amounts as bars.
    case scale(String)
    /// The piece's last list as a roll of honour: who, and for what.
    case roll
    case meta(Meta)
    /// Of the campaign.
    case theme, name, short, organiser, period, phase, steps, hotlines, channels, audiences, qr
    /// What happens in each phase, who does it, until when.
    case tasks
    /// The first hotline's number; its name and words; the other hotlines.
    case number, hotline, otherHotlines
    /// The campaign's types: all, or those of one kind.
    case types(CaseType.Kind?)
    /// Only the words of the frame's `label`.
    case label

    /// A fact of the piece's front matter.
    package enum Meta: String, CaseIterable, Hashable, Sendable {
        case date, updated, type, source, section, official, sheet
    }

    /// The words of `take` that stand alone, with their Chinese twins.
    private static let plain: [(word: String, twin: String, take: Take)] = [
        ("title", "标题", .title), ("summary", "摘要", .summary), ("lead", "导语", .lead), ("body", "正文", .body),
        ("item", "条目", .item), ("theme", "主题", .theme), ("name", "活动", .name), ("short", "简称", .short),
        ("organiser", "主办", .organiser), ("period", "时间", .period), ("phase", "阶段", .phase),
        ("steps", "步骤", .steps),
        ("hotlines", "热线", .hotlines), ("channels", "渠道", .channels), ("audiences", "对象", .audiences),
        ("qr", "二维码", .qr), ("label", "小标题", .label), ("types", "类型", .types(nil)),
        ("tasks", "任务", .tasks), ("number", "号码", .number), ("hotline", "首要热线", .hotline),
        ("other-hotlines", "其他热线", .otherHotlines), ("list", "清单", .checklist), ("list-title", "清单标题", .checklistTitle),
        ("roll", "名单", .roll),
        ("first-clause", "前半句", .firstClause), ("other-clauses", "后半句", .otherClauses),
    ]

    private static let metaTwins: [Meta: String] = [
        .date: "日期", .updated: "更新", .type: "类型", .source: "来源", .section: "栏目", .official: "公文", .sheet: "张号",
    ]

    /// Reads a value of `take`; nil for a word that is not on the list.
    package init?(_ text: String) {
        if let plain = Self.plain.first(where: { $0.word == text || $0.twin == text }) {
            self = plain.take
            return
        }
        let halves = text.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard halves.count == 2, !halves[1].isEmpty else { return nil }
        switch halves[0] {
        case "section", "部分": self = .section(String(halves[1]))
        case "scale", "标尺": self = .scale(String(halves[1]))
        case "meta", "字段":
            let key = Meta.allCases.first { $0.rawValue == halves[1] || Self.metaTwins[$0] == String(halves[1]) }
            guard let key else { return nil }
            self = .meta(key)
        case "types", "类型":
            guard let kind = Self.kindTwins.first(where: { $0.kind.rawValue == halves[1] || $0.twin == halves[1] })
            else {
                return nil
            }
            self = .types(kind.kind)
        default: return nil
        }
    }

    private static let kindTwins: [(kind: CaseType.Kind, twin: String)] = [(.victim, "受害"), (.accomplice, "帮凶")]

    /// Every word that may be written, for suggestions.
    static let words: [String] =
        plain.flatMap { [$0.word, $0.twin] } + Meta.allCases.map { "meta:\($0.rawValue)" }
        + kindTwins.map { "types:\($0.kind.rawValue)" }

    /// What is shown, for a message.
    var wording: Wording {
        switch self {
        case .section(let heading), .scale(let heading): Wording(heading)
        case .meta(let meta): Wording(Self.metaTwins[meta] ?? meta.rawValue, meta.rawValue)
        case .types: Wording("类型", "types")
        default:
            Self.plain.first { $0.take == self }.map { Wording($0.twin, $0.word) } ?? ""
        }
    }
}
