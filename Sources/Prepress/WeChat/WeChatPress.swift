import Artifacts
import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// The pictures of an article in WeChat: `wechat/<slug>/cover.jpg` and `thumb.jpg`, `share.jpg`, `long.png`.
///
/// They are sheets like posters, laid out for a phone's screen from templates of their own: a poster made smaller could not be
/// read there. So they are made here, beside posters, and rooms that write articles only name them.
struct WeChatPress {
    let press: PosterPress
    /// In the order of the edition's pieces: only what campaign.yaml asks for.
    let pictures: [WeChatSheet]

    func artifacts() throws(Fault) -> [Artifact] {
        var works: [Artifact] = []
        for sheet in pictures {
            let book = press.book
            let inputs = PosterInputs(context: sheet.context, fonts: press.fonts).fingerprint()
            let files = sheet.kind.files
            let laid = Once(sharedBy: files.count) { try sheet.laid(with: try book.value()) }
            for file in files {
                works.append(
                    Artifact(
                        path: try OutputPath("\(sheet.context.ref.stem)/\(file.name)"), share: .wechat,
                        inputs: inputs
                    ) { _, sink in
                        let (poster, diagnostics) = try laid.value()
                        var found = file == .thumb ? [] : diagnostics
                        if let frame = poster?.sheets.first?.frame {
                            let bytes = try file.bytes(of: frame, fonts: try book.value())
                            if bytes == nil { found.append(sheet.tooManyBytes(for: file)) }
                            sink.write(bytes ?? [])
                        }
                        return Rendered(diagnostics: found)
                    })
            }
        }
        return works
    }
}

extension WeChatPress {
    /// The pictures that the edition asks for. A template that is missing has been reported.
    init(
        press: PosterPress, templates: PosterTemplates, mark: OrganiserMark?, reporting report: inout Report
    ) {
        var pictures: [WeChatSheet] = []
        for (index, piece) in press.edition.pieces.enumerated() {
            for kind in press.edition.wechat[piece.folder] ?? [] {
                let ref = PosterRef(
                    piece: index, template: kind.template, size: kind.size, stem: "wechat/\(piece.slug)")
                let context = Posters.context(
                    of: ref, in: press.edition, templates: templates, theme: press.theme, mark: mark, reporting: &report
                )
                if let context { pictures.append(WeChatSheet(kind: kind, context: context)) }
            }
        }
        self.init(press: press, pictures: pictures)
    }
}
