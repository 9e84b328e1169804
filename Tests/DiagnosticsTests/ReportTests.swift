import Diagnostics
import Testing

@Suite struct ReportTests {
    private static let fault = DiagnosticCode("BB991", .error, "内容有错", mend: "请改。")
    private static let hint = DiagnosticCode("BB992", .warning, "提示", mend: "请看。")
    private static let lack = DiagnosticCode("BB993", .error, "缺少字体", mend: "请装。", kind: .machine)
    private static let lowInk = DiagnosticCode("BB994", .warning, "墨少", mend: "请加。", kind: .machine)

    private func report(_ diagnostics: Diagnostic...) -> Report {
        var report = Report()
        report.add(contentsOf: diagnostics)
        return report
    }

    @Test func diagnosticsAreSaidInTheOrderOfFilesLinesAndColumns() {
        let places = [
            SourcePlace(file: "b.md", line: 1, column: 1), SourcePlace(file: "a.md", line: 10, column: 1),
            SourcePlace(file: "a.md", line: 9, column: 7), SourcePlace(file: "a.md", line: 9, column: 2),
            SourcePlace(file: "a.md"),
        ]
        var report = Report()
        for place in places { report.add(Self.fault, at: place) }
        report.add(Self.lack, at: nil)
        #expect(report.sorted.map(\.place) == [nil] + places.reversed())
    }

    @Test func diagnosticsOfOnePlaceKeepTheOrderInWhichTheyWereFound() {
        let place = SourcePlace(file: "a.md", line: 1, column: 1)
        let found = [
            Diagnostic(Self.hint, at: place), Diagnostic(Self.fault, at: place), Diagnostic(Self.lack, at: place),
        ]
        var report = Report()
        report.add(contentsOf: found)
        #expect(report.sorted == found)
    }

    @Test func eachDiagnosticIsSaidOnce() {
        let place = SourcePlace(file: "a.md", line: 1, column: 1)
        let twice = Diagnostic(Self.fault, at: place, ["f": "甲"])
        let other = Diagnostic(Self.fault, at: place, ["f": "乙"])
        #expect(report(twice, other, twice).sorted == [twice, other])
    }

    @Test func theExitStatusFollowsTheGravestFault() {
        #expect(report().exitStatus == 0)
        #expect(report(Diagnostic(Self.hint, at: nil), Diagnostic(Self.lowInk, at: nil)).exitStatus == 0)
        #expect(report(Diagnostic(Self.hint, at: nil), Diagnostic(Self.lack, at: nil)).exitStatus == 3)
        #expect(report(Diagnostic(Self.lack, at: nil), Diagnostic(Self.fault, at: nil)).exitStatus == 1)
    }

    @Test func warningsAreNoErrors() {
        #expect(!report(Diagnostic(Self.hint, at: nil)).hasErrors)
        #expect(report(Diagnostic(Self.hint, at: nil), Diagnostic(Self.lack, at: nil)).hasErrors)
    }

    @Test func aCaretMarksAtLeastOneCharacter() {
        #expect(Diagnostic(Self.fault, at: nil, length: 0).length == 1)
        #expect(Diagnostic(Self.fault, at: nil, length: -3).length == 1)
    }
}
