import Campaign
import Drawing
import Theme
import Typesetting

/// The code of an official account as it was supplied: its own pixels and colours, on white, nothing over it.
struct AccountCode {
    let name: String
    private let picture: Illustration

    /// Nil for a channel without a code.
    init?(_ channel: Channel) {
        guard let code = channel.code, let picture = Illustration(code, alternative: "\(channel.name)的二维码") else {
            return nil
        }
        name = channel.name
        self.picture = picture
    }

    /// Supplied pictures bring their quiet zone; where one was cut away, this part of the side is white all the same.
    private static let margin = 1.0 / 12

    /// The picture in its proportions in the middle of a square, white around it.
    func placed(in square: Rect) -> [Placed] {
        let inner = square.inset(by: square.width * Self.margin)
        let scale = min(inner.width / picture.size.width, inner.height / picture.size.height)
        let size = Size(width: picture.size.width * scale, height: picture.size.height * scale)
        let box = Rect(
            x: inner.x + (inner.width - size.width) / 2, y: inner.y + (inner.height - size.height) / 2,
            width: size.width, height: size.height)
        let white = Colour(red: 255, green: 255, blue: 255)
        return [Placed(.fill(square, white), as: .artifact)] + picture.placed(in: box)
    }
}
