import Campaign
import Diagnostics
package import Edition
import Markdown
import Typesetting

extension Edition {
    /// Every character that a printed output may set: what fonts are cut down to. A character that is missing here would be
    /// missing on paper, so whole files are taken rather than parts of them.
    ///
    /// `words` are texts beside the edition's own, such as labels of templates and units' names.
    package func printedCharacters(and words: some Sequence<String> = [String]()) -> Set<Unicode.Scalar> {
        var characters: Set<Unicode.Scalar> = []
        for piece in pieces {
            characters.formUnion(String(decoding: piece.document.file.bytes, as: UTF8.self).unicodeScalars)
        }
        for piece in pieces {
            characters.formUnion(String(decoding: piece.document.ownText, as: UTF8.self).unicodeScalars)
        }
        for text in facts + Self.ownWords { characters.formUnion(text.unicodeScalars) }
        for text in words { characters.formUnion(text.unicodeScalars) }
        return characters
    }

    /// What a poster of one piece can set beside the piece's own text and its template's labels.
    var facts: [String] {
        var texts = [name, short, theme.line, organiser, stage.name, stage.text, handbook.title, handbook.subtitle]
        texts += theme.lockup
        texts += phases.flatMap { [$0.name, $0.text] + $0.tasks.flatMap { [$0.what, $0.who] } }
        texts += hotlines.flatMap { [$0.name, $0.number, $0.text] }
        texts += channels.flatMap { [$0.name, $0.text] }
        texts += types.flatMap { [$0.name, $0.text] }
        texts += audiences.flatMap { [$0.name, $0.visit ?? ""] }
        texts += sections.map(\.title) + units.flatMap { [$0.name, $0.category] }
        texts += [paper.poster, paper.banner, paper.stand, paper.card]
        texts += boards.flatMap { [$0.name, $0.size, $0.unit ?? ""] }
        texts += [site.baseURL ?? "", site.icp, site.police]
        return texts
    }

    /// What the layouts themselves say.
    static let ownWords = [
        OfficialNumbers.characters, "年月日前—来源更新日期第张共扫一看全文待核实样张：网址未设定应用商店搜索微信视频号微博",
        "索引号发布机构文号公开范围程序形式成文日期有效性相关文件",
    ]
}

extension PosterContext {
    /// Every character that this poster can set.
    var printedCharacters: Set<Unicode.Scalar> {
        var characters: Set<Unicode.Scalar> = []
        let document = piece.document
        let labels = template.frames.flatMap { [$0.label ?? "", $0.numeral ?? ""] }
        let texts = [
            String(decoding: document.file.bytes, as: UTF8.self), String(decoding: document.ownText, as: UTF8.self),
            SheetInformation.words, TilePage.words, AssemblySheet.words, ref.size,
        ]
        for text in texts + labels + edition.facts + Edition.ownWords { characters.formUnion(text.unicodeScalars) }
        if template.frames.contains(where: \.isVertical) { characters.formUnion(VerticalForms.all) }
        return characters
    }
}
