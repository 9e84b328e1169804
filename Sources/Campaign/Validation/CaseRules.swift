import Diagnostics
import Markdown

/// A case tells its story in five fixed parts, so that readers, posters and the handbook find them.
package enum CaseRules {
    package static let parts = ["他们怎么说", "怎么上钩", "转折", "法律", "怎么办"]

    static func check(_ headings: [Heading], of document: Document, reporting report: inout Report) {
        let found = headings.filter { $0.level == 2 }
        var seen: [String] = []
        for heading in found {
            guard parts.contains(heading.text) else {
                var arguments: [String: Wording] = ["part": .init(heading.text)]
                if let near = Suggestion.nearest(to: heading.text, among: parts) {
                    arguments["suggestion"] = .init(near)
                }
                report.add(.unknownCasePart, at: document.place(of: heading.node), arguments)
                continue
            }
            if seen.contains(heading.text) {
                report.add(.repeatedCasePart, at: document.place(of: heading.node), ["part": .init(heading.text)])
            } else {
                seen.append(heading.text)
            }
            if isEmpty(heading.node, in: document) {
                report.add(.emptyCasePart, at: document.place(of: heading.node), ["part": .init(heading.text)])
            }
        }
        let unknown = found.contains { !parts.contains($0.text) }
        for part in parts where !seen.contains(part) && !unknown {
            report.add(.missingCasePart, at: SourcePlace(file: document.file.path), ["part": .init(part)])
        }
        let ordered = parts.filter(seen.contains)
        if let first = zip(seen, ordered).first(where: { $0 != $1 }),
            let heading = found.first(where: { $0.text == first.0 })
        {
            report.add(
                .casePartOrder, at: document.place(of: heading.node),
                ["part": .init(first.0), "expected": .init(first.1)])
        }
    }

    /// Whether nothing but another heading of this level, or the end, follows a heading.
    private static func isEmpty(_ heading: NodeID, in document: Document) -> Bool {
        let next = document.nodes[heading].next
        return next < 0 || document.nodes[Int(next)].kind == .heading(level: 2)
    }
}
