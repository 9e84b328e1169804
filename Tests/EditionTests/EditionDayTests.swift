import Campaign
import Diagnostics
import Edition
import Testing

@Suite struct EditionDayTests {
    @Test func theNamedDayComesFirst() throws {
        let day = try EditionDay.day(
            named: CivilDate("2024-07-10"), sourceDateEpoch: "0", clock: 0, zone: .shanghai)
        #expect(day == CivilDate("2024-07-10"))
    }

    @Test func thenSourceDateEpochInTheCampaignsZone() throws {
        // 16:00 UTC is midnight in Shanghai.
        let (last, first) = ("1719763199", "1719763200")
        #expect(try EditionDay.day(named: nil, sourceDateEpoch: last, clock: 0, zone: .shanghai).iso == "2024-06-30")
        #expect(try EditionDay.day(named: nil, sourceDateEpoch: first, clock: 0, zone: .shanghai).iso == "2024-07-01")
    }

    @Test(arguments: [nil, ""])
    func thenTheClock(epoch: String?) throws {
        let day = try EditionDay.day(named: nil, sourceDateEpoch: epoch, clock: 1_719_763_200, zone: .shanghai)
        #expect(day.iso == "2024-07-01")
    }

    @Test(arguments: ["yesterday", "1719763200.5", "99999999999999999", "-99999999999999"])
    func aMalformedEpochIsNeverReplacedByTheClock(text: String) {
        let fault = #expect(throws: Fault.self) {
            try EditionDay.day(named: nil, sourceDateEpoch: text, clock: 1_719_763_200, zone: .shanghai)
        }
        guard let diagnostic = fault?.diagnostic else { return }
        #expect(
            DiagnosticPrinter(language: .chinese).text(of: diagnostic)
                == "error[BB303]: 环境变量 SOURCE_DATE_EPOCH 的值“\(text)”不是有效的时间\n    改法：请清除这个变量，或用 --on 指定日期。\n")
        #expect(
            DiagnosticPrinter(language: .english).text(of: diagnostic)
                == "error[BB303]: SOURCE_DATE_EPOCH “\(text)” is no valid time\n    mend: Unset it, or name the day with --on.\n"
        )
    }

    @Test(
        arguments: [0, 1_719_763_199, 1_719_763_200, -1, 86_399, 1_785_000_000],
        ["Asia/Shanghai", "UTC", "Asia/Urumqi"])
    func aDayLastsAsLongAsItsSpan(_ clock: Int, _ name: String) throws {
        let zone = try #require(CampaignZone(name))
        let span = EditionDay.span(at: clock, in: zone)
        func day(_ clock: Int) throws -> String {
            try EditionDay.day(named: nil, sourceDateEpoch: nil, clock: clock, zone: zone).iso
        }
        #expect(span.contains(clock))
        #expect(try day(span.lowerBound) == day(clock) && day(span.upperBound - 1) == day(clock))
        #expect(try day(span.lowerBound - 1) != day(clock) && day(span.upperBound) != day(clock))
    }
}
