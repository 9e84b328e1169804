import Campaign
import Drawing
import Edition
import Theme

/// The page of all posters: sheets on a wall, each with its sizes to open. It needs no script and nothing from elsewhere.
struct GalleryPage: Sendable {
    let press: PosterPress

    /// `sheets` is the number of sheets of every poster.
    func html(sheets: [Int]) -> String {
        let counts = Dictionary(uniqueKeysWithValues: zip(press.contexts.map(\.ref.stem), sheets))
        let edition = press.edition
        let shown = press.contexts.filter(\.ref.isShown)
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>海报墙 · \(edition.short)</title>
            <style>
            \(Markup(stringLiteral: style))</style>
            </head>
            <body>
            <header>
            <p class="stamp">\(edition.theme.line)</p>
            <h1>海报墙</h1>
            <p>\(edition.name)。\(edition.organiser)。\(shown.count) 张海报，\(press.contexts.count) 种尺寸的文件。</p>
            </header>
            <main>
            \(edition.sections.map { section($0, counts) })</main>
            </body>
            </html>

            """
        return page.html
    }

    private func section(_ section: Section, _ counts: [String: Int]) -> Markup {
        let shown = press.contexts.filter { $0.ref.isShown && $0.piece.folder == section.folder }
        if shown.isEmpty { return "" }
        return """
            <section>
            <h2>\(section.title)</h2>
            <div class="wall">
            \(shown.map { figure($0, counts) })</div>
            </section>

            """
    }

    /// Sheets keep their proportions; banners take twice the width of others.
    private func figure(_ poster: PosterContext, _ counts: [String: Int]) -> Markup {
        let aspect = poster.sheet.width / poster.sheet.height
        let kind: Markup = aspect > 2.5 ? "wide" : "sheet"
        // Pixels of the picture, so that the page does not jump while it loads.
        let width = aspect > 1 ? 840 : 420
        let height = Int((Double(width) / aspect).rounded())
        let files = press.contexts.filter {
            $0.ref == poster.ref || !$0.ref.isShown && press.shown(for: $0.ref) == poster.ref
        }
        return """
            <figure class="\(kind)">
            <a href="\(poster.ref.fileName).pdf"><img src="\(poster.ref.fileName)-small.png" width="\(width)" height="\(height)" loading="lazy" alt="\(poster.title)（\(poster.template.name)）"></a>
            <figcaption><b>\(poster.title)</b>
            <span class="files">\(files.map { links($0, counts[$0.ref.stem] ?? 1) })</span></figcaption>
            </figure>

            """
    }

    private func links(_ poster: PosterContext, _ sheets: Int) -> Markup {
        let name = poster.ref.fileName
        let count: Markup = sheets > 1 ? "（\(sheets) 张）" : ""
        let page: Markup =
            PosterFormat.formats(of: poster.ref, on: poster.sheet).contains(.page)
            ? " <a href=\"\(name).html\">网页</a>" : ""
        return
            "<span>\(poster.ref.size)\(count) <a href=\"\(name).pdf\">PDF</a> <a href=\"\(name).png\">图片</a>\(page)</span>\n"
    }

    private var style: String {
        let colours = press.theme.colours
        let wall = colours.tint("grey", 0.22) ?? colours.paper
        return """
            *{box-sizing:border-box}
            body{margin:0;background:\(wall.hex);color:\(colours.ink.hex);font:17px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
            header,main{max-width:1200px;margin:0 auto;padding:0 20px}
            header{padding-top:32px}
            h1{margin:12px 0 4px;font:900 34px/1.2 "Noto Serif CJK SC","Songti SC",serif}
            h2{margin:40px 0 12px;padding-top:8px;border-top:2px solid \(colours.red.hex);font-size:20px}
            header p{margin:0}
            .stamp{display:inline-block;padding:4px 12px;background:\(colours.red.hex);color:\(colours.paper.hex);font-weight:700}
            .wall{display:flex;flex-wrap:wrap;align-items:flex-start;margin:0 -10px}
            figure{margin:0 0 24px;padding:0 10px;width:25%}
            figure.wide{width:50%}
            figure img{display:block;width:100%;height:auto;background:\(colours.paper.hex);box-shadow:0 0 0 1px rgba(0,0,0,.16)}
            figcaption{padding-top:8px;font-size:15px;line-height:1.45}
            figcaption b{display:block}
            .files span{display:block}
            a{color:\(colours.indigo.hex)}
            .files a{display:inline-block;padding:8px 4px}
            @media (max-width:900px){figure{width:33.33%}}
            @media (max-width:600px){figure{width:50%}figure.wide{width:100%}h1{font-size:28px}}
            @media print{body{background:none}.files a{color:inherit}}

            """
    }
}
