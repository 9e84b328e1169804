import Drawing
import QRCode
import Theme
import Typesetting

/// A QR code as a picture of a flow.
enum CodePicture {
    /// Readable at arm's length on paper.
    static let usualSide: Points = .millimetres(28)

    /// Black on white with its quiet zone; nil for a payload that no code holds.
    static func illustration(of payload: String, side: Points = usualSide) -> Illustration? {
        guard let code = try? QRCode(encoding: payload) else { return nil }
        let module = side / Double(code.size + 2 * QRCode.quietZone)
        var dark: [Path.Element] = []
        for row in 0..<code.size {
            for column in 0..<code.size where code.modules[row * code.size + column] {
                let x = Double(column + QRCode.quietZone) * module
                let y = Double(row + QRCode.quietZone) * module
                dark += Path.rect(Rect(x: x, y: y, width: module, height: module)).elements
            }
        }
        let size = Size(width: side, height: side)
        return Illustration(
            .marks([
                .fill(Rect(size: size), Colour(red: 255, green: 255, blue: 255)),
                .fill(Path(dark), Colour(red: 0, green: 0, blue: 0)),
            ]), size: size, alternative: alternative(of: payload))
    }

    private static func alternative(of payload: String) -> String { "二维码：\(payload)" }

    static func element(of payload: String, in parent: StructureElement? = nil) -> StructureElement {
        StructureElement(.figure(alternative: alternative(of: payload)), in: parent)
    }
}
