package import Diagnostics

/// A place of a finished PDF that goes against a rule.
package struct Finding: Hashable, Sendable {
    package var rule: ProofRule
    /// From 1; 0 for the whole file.
    package var page: Int
    /// From 1, in the order of reading; 0 for the whole page or file.
    package var line: Int
    /// The text of the line.
    package var text: String
    /// What was measured there.
    package var detail: Wording
}

/// Gathers findings.
struct FindingList {
    private(set) var findings: [Finding] = []

    mutating func add(_ rule: ProofRule, _ line: TextLine, _ detail: Wording) {
        findings.append(Finding(rule: rule, page: line.page, line: line.number, text: line.text, detail: detail))
    }

    /// Of a whole page, or of the file as a whole.
    mutating func add(_ rule: ProofRule, _ detail: Wording, page: Int = 0, text: String = "") {
        findings.append(Finding(rule: rule, page: page, line: 0, text: text, detail: detail))
    }

    /// Takes out the findings of the pages before one, by page, line and rule.
    mutating func take(before page: Int) -> [Finding] {
        let taken = findings.filter { $0.page < page }
        findings.removeAll { $0.page < page }
        return taken.enumerated().sorted {
            let (a, b) = ($0.element, $1.element)
            return (a.page, a.line, a.rule.number, $0.offset) < (b.page, b.line, b.rule.number, $1.offset)
        }.map(\.element)
    }
}

/// Numbers in details: two decimals at most.
enum Figure {
    static func text(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e12 else { return "?" }
        let number = Int(abs(hundredths))
        let rest =
            number % 100 == 0 ? "" : number % 10 == 0 ? ".\(number % 100 / 10)" : ".\(number % 100 / 10)\(number % 10)"
        return (hundredths < 0 ? "-" : "") + "\(number / 100)" + rest
    }

    /// `实为 1 字，应为 0.5 字`
    static func em(_ found: Double, not wanted: String) -> Wording {
        .init("实为 \(text(found)) 字，应为 \(wanted) 字", "\(text(found)) em, should be \(wanted) em")
    }
}
