import Drawing
import Theme
import Typesetting

/// A poster as a PDF with one page a sheet.
struct PosterPDF {
    let poster: LaidPoster
    let metadata: PDFMetadata

    init(_ poster: LaidPoster, metadata: PDFMetadata) {
        self.poster = poster
        self.metadata = metadata
    }

    func bytes(fonts: FontBook) throws -> [UInt8] {
        var canvas = try PDFCanvas(fonts: fonts, metadata: metadata)
        for sheet in poster.sheets {
            canvas.begin(page: sheet.frame.size)
            sheet.frame.draw(on: &canvas)
        }
        canvas.setOutline([.init(title: poster.title, level: 1, page: 1)])
        let boxes = poster.sheets.map { PageBoxes(uncut: $0.frame.size.width, by: $0.frame.size.height) }
        return try PDFFinishing(language: "zh-CN", boxes: boxes).finished(try canvas.finish())
    }
}

/// A poster as a picture for phones; several sheets hang side by side, as on the board.
struct PosterPicture {
    /// The short side of a single sheet, and of each sheet of a strip, in pixels.
    static let pixelsAcross = 1240
    static let pixelsAcrossInStrip = 720

    let poster: LaidPoster

    init(_ poster: LaidPoster) { self.poster = poster }

    func bytes(fonts: FontBook) throws -> [UInt8] {
        guard poster.sheets.count > 1 else {
            return try drawn(poster.sheets[0].frame, pixelsAcross: Self.pixelsAcross, fonts: fonts)
        }
        var strip = Frame(size: Size(width: 0, height: 0))
        for sheet in poster.sheets {
            strip.add(sheet.frame.items, at: Point(x: strip.size.width, y: 0))
            strip.size.width += sheet.frame.size.width
            strip.size.height = max(strip.size.height, sheet.frame.size.height)
        }
        return try drawn(strip, pixelsAcross: Self.pixelsAcrossInStrip * poster.sheets.count, fonts: fonts)
    }

    private func drawn(_ frame: Frame, pixelsAcross: Int, fonts: FontBook) throws -> [UInt8] {
        var canvas = try PNGCanvas(fonts: fonts, size: frame.size, pixelsAcross: pixelsAcross)
        frame.draw(on: &canvas)
        return try canvas.finish()
    }
}

/// A poster as a page of HTML that prints on exactly its sheets, with the text beside it for readers and searches.
struct PosterPage {
    let poster: LaidPoster
    let paper: Colour

    init(_ poster: LaidPoster, paper: Colour) {
        self.poster = poster
        self.paper = paper
    }

    func bytes(fonts: FontBook) -> [UInt8] {
        var canvas = SVGCanvas(fonts: fonts)
        for sheet in poster.sheets {
            canvas.begin(page: sheet.frame.size, title: poster.title)
            sheet.frame.draw(on: &canvas)
        }
        let drawing = canvas.finish()
        var page: [UInt8] = []
        page += head.utf8
        page += drawing.definitions
        for (sheet, svg) in zip(poster.sheets, drawing.pages) {
            page += "<section class=\"sheet\">\n".utf8
            page += svg
            page += "<div class=\"text\">\n".utf8
            for region in sheet.regions where !region.text.isEmpty { page += "<p>\(escaped(region.text))</p>\n".utf8 }
            page += "</div>\n</section>\n".utf8
        }
        page += "</body>\n</html>\n".utf8
        return page
    }

    private var head: String {
        let size = poster.sheets[0].frame.size
        let (width, height) = (Decimal.text(size.width, places: 3), Decimal.text(size.height, places: 3))
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>\(escaped(poster.title))</title>
            <style>
            @page{size:\(width)pt \(height)pt;margin:0}
            html,body{margin:0;background:#77777D}
            .sheet{position:relative;width:\(width)pt;max-width:100%;margin:16px auto;background:\(paper.hex);overflow:hidden}
            .sheet svg{display:block;width:100%;height:auto}
            .text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:pre-line}
            @media print{html,body{background:none}.sheet{margin:0;width:\(width)pt;height:\(height)pt;max-width:none;break-inside:avoid}
            .sheet+.sheet{break-before:page}.sheet svg{width:\(width)pt;height:\(height)pt}
            *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            </style>
            </head>
            <body>

            """
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
