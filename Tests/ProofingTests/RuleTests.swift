import Diagnostics
import Testing
@testable import Proofing

/// Each rule against drawn lines: what goes against it is found, once and as nothing else; what tempts is left alone.
struct RuleTests {
    private static let violations =
        RuleCase.lineEndViolations + RuleCase.widthViolations + RuleCase.paragraphViolations
        + RuleCase.insetViolations
    private static let legal =
        RuleCase.lineEndLegal + RuleCase.widthLegal + RuleCase.paragraphLegal + RuleCase.insetLegal

    @Test func everyViolationIsFoundAndNothingElse() throws {
        let found = try Sheet().findings(Self.violations.map(\.lines))
        for (index, drawn) in Self.violations.enumerated() {
            let here = found.filter { $0.page == index + 1 }
            #expect(
                here.map(\.rule.number) == [drawn.rule],
                "\(drawn): \(here.map { "\($0.rule.number) \($0.detail.en) | \($0.text)" })")
        }
    }

    @Test func everyLegalLineIsLeftAlone() throws {
        let found = try Sheet().findings(Self.legal.map(\.lines))
        for (index, drawn) in Self.legal.enumerated() {
            let here = found.filter { $0.page == index + 1 }
            #expect(here.isEmpty, "\(drawn): \(here.map { "\($0.rule.number) \($0.detail.en) | \($0.text)" })")
        }
    }

    @Test func everyRuleHasThreeOfEach() {
        for number in Set(Self.violations.map(\.rule)) {
            #expect(Self.violations.count { $0.rule == number } >= 3, "\(number)")
            #expect(Self.legal.count { $0.rule == number } >= 3, "\(number)")
        }
    }
}
