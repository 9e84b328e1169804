// The room Campaign: in comes the path of a content folder, out goes the campaign as values, every fault reported.
package import Diagnostics

/// Everything that stands in the content folder, read and checked, before a day is chosen.
package struct Campaign: Sendable {
    package var facts: CampaignFacts
    /// By folder, then by file name.
    package var pieces: [SourcePiece]
    package var units: [Unit]
    package var places: [Place]
    /// Files of content/static by path.
    package var staticFiles: [StaticFile]
    /// campaign.yaml, for faults that are found later.
    package let file: SourceFile
}

/// One row of units.csv. Only the name, the category and the headcount may leave the content folder.
package struct Unit: Hashable, Sendable {
    package var name: String
    package var category: String
    package var headcount: Int
    package var address: String?
    package var contact: String?
    package var phone: String?
    package var note: String?
    /// The name's cell, without the line's text, which may hold a telephone number.
    package var place: SourcePlace
}

/// One row of places.csv: where material is put up.
package struct Place: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case board = "宣传栏"
        case screen = "电子屏"
        case banner = "横幅"
        case stand = "展架"
        case tableCard = "台卡"
    }
    package var name: String
    package var kind: Kind
    /// As stated, such as A4×6 or 80x200cm.
    package var size: String
    package var quantity: Int
    package var unit: String?
    /// A person, perhaps by name: it does not leave the content folder.
    package var responsible: String?
    /// What hangs there; nil when the row does not say.
    package var posters: [PosterName]?
    /// The name's cell, without the line's text, which may hold a person's name.
    package var place: SourcePlace
}

/// What a place asks for: the name of a poster's file below output/posters, without extension and perhaps without the size, such
/// as `help/help-A3` or `help/help`.
package struct PosterName: Hashable, Sendable {
    package var text: String
    package var place: SourcePlace

    package init(_ text: String, at place: SourcePlace) {
        self.text = text
        self.place = place
    }
}

/// A file of content/static.
package struct StaticFile: Hashable, Sendable {
    /// Below the site's root.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
