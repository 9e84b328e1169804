/// What a page adds to the plain HTML of a document. Everything is by node, because one document is written for
/// several outputs.
package struct HTMLOptions {
    /// The number of a heading, such as `一、`, written as text before it.
    package var headingNumber: (NodeID) -> String? = { _ in nil }
    /// The id of a heading, raw UTF-8.
    package var anchor: (NodeID) -> String? = { _ in nil }
    /// Where a link or an image really leads; nil leaves the address of the source.
    package var destination: (NodeID) -> String? = { _ in nil }
    package var imageAttributes: (NodeID) -> ImageAttributes? = { _ in nil }
    /// The picture of a QR code; without one the payload is written as a link or as text.
    package var qrPicture: (NodeID) -> QRPicture? = { _ in nil }
    /// Added to the level of each heading, at most to h6.
    package var headingShift = 0

    package init() {}

    package struct ImageAttributes: Hashable, Sendable {
        /// Pixels.
        package var width: Int?
        package var height: Int?
        /// Whether the browser may wait with loading until the picture comes into view.
        package var lazy: Bool

        package init(width: Int? = nil, height: Int? = nil, lazy: Bool = false) {
            self.width = width
            self.height = height
            self.lazy = lazy
        }
    }

    package struct QRPicture: Hashable, Sendable {
        package var source: String
        package var alternative: String
        /// The side in pixels.
        package var side: Int?

        package init(source: String, alternative: String, side: Int? = nil) {
            self.source = source
            self.alternative = alternative
            self.side = side
        }
    }
}
