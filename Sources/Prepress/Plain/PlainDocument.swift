import Campaign
package import Diagnostics
import Drawing
import Edition
import Files
import Markdown
package import Settings

/// One Markdown file outside any campaign, read and resolved: what `typeset` sets.
package struct PlainDocument: Sendable {
    /// From the front matter, else the first heading of the first level, else the file's name.
    package var title: String
    /// Who issues it: the name in a red head, and the signature.
    package var issuer: String?
    /// 发文字号, such as `商安发〔2024〕3号`.
    package var number: String?
    package var date: DateText?
    let document: Document
    /// The name of each heading's place, by node.
    let anchors: [NodeID: String]
    let targets: [NodeID: Target]

    /// Reads a file; what is wrong with it is reported, and nil when it cannot be read at all.
    package static func read(_ path: String, reporting report: inout Report) -> PlainDocument? {
        guard let file = SourceFile.read(path, limit: MarkdownParser.sizeLimit, reporting: &report) else { return nil }
        let (front, bodyStart) = FrontMatter.split(file)
        let document = MarkdownParser.parse(file, from: bodyStart, reporting: &report)
        let facts = PlainFacts(front.flatMap { YAMLReader.read(file, in: $0, reporting: &report) })
        return PlainDocument(document, facts, reporting: &report)
    }

    private init(_ source: Document, _ facts: PlainFacts, reporting report: inout Report) {
        var document = source
        let name = source.file.path.split(separator: "/").last.map(String.init) ?? source.file.path
        let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        title = facts.text("title", "标题") ?? document.takeTitle() ?? stem
        issuer = facts.text("issuer", "发布机构")
        number = facts.text("document", "文号")
        date = ["issued", "成文日期", "date", "日期"].lazy.compactMap { facts.text($0) }.compactMap { DateText($0) }
            .first(where: \.exists)
        self.document = document
        let links = PlainLinks(document)
        anchors = links.names
        targets = links.targets(reporting: &report)
    }
}

/// The front matter's texts. A file of a campaign has many keys that mean nothing here: they are passed over.
private struct PlainFacts {
    private var texts: [(key: String, value: String)] = []

    init(_ setting: Setting?) {
        guard case .map(let entries)? = setting?.value else { return }
        for entry in entries {
            if case .text(let text) = entry.value.value { texts.append((entry.key.text, text)) }
        }
    }

    func text(_ keys: String...) -> String? {
        texts.first { keys.contains($0.key) && !$0.value.isEmpty }?.value
    }
}

extension Document {
    /// Takes the first block away if it is a heading of the first level; its text.
    fileprivate mutating func takeTitle() -> String? {
        let first = nodes[Document.root].firstChild
        guard first >= 0, case .heading(level: 1) = nodes[Int(first)].kind else { return nil }
        let title = plainText(of: Int(first))
        guard !title.isEmpty else { return nil }
        nodes[Document.root].firstChild = nodes[Int(first)].next
        nodes[Int(first)].kind = .paragraph
        return title
    }
}
