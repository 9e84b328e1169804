import Diagnostics

/// The sizes of a document's type: which one is the body, and rule 31.
struct SizeCensus {
    private struct Entry {
        var size: Double
        var characters = 0
        var lines = 0
        /// Lines that stand by themselves.
        var singles = 0
        var first: TextLine
    }

    private var entries: [Entry] = []
    private var handbookPages = 0
    private var pages = 0
    private static let mostSizes = 200

    /// The size of most Han characters so far; 0 before any.
    var body: Double { common?.size ?? 0 }
    private var common: Entry? { entries.max { $0.characters < $1.characters } }

    mutating func count(_ page: PageText) {
        pages += 1
        if page.isHandbookPage { handbookPages += 1 }
        for block in page.blocks {
            for line in block.lines {
                let characters = line.boxes.count(where: \.isHan)
                guard characters > 1 else { continue }
                let isSingle = block.lines.count == 1 && !line.hasNeighbour
                if let index = entries.firstIndex(where: { abs($0.size - line.size) < 0.02 * line.size }) {
                    entries[index].characters += characters
                    entries[index].lines += 1
                    entries[index].singles += isSingle ? 1 : 0
                } else if entries.count < Self.mostSizes {
                    entries.append(
                        Entry(
                            size: line.size, characters: characters, lines: 1, singles: isSingle ? 1 : 0, first: line))
                }
            }
        }
    }

    /// Handbooks of four pages and more; posters are scaled to their distance instead.
    func check(_ report: inout FindingList) {
        guard pages >= 4, handbookPages * 2 > pages, let common, common.characters >= 200 else { return }
        if abs(common.size - 10.5) > 0.1, abs(common.size - 9) > 0.1 {
            report.add(
                .sizes, common.first,
                .init("正文 \(Figure.text(common.size)) 磅", "the body is \(Figure.text(common.size)) pt"))
        }
        for entry in entries where entry.size < 7.82 {
            report.add(
                .sizes, entry.first,
                .init("\(Figure.text(entry.size)) 磅，小于六号", "\(Figure.text(entry.size)) pt, under 7.875 pt"))
        }
        let levels = headings(above: common.size)
        for (lower, upper) in zip(levels, levels.dropFirst()) where upper.size < Self.leastStep * lower.size {
            let (small, large) = (Figure.text(lower.size), Figure.text(upper.size))
            report.add(
                .sizes, upper.first, .init("两级标题 \(small) 磅和 \(large) 磅", "headings of \(small) pt and \(large) pt"))
        }
    }

    /// A level is a tenth larger than the one below it, less the rounding to half points. Steps of more than a fifth may be meant:
    /// chapters open with large type.
    private static let leastStep = 1.08

    /// Sizes that are larger than the body and nearly always stand in lines by themselves, more than once, the smallest first. The
    /// lowest level may be of the body's size: it is told by its face.
    private func headings(above body: Double) -> [Entry] {
        entries.filter { $0.size > 1.02 * body && $0.singles > 1 && $0.singles * 5 >= $0.lines * 4 }
            .sorted { $0.size < $1.size }
    }
}
