import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Tables
import Theme

/// The folder `shop`, ready to be handed over: every poster of the print order with bleed and marks under a name that says how it
/// is printed, large ones at a tenth of their size too, the banners' texts, the order, one page of instructions, and hashes.
struct ShopPress {
    let press: PosterPress
    let plan: BoardPlan
    private let names: ShopNames

    init(press: PosterPress, plan: BoardPlan) {
        self.press = press
        self.plan = plan
        names = ShopNames(plan: plan)
    }

    func artifacts() throws(Fault) -> [Artifact] {
        guard !plan.lines.isEmpty else { return [] }
        var works: [Artifact] = []
        var sheets: [OutputPath] = []
        for line in plan.lines {
            let files = try files(of: line)
            sheets.append(files[0].path)
            works += files
        }
        works.append(try order(of: sheets))
        works += try bannerTexts()
        works.append(try instructions(for: sheets))
        return works + [try hashes(of: works.map(\.path))]
    }

    private func path(_ name: String) throws(Fault) -> OutputPath { try OutputPath("shop/\(name)") }

    /// The sheet itself, and of a large one the same at 1:10 as PDF and as a picture.
    private func files(of line: BoardPlan.Line) throws(Fault) -> [Artifact] {
        let stem = names.stem(of: line)
        let poster = line.poster
        guard let work = press.work(of: poster.ref) else { return [] }
        func sheet(_ name: String, as format: PosterFormat) throws(Fault) -> Artifact {
            var inputs = FingerprintBuilder("shop")
            inputs.add("poster", PosterInputs(context: poster, fonts: press.fonts).fingerprint())
            return Artifact(path: try path(name), share: .posters, inputs: inputs.finish()) { _, sink in
                let (bytes, rendered) = try work.rendered(as: format)
                sink.write(bytes)
                // The poster's own file has said it.
                return Rendered(pages: rendered.pages)
            }
        }
        let whole = try sheet("\(stem).pdf", as: .shop)
        guard poster.isLarge else { return [whole] }
        return [whole, try sheet("\(stem)_1比10.pdf", as: .tenth), try picture("\(stem)_1比10.jpg", of: poster)]
    }

    /// JPEG's quality for print: finer costs twice the bytes.
    private static let quality = 92

    private func picture(_ name: String, of poster: PosterContext) throws(Fault) -> Artifact {
        let source = try PosterFormat.picture.output(of: poster.ref)
        let inches = poster.sheet.width / 72 / 10
        return Artifact(
            path: try path(name), share: .posters, inputs: FingerprintBuilder("shop picture").finish(), needs: [source]
        ) { needs, sink in
            var report = Report()
            let bitmap = Bitmap.read(try needs.bytes(of: source), path: source.text, at: nil, reporting: &report)
            if let bitmap {
                let density = Int((Double(bitmap.width) / inches).rounded())
                let picture = bitmap.photograph(width: bitmap.width, quality: Self.quality, pixelsPerInch: density)
                sink.write(picture?.bytes ?? [])
            }
            return Rendered(diagnostics: report.diagnostics)
        }
    }

    private func order(of sheets: [OutputPath]) throws(Fault) -> Artifact {
        let properties = PrintOrder.properties(of: press.edition)
        let (lines, files) = (plan.lines, sheets.map { String($0.name) })
        var inputs = FingerprintBuilder("shop order")
        inputs.add("properties", [properties.title, properties.author, press.edition.period.from.iso])
        inputs.add("lines", lines.flatMap(\.facts) + files)
        return Artifact(
            path: try path("印制清单.xlsx"), share: .posters, inputs: inputs.finish(), needs: sheets
        ) { needs, sink in
            let counts = try sheets.map { try needs.pages(of: $0) ?? 1 }
            sink.write(try PrintOrder(lines: lines, sheets: counts, files: files).table.workbook(properties))
            return Rendered()
        }
    }

    /// For those who cut letters instead of printing cloth.
    private func bannerTexts() throws(Fault) -> [Artifact] {
        let banners = plan.lines.filter { $0.poster.shape.family == .banner }
        guard !banners.isEmpty else { return [] }
        let table = TableFile(
            columns: ["序号", "文字", "尺寸", "条数", "点位"].map { .init($0) },
            rows: banners.map {
                [
                    .number($0.number), .text($0.poster.title), .text($0.poster.ref.size), .number($0.copies),
                    .text($0.places.joined(separator: "、")),
                ]
            },
            total: [
                .text("合计"), .text(""), .text(""), .number(banners.reduce(0) { $0 + $1.copies }), .text(""),
            ])
        var inputs = FingerprintBuilder("banner texts")
        inputs.add("lines", banners.flatMap(\.facts))
        return [
            Artifact(path: try path("横幅文字.csv"), share: .posters, inputs: inputs.finish()) { _, sink in
                sink.write(table.csv)
                return Rendered()
            }
        ]
    }

    private func instructions(for sheets: [OutputPath]) throws(Fault) -> Artifact {
        let edition = press.edition
        var inputs = FingerprintBuilder("shop instructions")
        inputs.add("theme", press.theme.source)
        inputs.add("fonts", press.fonts.fingerprint)
        inputs.add(
            "campaign", [edition.name, edition.short, edition.organiser, edition.theme.line, edition.period.from.iso])
        inputs.add("lines", plan.lines.flatMap(\.facts))
        let page = InstructionsPage(lines: plan.lines, edition: edition, theme: press.theme)
        let book = press.book
        return Artifact(
            path: try path("印制说明.pdf"), share: .posters, inputs: inputs.finish(), needs: sheets
        ) { needs, sink in
            let counts = try sheets.map { try needs.pages(of: $0) ?? 1 }
            let made = try page.made(sheets: counts, fonts: try book.value())
            sink.write(made.bytes)
            return Rendered(diagnostics: made.diagnostics, pages: 1)
        }
    }

    /// As `sha256sum --check` reads it.
    private func hashes(of files: [OutputPath]) throws(Fault) -> Artifact {
        Artifact(
            path: try path("sha256.txt"), share: .posters, inputs: FingerprintBuilder("shop hashes").finish(),
            needs: files
        ) { needs, sink in
            for file in files {
                sink.write("\(try needs.sha256(of: file).hex)  \(file.name)\n")
            }
            return Rendered()
        }
    }
}
