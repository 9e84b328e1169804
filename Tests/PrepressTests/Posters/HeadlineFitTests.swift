import Campaign
import Diagnostics
import Drawing
import Edition
import Testing
import Theme
import Typesetting

@testable import Prepress

/// A headline fills its frame: at least 95 % of the size that a brute force finds over all ways to end its lines.
struct HeadlineFitTests {
    /// Slogans with their words marked by hand, clause by clause.
    static let slogans = [
        "拨", "反诈|必问", "转账|先|核实", "警惕|诈骗|新手法", "他说|稳赚|不赔，你看|有去|无回",
        "没见|贷款|先交费，收费之人|定有鬼，快打|热线", "退款|不用|别人教，平台|里面|自己找",
    ]
    static let rooms = [
        ("square", Size(width: 400, height: 400)), ("tall", Size(width: 150, height: 450)),
        ("wide", Size(width: 900, height: 300)), ("banner", Size(width: 1200, height: 120)),
    ]

    private static let style = TypeStyle(
        font: .headline, size: 10, colour: Colour(red: 0, green: 0, blue: 0), leading: 1.15)

    @Test(arguments: slogans, rooms)
    func aSloganIsNearlyAsLargeAsBruteForceFinds(marked: String, room: (name: String, size: Size)) throws {
        let text = marked.filter { $0 != "|" }
        var setter = TextSetter(fonts: try PosterFixture.real.get().fonts)
        let optimum = Self.bruteForce(marked, in: room.size, &setter)
        let verse = VerseHeadline(text: text, source: nil, style: Self.style, accent: nil, sizes: 1...2000)
        let fitted = try #require(verse.fitted(in: room.size, &setter))
        let lines = fitted.lines.map { $0.placed(at: Point(x: 0, y: 0), as: .paragraph).compactMap(\.text).joined() }
        #expect(fitted.size >= 0.95 * optimum, "\(text) \(room.name): \(lines), \(fitted.size) of \(optimum)")
        #expect(fitted.width <= room.size.width + 0.01 && fitted.height <= room.size.height + 0.01)
        #expect(lines.joined() == text)
        for line in lines where lines.count > 1 {
            #expect(line.filter { !"，。“”".contains($0) }.count > 1, "\(lines) has a character alone")
        }
        // Lines end only where a word does.
        var ends: Set<Int> = []
        var count = 0
        for part in marked.split(whereSeparator: { $0 == "|" }) {
            count += part.count
            ends.insert(count)
            for (offset, character) in part.enumerated() where character == "，" {
                ends.insert(count - part.count + offset + 1)
            }
        }
        var end = 0
        for line in lines {
            end += line.count
            #expect(ends.contains(end), "\(lines) cuts a word")
        }
    }

    /// Of all that the campaign prints and posts, no headline is broken inside a word.
    @Test func noHeadlineOfTheCampaignCutsAWord() throws {
        let fixture = try PosterFixture.real.get()
        let posters = fixture.edition.posters.map { ($0.stem, fixture.laid($0).poster) }
        let pictures = try fixture.pictures([.cover, .share, .long]).map {
            ("\($0.context.ref.stem) \($0.kind)", try $0.laid(with: fixture.fonts).poster)
        }
        var broken = 0
        for (name, poster) in posters + pictures {
            let regions = try #require(poster, "\(name)").sheets.flatMap(\.regions)
            for region in regions where [.title, .item, .firstClause, .otherClauses, .short].contains(region.take) {
                let lines = region.text.split(separator: "\n")
                let starts = WordBreaks.starts(in: lines.joined())
                var start = 0
                for line in lines {
                    #expect(starts[start], "\(name): \(lines)")
                    start += line.unicodeScalars.count
                }
                broken += lines.count > 1 ? 1 : 0
            }
        }
        #expect(broken > 100)
    }

    /// Short texts beside headlines end their lines between phrases, else between words, and leave no scrap for the last.
    @Test(arguments: [
        ("家里的卡一张没借出去。", 100.0, ["家里的卡一张", "没借出去。"]),
        ("客服来电，挂了，自己到平台里看订单。", 125, ["客服来电，挂了，", "自己到平台里看订单。"]),
        ("收到它的短信，说明您可能正被骗子盯上。", 145, ["收到它的短信，", "说明您可能正被骗子盯上。"]),
        ("反诈预警劝阻专线", 65, ["反诈预警", "劝阻专线"]),
    ])
    func shortTextsKeepPhrasesAndWords(text: String, width: Double, lines: [String]) throws {
        var setter = TextSetter(fonts: try PosterFixture.real.get().fonts)
        let style = TypeStyle(font: .text, size: 10, colour: Colour(red: 0, green: 0, blue: 0))
        let set = setter.text(text, style, width: width)
        let found = set.lines.map { line in
            set.paragraph.marks(of: line, at: .zero, role: nil).compactMap(\.text).joined()
        }
        #expect(found == lines)
    }

    /// The largest size over every set of line ends: between words anywhere, or with whole clauses on one line.
    private static func bruteForce(_ marked: String, in room: Size, _ setter: inout TextSetter) -> Points {
        // Words, a clause's last with its comma.
        var words: [String] = [""]
        for character in marked {
            if character == "|" {
                words.append("")
            } else {
                words[words.count - 1].append(character)
                if character == "，" { words.append("") }
            }
        }
        words.removeAll(where: \.isEmpty)
        var best = 0.0
        for cuts in 0..<(1 << (words.count - 1)) {
            var lines = [words[0]]
            for index in 1..<words.count {
                if cuts >> (index - 1) & 1 == 1 {
                    lines.append(words[index])
                } else {
                    lines[lines.count - 1] += words[index]
                }
            }
            guard isVerse(lines) else { continue }
            let widest = lines.map { setter.line($0, style.sized(100)).width }.max() ?? 1
            let byHeight = room.height / (1 + style.leading * Double(lines.count - 1))
            best = max(best, min(byHeight, room.width / widest * 100))
        }
        return best
    }

    /// No character alone; and a line with a clause's end inside holds whole clauses.
    private static func isVerse(_ lines: [String]) -> Bool {
        for (index, line) in lines.enumerated() {
            if lines.count > 1, line.filter({ $0 != "，" }).count < 2 { return false }
            guard line.dropLast().contains("，") else { continue }
            let beginsClause = index == 0 || lines[index - 1].hasSuffix("，")
            let endsClause = index == lines.count - 1 || line.hasSuffix("，")
            if !beginsClause || !endsClause { return false }
        }
        return true
    }
}
