import Campaign
package import Diagnostics
import Markdown

/// A poster that somebody asks for by hand.
package struct PosterOrder: Sendable {
    /// The piece's file, as diagnostics name it.
    package var file: String
    package var template: String
    package var size: String
    /// The id of one slogan, for groups of slogans.
    package var item: String?
    /// Metres; nil for the template's own.
    package var distance: Double?

    package init(file: String, template: String, size: String, item: String? = nil, distance: Double? = nil) {
        self.file = file
        self.template = template
        self.size = size
        self.item = item
        self.distance = distance
    }
}

extension Edition {
    /// The poster that an order means; nil after reporting what the piece has not.
    package func poster(for order: PosterOrder, reporting report: inout Report) -> PosterRef? {
        let place = SourcePlace(file: order.file)
        guard let piece = pieces.firstIndex(where: { $0.document.file.path == order.file }) else {
            report.add(.pieceNotStanding, at: place, ["date": .init(date.chinese, date.iso)])
            return nil
        }
        let own = slogans.indices.filter { slogans[$0].piece == piece }
        guard !own.isEmpty else {
            if order.item != nil {
                report.add(.itemNotHere, at: place)
                return nil
            }
            return ref(of: piece, slogan: nil, order)
        }
        let ids = own.map { slogans[$0].id }
        if let item = order.item {
            guard let slogan = own.first(where: { slogans[$0].id == item }) else {
                var arguments: [String: Wording] = ["id": .init(item)]
                arguments["suggestion"] = Suggestion.nearest(to: item, among: ids).map { Wording($0) }
                report.add(.unknownItem, at: place, arguments)
                return nil
            }
            return ref(of: piece, slogan: slogan, order)
        }
        guard own.count == 1 else {
            let items = Wording(ids.joined(separator: "、"), ids.joined(separator: ", "))
            report.add(.itemWanted, at: place, ["count": .init("\(own.count)"), "items": items])
            return nil
        }
        return ref(of: piece, slogan: own[0], order)
    }

    private func ref(of piece: Int, slogan: Int?, _ order: PosterOrder) -> PosterRef {
        PosterRef(
            piece: piece, slogan: slogan, template: order.template, size: order.size, distance: order.distance,
            stem: "posters/\(pieces[piece].slug)/\(order.template)-\(order.size)")
    }
}
