import Diagnostics
import Settings
import Testing

@Suite struct CheckerTests {
    @Test func everyKindOfFieldIsRead() throws {
        let (fields, faults) = reading(
            """
            title: 反诈宣传
            date: 2024年7月1日
            order: 12
            distance: 1.5
            verified: 否
            kind: 受害
            tags: [甲, "乙 丙"]
            period: {from: 2024-07-08}
            frames:
              frame-title: {take: title}
            names: {甲: 一, 乙: 二}
            """, by: sample)
        let read = try #require(fields)
        #expect(faults == [])
        #expect(read.text("title") == "反诈宣传")
        #expect(read.date("date") == DateText("2024-07-01"))
        #expect(read.whole("order") == 12)
        #expect(read.number("distance") == 1.5)
        #expect(read.flag("verified") == false)
        #expect(read.text("kind") == "victim")
        #expect(read.texts("tags").map(\.text) == ["甲", "乙 丙"])
        #expect(read.group("period")?.date("from") == DateText("2024-07-08"))
        #expect(read.groupsByName("frames").map(\.name.text) == ["frame-title"])
        #expect(read.groupsByName("frames").first?.fields.text("take") == "title")
        #expect(read.textsByName("names").map { "\($0.name.text)\($0.text.text)" } == ["甲一", "乙二"])
    }

    @Test func chineseNamesMeanTheSame() {
        let (fields, faults) = reading("标题: 甲\n日期: 2024-07-01\n时间: {起: 2024-07-01}\n", by: sample)
        #expect(faults == [])
        #expect(fields?.text("title") == "甲")
        #expect(fields?.group("period")?.has("from") == true)
    }

    @Test(arguments: [
        ("title: 甲\ntitel: 乙", "2:1 BB023"),
        ("title: 甲\ntitle: 乙", "1:1 BB022"),
        ("title: 甲\n标题: 乙", "1:1 BB024"),
        ("date: 2024-07-01", "0:0 BB025"),
        ("title:", "1:1 BB026"),
        ("title: \"\"", "1:1 BB026"),
        ("title: 甲\ndate:", "2:1 BB027"),
        ("title: [甲]", "1:8 BB028"),
        ("title: 甲\ndate: [2024-07-01]", "2:7 BB028"),
        ("title: 甲\norder: 三", "2:8 BB028"),
        ("title: 甲\norder: 1.5", "2:8 BB028"),
        ("title: 甲\ndistance: 远", "2:11 BB028"),
        ("title: 甲\ndistance: nan", "2:11 BB028"),
        ("title: 甲\nverified: 大概", "2:11 BB028"),
        ("title: 甲\ntags: 甲、乙", "2:7 BB028"),
        ("title: 甲\nperiod: 七月", "2:9 BB028"),
        ("title: 甲\nframes: 七月", "2:9 BB028"),
        ("title: 甲\ntags: [甲, [乙]]", "2:11 BB028"),
        ("title: 甲\ndate: 七月一日", "2:7 BB029"),
        ("title: 甲\ndate: 2024-02-30", "2:7 BB030"),
        ("title: 甲\ndate: 0024-02-03", "2:7 BB030"),
        ("title: 甲\norder: 100000", "2:8 BB031"),
        ("title: 甲\ndistance: 0", "2:11 BB031"),
        ("title: 一二三四五六七八九十一二三四五六七八九十一", "1:8 BB032"),
        ("title: 甲\nkind: victm", "2:7 BB033"),
        ("title: 甲\ntags: [甲, 乙, 丙, 丁]", "2:7 BB034"),
        ("title: \"甲\\x07\"", "1:8 BB035"),
        ("title: 甲\nperiod: {form: 2024-07-08}", "2:10 BB023"),
        ("title: 甲\nperiod: {x: 2024-07-08}", "2:9 BB025 2:10 BB023"),
        ("titel: 甲", "1:1 BB023"),
        ("titel: [甲]", "1:1 BB023 1:8 BB028"),
        ("- 甲", "1:1 BB041"),
        ("只有一句话", "1:1 BB041"),
    ])
    func eachFaultHasItsCodeAndPlace(text: String, expected: String) {
        #expect(reading(text, by: sample).faults.joined(separator: " ") == expected)
    }

    @Test func allFaultsAreFoundInOneRun() {
        let text = """
            titel: 甲
            date: 2024-13-01
            order: 多
            verified: maybe
            kind: x
            tags: 甲
            period: {}
            """
        let expected = [
            "1:1 BB023", "2:7 BB030", "3:8 BB028", "4:11 BB028", "5:7 BB033", "6:7 BB028", "7:9 BB025",
        ]
        #expect(Set(reading(text, by: sample).faults) == Set(expected))
        #expect(reading(text, by: sample).faults.count == expected.count)
    }

    @Test(arguments: [
        ("titel", "title"), ("Title", "title"), ("ｔｉｔｌｅ", "title"), ("tilte", "title"), ("标提", "标题"),
        ("verfied", "verified"),
        ("已核", "已核实"), ("tag", "tags"),
    ])
    func aMisspeltFieldIsRecognised(typed: String, meant: String) {
        #expect(Suggestion.nearest(to: typed, among: ["title", "标题", "verified", "已核实", "tags"]) == meant)
    }

    @Test(arguments: ["", "天气", "author", "x", String(repeating: "长", count: 10_000)])
    func nothingIsSuggestedForAnotherWord(typed: String) {
        #expect(Suggestion.nearest(to: typed, among: ["title", "标题", "verified"]) == nil)
    }

    @Test(arguments: [
        "2024-07-01", "2024-7-1", "2024/07/01", "2024.7.1", "2024年7月1日", "2024 年 7 月 1 日", "2024年07月01号",
        "２０２４年７月１日",
    ])
    func datesAreReadAsPeopleWriteThem(text: String) throws {
        let date = try #require(DateText(text))
        #expect((date.year, date.month, date.day) == (2024, 7, 1))
    }

    @Test(arguments: [
        "", "2024", "2024-07", "24-07-01", "2024-07-01-02", "2024年7月", "2024-07/01", "20240701", "2024年7月1", "日",
        "2024-007-01", "-2024-07-01", "2024-07-01日",
    ])
    func otherTextsAreNoDates(text: String) {
        #expect(text == "2024年7月1" ? DateText(text) == nil : DateText(text) == nil)
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("2100-02-29", false),
        ("2024-04-31", false), ("2024-00-01", false), ("2024-01-00", false),
    ])
    func theCalendarIsGregorian(text: String, exists: Bool) throws {
        #expect(try #require(DateText(text)).exists == exists)
    }
}
