import Campaign
import Diagnostics
import Foundation
import Testing

@Suite struct SmokeTests {
    @Test func smoke() {
        guard let path = ProcessInfo.processInfo.environment["SMOKE"] else { return }
        var report = Report()
        let campaign = Campaign.load(path, reporting: &report)
        let printer = DiagnosticPrinter(language: .chinese)
        for d in report.sorted { print(printer.text(of: d), terminator: "") }
        print(campaign?.pieces.count as Any, campaign?.units.count as Any, campaign?.places.count as Any)
    }
}
