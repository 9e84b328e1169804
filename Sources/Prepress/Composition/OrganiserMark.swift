import Campaign
import Diagnostics
import Drawing
import Typesetting

/// The organiser's own mark, small beside the name.
struct OrganiserMark: Sendable {
    private let picture: Illustration

    /// Nil without a mark; one that cannot be drawn is reported.
    init?(_ logo: Picture?, of organiser: String, reporting report: inout Report) {
        guard let logo else { return nil }
        let alternative = "\(organiser)的标志"
        if logo.isDrawing {
            guard
                let art = Artwork.read(
                    SourceFile(path: logo.path, bytes: logo.bytes), stylesheet: "", reporting: &report)
            else { return nil }
            picture = Illustration(.art(art), size: art.size, alternative: alternative)
        } else {
            guard let bitmap = Illustration(logo, alternative: alternative) else { return nil }
            picture = bitmap
        }
    }

    /// A mark is no banner: wider than this many times its height, it is drawn lower instead.
    private static let widest = 3.0

    /// At the left end of a line of text, as high as it; and the rest of the rectangle, for the text.
    func placed(in rect: Rect) -> (marks: [Placed], rest: Rect) {
        let ratio = picture.size.width / picture.size.height
        let width = rect.height * min(ratio, Self.widest)
        let height = width / ratio
        let box = Rect(x: rect.x, y: rect.y + (rect.height - height) / 2, width: width, height: height)
        let taken = width + rect.height * 0.35
        return (
            picture.placed(in: box),
            Rect(x: rect.x + taken, y: rect.y, width: rect.width - taken, height: rect.height)
        )
    }
}
