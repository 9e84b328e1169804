import Campaign
import Diagnostics
import Drawing
import Edition
import QRCode

extension FixedFrame {
    /// The short address as a code, with its caption; nil without an address.
    func code(in rect: Rect, _ setter: inout TextSetter) -> FigureResult? {
        guard let address = context.edition.shortURL(of: context.piece) else { return nil }
        let figure = CodeFigure(
            address: address, isReserved: context.edition.site.isReserved, caption: spec.label ?? "扫一扫，看全文",
            captionStyle: context.style(spec), theme: context.theme)
        do throws(QRCodeError) {
            let code = try QRCode(encoding: address)
            let module = try figure.module(in: rect)
            if module < CodeFigure.leastModule {
                setter.report.add(
                    .codeTooFine, at: context.place,
                    [
                        "size": .init(context.ref.size), "module": .init(Decimal.text(module.inMillimetres, places: 2)),
                        "least": .init(Decimal.text(CodeFigure.leastModule.inMillimetres, places: 1)),
                    ])
            } else {
                check(code, of: address, side: min(rect.width, rect.height), &setter)
            }
            return figure.placed(code, in: rect, atRight: spec.alignment == .right, &setter)
        } catch {
            setter.report.add(.codeNotEncodable, at: context.place, ["address": .init(address)])
            return nil
        }
    }

    /// Large enough for its distance, and not too dense.
    private func check(_ code: QRCode, of address: String, side: Points, _ setter: inout TextSetter) {
        func text(_ points: Points) -> Wording { .init(Decimal.text(points.inMillimetres, places: 1)) }
        let distance = ReadingDistance(context).code
        let least = Points.millimetres(distance * 1000 * ReadingDistance.codeSide)
        let (module, leastModule) = (
            side / Double(code.size), Points.millimetres(distance * 1000 * ReadingDistance.codeModule)
        )
        var arguments: [String: Wording] = [
            "title": .init(context.shortTitle), "template": .init(context.template.name),
            "size": .init(context.ref.size), "distance": .init(Decimal.text(distance, places: 2)),
        ]
        if side < least - 0.1 {
            arguments["side"] = text(side)
            arguments["least"] = text(least)
            setter.report.add(.posterCodeTooSmall, at: spec.source, arguments)
        }
        if module < leastModule {
            arguments["length"] = .init("\(address.unicodeScalars.count)")
            arguments["module"] = .init(Decimal.text(module.inMillimetres, places: 2))
            arguments["least"] = .init(Decimal.text(leastModule.inMillimetres, places: 2))
            arguments["side"] = text(leastModule * Double(code.size))
            setter.report.add(.posterCodeTooFine, at: context.place, arguments)
        }
    }
}
