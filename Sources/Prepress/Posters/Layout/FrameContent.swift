import Campaign
import Drawing
import Edition
import Markdown
import Typesetting

/// What a frame is going to show.
enum FrameContent {
    /// Nothing, and that is right: no code without an address, no source that was not stated.
    case nothing
    /// The piece lacks what the template shows.
    case lacking
    /// A line or two of a fact, set in the frame's own style.
    case words(String)
    /// A headline with the best breaks.
    case headline(String, SourcePoint)
    /// Running text.
    case blocks([Block])
    case figure
    /// The number of the sheet, known when all are laid out.
    case sheetNumber
}

extension PosterContext {
    /// What a frame shows of the edition and its piece.
    func content(of spec: FrameSpec) -> FrameContent {
        let squares = spec.marker == .squares
        let document = DocumentBlocks(piece, isChecked: { _ in squares })
        switch spec.take {
        case .title: return .headline(piece.title, front)
        case .item: return verse { $0 }
        case .firstClause: return verse { SloganHalves($0).first }
        case .otherClauses: return verse { SloganHalves($0).others }
        case .checklist: return document.checklist.map { running($0.blocks) } ?? .lacking
        case .checklistTitle: return document.checklist.map { .words($0.title) } ?? .lacking
        case .summary: return .blocks([Block(.paragraph([Inline(piece.summary, source: front)]), source: front)])
        case .scale(let title): return document.scale(title) == nil ? .lacking : .figure
        case .roll: return document.roll.isEmpty ? .lacking : .figure
        case .lead: return running(document.lead)
        case .body: return running(document.body)
        case .section(let title): return document.section(title).map(running) ?? .lacking
        case .meta(let meta): return content(of: meta)
        case .name: return .words(edition.name)
        case .short:
            let isHead = spec.isVertical || spec.font == .headline
            return isHead ? .headline(edition.short, front) : .words(edition.short)
        case .organiser: return .words(edition.organiser)
        case .label: return .words("")
        case .theme, .period: return .figure
        case .phase, .steps: return edition.phases.isEmpty ? .nothing : .figure
        case .number: return edition.hotlines.first.map { .headline($0.number, front) } ?? .nothing
        case .hotline: return edition.hotlines.first.map { .blocks(blocks(of: $0)) } ?? .nothing
        case .otherHotlines: return edition.hotlines.count < 2 ? .nothing : .figure
        case .tasks: return edition.phases.isEmpty ? .nothing : .figure
        case .hotlines: return edition.hotlines.isEmpty ? .nothing : .figure
        case .channels:
            if edition.channels.isEmpty { return .nothing }
            return edition.channels.contains { $0.code != nil } ? .figure : .blocks(channelBlocks)
        case .audiences: return edition.audiences.isEmpty ? .nothing : .figure
        case .types(let kind): return edition.types(of: kind).isEmpty ? .nothing : .figure
        case .qr: return edition.shortURL(of: piece) == nil ? .nothing : .figure
        }
    }

    /// The slogan, or a part of it.
    private func verse(_ part: (String) -> String) -> FrameContent {
        guard let slogan else { return .lacking }
        let text = part(slogan.text)
        let byte = Int(piece.document.nodes[slogan.node].sourceByte)
        return text.isEmpty ? .lacking : .headline(text, SourcePoint(file: piece.document.file, byte: byte))
    }

    private func blocks(of hotline: Hotline) -> [Block] {
        var blocks = [Block(.paragraph([Inline(hotline.name, marks: .strong)]))]
        if !hotline.text.isEmpty { blocks.append(Block(.paragraph([Inline(hotline.text)]))) }
        return blocks
    }

    private func running(_ blocks: [Block]) -> FrameContent { blocks.isEmpty ? .lacking : .blocks(blocks) }

    private func content(of meta: Take.Meta) -> FrameContent {
        func words(_ text: String?) -> FrameContent { text.map { $0.isEmpty ? .nothing : .words($0) } ?? .nothing }
        switch meta {
        case .date: return .words(piece.date.chinese)
        case .updated: return words(piece.updated.map { "\($0.chinese)更新" })
        case .type: return words(piece.caseFacts?.type.name)
        case .source: return words(piece.source.map { "来源：\($0)" })
        case .section: return words(edition.sections.first { $0.folder == piece.folder }?.title)
        case .official:
            let fields = (piece.official?.labelled ?? []).map { "\($0.label)：\($0.value)" }
            return .words(packed(fields + ["日期：\(piece.date.chinese)"]))
        case .sheet: return .sheetNumber
        }
    }

    /// Where to search for the application and the accounts.
    private var channelBlocks: [Block] {
        edition.channels.searchLines.map { Block(.paragraph([Inline($0)])) }
    }

    /// Whole fields in lines of about equal length: none is broken in two.
    private func packed(_ fields: [String]) -> String {
        let longest = 42
        var lines: [String] = []
        for field in fields {
            if let last = lines.last, last.unicodeScalars.count + field.unicodeScalars.count < longest {
                lines[lines.count - 1] = last + "　" + field
            } else {
                lines.append(field)
            }
        }
        return lines.joined(separator: "\n")
    }
}
