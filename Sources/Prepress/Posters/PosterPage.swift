import Drawing
import Edition
import Theme
import Typesetting

/// A laid poster as a page that any browser prints on exactly its sheets: the drawing, and beside it the text for readers
/// who cannot see it and for search.
struct PosterPage {
    let poster: LaidPoster
    let context: PosterContext

    func bytes(fonts: FontBook) -> [UInt8] {
        var canvas = SVGCanvas(fonts: fonts)
        for (index, sheet) in poster.sheets.enumerated() {
            let number = poster.sheets.count > 1 ? "（第 \(index + 1) 张）" : ""
            canvas.begin(page: sheet.frame.size, title: poster.title + number)
            sheet.frame.draw(on: &canvas)
        }
        let drawing = canvas.finish()
        var page = Array(head.utf8)
        page += drawing.definitions
        for (sheet, picture) in zip(poster.sheets, drawing.pages) {
            page += Array("<section class=\"sheet\">\n".utf8) + picture
            page += Array("<div class=\"words\">\n\(words(of: sheet))</div>\n</section>\n".utf8)
        }
        return page + Array("</body>\n</html>\n".utf8)
    }

    private var head: String {
        let width = Decimal.text(context.sheet.width.inMillimetres, places: 2)
        let height = Decimal.text(context.sheet.height.inMillimetres, places: 2)
        // Chromium rounds a page down to whole pixels of 1/96 inch; what is higher begins another page.
        let drawn = Decimal.text(context.sheet.height.inMillimetres - 0.05, places: 2)
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(XMLText.escaped(poster.title))</title>
            <style>
            @page{size:\(width)mm \(height)mm;margin:0}
            html,body{margin:0;padding:0}
            .sheet{position:relative;overflow:hidden}
            .sheet svg{display:block;width:100%;height:auto}
            .words{position:absolute;left:0;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
            @media screen{
            body{background:\((context.theme.colours.tint("grey", 0.45) ?? context.theme.colours.grey).hex)}
            .sheet{max-width:\(width)mm;margin:16px auto;box-shadow:0 0 0 1px rgba(0,0,0,.12)}
            }
            @media print{
            .sheet{width:\(width)mm;height:\(drawn)mm;break-inside:avoid}
            .sheet+.sheet{break-before:page}
            .sheet svg{width:\(width)mm;height:\(height)mm}
            }
            </style>
            </head>
            <body>

            """
    }

    /// The text in reading order, a paragraph for each part of the structure.
    private func words(of sheet: PosterSheet) -> String {
        var parts: [(element: StructureElement?, text: String)] = []
        for item in sheet.frame.items {
            guard let text = item.text else { continue }
            if let last = parts.last, last.element == item.element {
                parts[parts.count - 1].text += text
            } else {
                parts.append((item.element, text))
            }
        }
        return parts.map { part in
            let text = XMLText.escaped(part.text)
            if case .heading(let level) = part.element?.kind { return "<h\(level)>\(text)</h\(level)>\n" }
            return "<p>\(text)</p>\n"
        }.joined()
    }
}
