package import Markdown

/// One Markdown file with its front matter, as it stands in the content folder.
package struct SourcePiece: Sendable {
    package var folder: Folder
    /// Below the content folder, such as `cases/01.md`.
    package var path: String
    package var slug: String
    package var code: String
    package var title: String
    package var date: CivilDate
    package var updated: CivilDate?
    package var publish: CivilDate?
    package var expire: CivilDate?
    package var summary: String?
    package var tags: [String]
    package var audience: [Audience]
    /// As stated, else when one of its audiences is.
    package var isForElderly: Bool
    package var source: String?
    package var verified: Bool
    package var cover: Picture?
    package var order: Int?
    /// Nil where the folder's posters are wanted; empty for none.
    package var posters: [PosterWish]?
    /// Whether headings are numbered in the official manner.
    package var isNumbered: Bool
    package var official: OfficialFacts?
    package var caseFacts: CaseFacts?
    package var figures: [Figure]
    package var pictogram: PictogramName?
    /// The items of a slogan group; empty in other folders.
    package var slogans: [SourceSlogan]
    package var document: Document
    /// The anchor of each heading.
    package var anchors: [NodeID: String]
    /// What each link and image leads to.
    package var targets: [NodeID: SourceTarget]
}

/// One list item of slogans/, its id taken off.
package struct SourceSlogan: Hashable, Sendable {
    package var id: String
    package var text: String
    package var node: NodeID
}

/// What a link or an image of the source leads to.
package enum SourceTarget: Hashable, Sendable {
    /// A piece by its index in `Campaign.pieces`, and an anchor in it or "".
    case piece(Int, anchor: String)
    case anchor(String)
    case external(String)
    case staticFile(String)
    case picture(Picture)
}
