// What the front matter of one piece may state beside the common keys.

/// The folders of content/ that hold Markdown, in the order of the site's sections.
package enum Folder: String, CaseIterable, Sendable {
    case policy, cases, slogans, audiences, handbook, results, honours, pages
}

/// The official fields of a policy interpretation; absent ones are nil, never invented.
package struct OfficialFacts: Hashable, Sendable {
    package var issuer: String?
    package var index: String?
    package var document: String?
    package var scope: String?
    package var procedure: String?
    package var form: String?
    package var issued: CivilDate?
    package var validity: String?
    package var relates: String?

    package init(
        issuer: String? = nil, index: String? = nil, document: String? = nil, scope: String? = nil,
        procedure: String? = nil, form: String? = nil, issued: CivilDate? = nil, validity: String? = nil,
        relates: String? = nil
    ) {
        self.issuer = issuer
        self.index = index
        self.document = document
        self.scope = scope
        self.procedure = procedure
        self.form = form
        self.issued = issued
        self.validity = validity
        self.relates = relates
    }

    /// The stated fields with their Chinese labels, in the order in which official pages show them.
    package var labelled: [(label: String, value: String)] {
        let fields: [(String, String?)] = [
            ("索引号", index), ("发布机构", issuer), ("文号", document), ("公开范围", scope), ("程序", procedure),
            ("形式", form), ("成文日期", issued?.chinese), ("有效性", validity), ("相关文件", relates),
        ]
        return fields.compactMap { label, value in value.map { (label, $0) } }
    }
}

package struct CaseFacts: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable { case victim, accomplice, dissuaded, honour }
    package var type: CaseType
    package var kind: Kind

    package init(type: CaseType, kind: Kind) {
        self.type = type
        self.kind = kind
    }
}

/// A stated number of results/ or honours/, with where it comes from.
package struct Figure: Hashable, Sendable {
    package var text: String
    package var source: String
    package var area: String
    package var asOf: CivilDate

    package init(text: String, source: String, area: String, asOf: CivilDate) {
        self.text = text
        self.source = source
        self.area = area
        self.asOf = asOf
    }
}
