import Diagnostics
import Files

/// What was seen of a file, for what must be said about it beside the findings.
struct PagesSeen {
    private var pages = 0
    private var withoutText = PageRanges()
    private var tooFull = PageRanges()

    mutating func count(_ page: PageBoxes) {
        pages += 1
        if page.characters.isEmpty { withoutText.add(page.number) }
        if page.isCut { tooFull.add(page.number) }
    }

    /// What is said, when the reading program ended as stated.
    func remarks(on place: SourcePlace, _ outcome: Program.Outcome) -> [Diagnostic] {
        let errors = outcome.messages.split(separator: "\n").filter { $0.hasPrefix("error:") }
        if errors.contains(where: { $0.contains("authenticate password") }) { return [.init(.pdfEncrypted, at: place)] }
        if outcome.status > 128 {
            return [.init(.mutoolFailed, at: place, ["reason": .init("signal \(outcome.status - 128)")])]
        }
        if pages == 0 { return [remarkOnNothing(errors.map(String.init), place, outcome)] }
        return remarksOnPages(place, isWhole: outcome.status == 0 && !outcome.messages.contains("repairing PDF"))
    }

    /// No page came out.
    private func remarkOnNothing(_ errors: [String], _ place: SourcePlace, _ outcome: Program.Outcome) -> Diagnostic {
        if errors.contains(where: { $0.contains("malformed page tree") }) || errors.isEmpty && outcome.status == 0 {
            return .init(.pdfWithoutPages, at: place)
        }
        guard !errors.isEmpty else {
            return .init(.mutoolFailed, at: place, ["reason": .init("\(outcome.status)")])
        }
        let reason = errors.first { !$0.contains("/dev/stdin") }?.dropFirst("error: ".count)
        return .init(.pdfDamaged, at: place, reason.map { ["reason": .init(String($0))] } ?? [:])
    }

    private func remarksOnPages(_ place: SourcePlace, isWhole: Bool) -> [Diagnostic] {
        var remarks: [Diagnostic] = []
        if !isWhole { remarks.append(.init(.pdfRepaired, at: place, ["count": "\(pages)"])) }
        if withoutText.count == pages {
            remarks.append(.init(.pdfWithoutText, at: place, ["count": "\(pages)"]))
        } else if withoutText.count > 0 {
            remarks.append(.init(.pagesWithoutText, at: place, ["pages": .init(withoutText.text)]))
        }
        if tooFull.count > 0 {
            remarks.append(
                .init(
                    .pageTooFull, at: place,
                    ["pages": .init(tooFull.text), "limit": "\(StextReader.limit)"]))
        }
        return remarks
    }
}

/// Page numbers as people write them: `1, 3–7, 9`.
struct PageRanges {
    private(set) var count = 0
    private var ranges: [ClosedRange<Int>] = []

    /// The page is larger than those added before.
    mutating func add(_ page: Int) {
        count += 1
        if let last = ranges.last, last.upperBound + 1 == page {
            ranges[ranges.count - 1] = last.lowerBound...page
        } else if ranges.count < 1000 {
            ranges.append(page...page)
        }
    }

    var text: String {
        let shown = ranges.prefix(20).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return shown.joined(separator: ", ") + (ranges.count > 20 ? ", …" : "")
    }
}
