import Campaign
import Diagnostics
import Drawing
import Edition
import Typesetting

/// The paper of an office printer.
package enum TilePaper: String, CaseIterable, Sendable {
    case a4 = "A4"
    case a3 = "A3"

    var size: Size { SheetSize.named(rawValue) ?? Size(width: 595, height: 842) }
}

/// A poster at its real size on the paper that an office has, to be cut and pasted together. Each sheet of the poster begins
/// with a page that shows how.
struct TiledPoster {
    let context: PosterContext
    let poster: LaidPoster
    let paper: TilePaper

    /// More sheets of paper than this are work for a print shop.
    private static let mostTiles = 300

    /// Nil after reporting why it cannot be done.
    func bytes(fonts: FontBook, reporting report: inout Report) throws -> [UInt8]? {
        guard isSensible(&report) else { return nil }
        let piece = context.piece
        var canvas = PDFCanvas(
            fonts: fonts,
            metadata: PDFMetadata(
                title: poster.title, author: context.edition.organiser, subject: context.edition.theme.line,
                date: (piece.updated ?? piece.date).iso))
        var setter = TextSetter(fonts: fonts)
        // One entry a page.
        var outline: [OutlineEntry] = []
        for (index, sheet) in poster.sheets.enumerated() {
            let boxes = ProtectedBox.all(of: sheet.frame, fonts: fonts)
            let plan = TilePlan.best(for: sheet.frame.size, boxes: boxes, on: paper.size)
            self.report(plan.cut, &report)
            let assembly = AssemblySheet(
                plan: plan, poster: sheet.frame, title: poster.title, paperName: paper.rawValue, paper: paper.size,
                theme: context.theme)
            let number = poster.sheets.count > 1 ? "（第 \(index + 1) 张）" : ""
            outline.append(.init(title: "拼接图\(number)", level: 1, page: outline.count + 1))
            canvas.begin(page: paper.size)
            assembly.frame(&setter).draw(on: &canvas)
            for tile in plan.tiles {
                outline.append(.init(title: tile.label, level: 2, page: outline.count + 1))
                canvas.begin(page: plan.paper)
                TilePage(tile: tile, plan: plan, poster: sheet.frame, theme: context.theme).frame(&setter)
                    .draw(on: &canvas)
            }
        }
        canvas.setOutline(outline)
        report.add(contentsOf: setter.report.diagnostics)
        return try canvas.finish().file()
    }

    private func isSensible(_ report: inout Report) -> Bool {
        let (sheet, page) = (context.sheet, paper.size)
        let (short, long) = (min(sheet.width, sheet.height), max(sheet.width, sheet.height))
        if short <= page.width + 0.01, long <= page.height + 0.01 {
            report.add(
                .tileNotNeeded, at: context.place,
                ["size": .init(context.ref.size), "paper": .init(paper.rawValue)])
            return false
        }
        let count = TilePlan.estimate(for: sheet, on: page)
        guard count <= Self.mostTiles else {
            report.add(
                .tooManyTiles, at: context.place,
                [
                    "size": .init(context.ref.size), "paper": .init(paper.rawValue), "count": .init("\(count)"),
                    "most": .init("\(Self.mostTiles)"),
                ])
            return false
        }
        return true
    }

    /// Each text that a seam cuts, once.
    private func report(_ cut: [ProtectedBox], _ report: inout Report) {
        var said: Set<String> = []
        for box in cut where said.insert(box.text).inserted {
            let text = box.text.unicodeScalars.count > 24 ? "\(box.text.prefix(22))……" : box.text
            let what = box.isCode ? Wording("二维码（\(text)）", "the code of \(text)") : Wording("“\(text)”", "“\(text)”")
            report.add(
                .seamCuts, at: context.place,
                ["what": what, "size": .init(context.ref.size), "paper": .init(paper.rawValue)])
        }
    }
}
