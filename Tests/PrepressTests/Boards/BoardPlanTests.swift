import Campaign
import Diagnostics
import Tables
import Testing

@testable import Edition
@testable import Prepress

@Suite struct BoardPlanTests {
    private typealias Fixture = BoardFixture

    @Test func aBoardGetsWhatItsRowNames() throws {
        let fixture = try Fixture.real.get()
        let (plan, report) = fixture.plan([
            try Fixture.board("门口", .board, "A3", row: ["help/help"]),
            try Fixture.board(
                "大厅", .board, "A4×3", row: ["types/types-A4", "help/help", "policy-interpretation/policy-facts"]),
        ])
        #expect(report.diagnostics.isEmpty)
        // Without a size, the largest that fits.
        #expect(
            plan.hung == [
                ["help/help-A3"], ["types/types-A4", "help/help-A4", "policy-interpretation/policy-facts-A4"],
            ])
    }

    @Test func withoutAWordOfItsOwnABoardTakesAsManyOfItsKindAsFit() throws {
        let fixture = try Fixture.real.get()
        let names = ["help/help", "types/types", "policy-interpretation/policy-facts"]
        let (plan, report) = fixture.plan([
            try Fixture.board("小", .board, "A3", kind: names), try Fixture.board("大", .board, "A4×8", kind: names),
        ])
        #expect(report.diagnostics.isEmpty)
        #expect(
            plan.hung == [
                ["help/help-A3"], ["help/help-A4", "types/types-A4", "policy-interpretation/policy-facts-A4"],
            ])
    }

    @Test func aCampaignThatSaysNothingGetsAPosterOfEveryTemplate() throws {
        let fixture = try Fixture.fire.get()
        let (plan, report) = fixture.plan([
            try Fixture.board("门口", .board, "A4×6"), try Fixture.board("屏", .screen, "320x180cm"),
        ])
        #expect(report.diagnostics.isEmpty)
        #expect(plan.boards[0].posters.map(\.template.name) == ["policy-facts", "case", "slogan-block"])
        // A screen shows what it is told, and a text of several sheets waits to be named.
        #expect(plan.boards[1].posters.isEmpty)
    }

    @Test func theOrderAddsUpWhatHangsAndLeavesScreensOut() throws {
        let fixture = try Fixture.real.get()
        let (plan, _) = fixture.plan([
            try Fixture.board("甲", .board, "A3", quantity: 6, row: ["help/help"]),
            try Fixture.board("乙", .board, "A3", quantity: 2, row: ["help/help-A3"]),
            try Fixture.board("丙", .board, "A4×8", quantity: 3, row: ["policy-interpretation/policy", "help/help"]),
            try Fixture.board("屏", .screen, "320x180cm", quantity: 9, row: ["help/help"]),
            try Fixture.board("街", .banner, "8x0.7m", quantity: 4, row: ["slogans-banner/theme-banner"]),
        ])
        let amounts = Dictionary(uniqueKeysWithValues: plan.lines.map { ($0.poster.ref.fileName, $0.copies) })
        #expect(
            amounts == [
                "help/help-A3": 8, "help/help-A4": 3, "policy-interpretation/policy-A4": 3,
                "slogans-banner/theme-banner-8x0.7m": 4,
            ])
        #expect(plan.lines.map(\.number) == [1, 2, 3, 4])
        #expect(plan.lines.first { $0.poster.ref.fileName == "help/help-A3" }?.places == ["甲", "乙"])
        #expect(plan.lines.first { $0.poster.template.name == "banner" }?.paper == "喷绘布")
        #expect(plan.lines.first { $0.poster.template.name == "policy" }?.paper == "157g 铜版纸")

        let table = PrintOrder(
            lines: plan.lines,
            sheets: plan.lines.map { $0.poster.template.name == "policy" ? 7 : 1 },
            files: plan.lines.map(\.poster.ref.fileName)
        ).table
        let copies = table.rows.map { $0[6] }
        #expect(copies == plan.lines.map { .number($0.copies) })
        #expect(table.total[6] == .number(18) && table.total[7] == .number(8 + 3 + 21 + 4))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var kind: Place.Kind
        var size: String
        var names: [String]
        var zh: String
        var en: String
        var testDescription: String { zh }
    }

    static let faults = [
        Fault(
            kind: .board, size: "A4×6", names: ["help/hlep"],
            zh: "没有叫“help/hlep”的海报，是否应为“help/help”？", en: "there is no poster “help/hlep”; did you mean “help/help”?"),
        Fault(
            kind: .board, size: "A5", names: ["types/types"], zh: "“types/types”挂不进“门口”：板面是 A5，海报有 A3、A4",
            en: "“types/types” does not fit “门口”: the board is A5, the poster comes in A3, A4"),
        Fault(
            kind: .banner, size: "5x0.7m", names: ["slogans-banner/theme-banner-8x0.7m"],
            zh: "“slogans-banner/theme-banner-8x0.7m”挂不进“门口”：板面是 5x0.7m，海报有 8x0.7m",
            en:
                "“slogans-banner/theme-banner-8x0.7m” does not fit “门口”: the board is 5x0.7m, the poster comes in 8x0.7m"
        ),
        Fault(
            kind: .stand, size: "85x200cm", names: ["for-enterprise/stand"],
            zh: "“门口”的展架是 85x200cm，“for-enterprise/stand”只有 rollup-80x200、xstand-60x160",
            en: "the stand of “门口” is 85x200cm, “for-enterprise/stand” comes in rollup-80x200, xstand-60x160"),
    ]

    @Test(arguments: faults) func whatCannotHangIsSaidAtItsRow(fault: Fault) throws {
        let (_, report) = try Fixture.real.get().plan([
            try Fixture.board("门口", fault.kind, fault.size, row: fault.names)
        ])
        let found = try #require(report.diagnostics.first)
        #expect(report.diagnostics.count == 1)
        #expect(found.summary(in: .chinese) == fault.zh)
        #expect(found.summary(in: .english) == fault.en)
        #expect(found.place?.file == Fixture.file && found.place?.line == 2)
        #expect(found.code.severity == .error)
    }

    /// A template with a fault is reported where it lies: places.csv is not to blame for it.
    @Test func aPosterWhoseTemplateIsWrongIsNotUnknown() throws {
        let boards = [try Fixture.board("门口", .board, "A3", row: ["help/help", "types/types", "help/none-such"])]
        let (plan, report) = try Fixture.real.get().plan(boards) { $0.ref.template != "help" }
        #expect(report.diagnostics.map(\.code) == [.unknownBoardPoster])
        #expect(report.diagnostics.first?.summary(in: .chinese).contains("none-such") == true)
        #expect(plan.hung == [["types/types-A3"]])
    }

    @Test func anUnknownNameOfAKindIsSaidOnce() throws {
        let boards = try (1...5).map {
            try Fixture.board("点位\($0)", .board, "A3", kind: ["help/none-such", "help/help"])
        }
        let (plan, report) = try Fixture.real.get().plan(boards)
        #expect(report.diagnostics.map(\.code) == [.unknownBoardPoster])
        #expect(plan.hung.allSatisfy { $0 == ["help/help-A3"] })
    }

    @Test func aKindWhosePostersDoNotFitABoardIsAWarning() throws {
        let (_, report) = try Fixture.real.get().plan([try Fixture.board("窗口", .tableCard, "A6", kind: ["types/types"])]
        )
        let found = try #require(report.diagnostics.first)
        #expect(found.code == .nothingFitsBoard && found.place?.file == Fixture.file)
        #expect(found.summary(in: .chinese) == "“窗口”（台卡，A6）没有海报可挂：campaign.yaml 为这一类写的都放不下")
        #expect(found.summary(in: .english).hasPrefix("nothing hangs at “窗口”"))
    }
}
