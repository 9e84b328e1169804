import Campaign
import Diagnostics
import Drawing
import Edition

/// Chooses the posters of a board: those that its row names, each of which must fit; else as many as fit of those that its kind
/// names; else as many as fit of the edition's own.
struct BoardChoice {
    let posters: [PosterContext]
    var report = Report()
    /// Names that have been reported: a kind's list is read once for every board.
    private var unknown: Set<PosterName> = []

    /// The places of the posters that a name may mean, with and without its size.
    private var places: [String: [Int]] = [:]

    /// Names of posters that there would be, were their templates right.
    private let wished: Set<String>

    init(posters: [PosterContext], wished: [PosterRef]) {
        self.posters = posters
        self.wished = Set(wished.flatMap { [$0.fileName, $0.fileNameWithoutSize] })
        for index in posters.indices {
            places[posters[index].ref.fileName, default: []].append(index)
            places[posters[index].ref.fileNameWithoutSize, default: []].append(index)
        }
    }

    mutating func posters(for board: Board) -> [PosterContext] {
        guard let wanted = board.wanted else { return filling(board, with: ownChoice(for: board.kind)) }
        let isRow = wanted.allSatisfy { $0.place.file == board.place.file }
        let named = wanted.map { (name: $0, sizes: found($0)) }
        let chosen =
            isRow
            ? named.compactMap { $0.sizes.isEmpty ? nil : fitting(of: $0.sizes, named: $0.name, for: board) }
            : filling(board, with: named.map(\.sizes))
        if chosen.isEmpty, !wanted.isEmpty, named.allSatisfy({ !$0.sizes.isEmpty }), !isRow {
            report.add(
                .nothingFitsBoard, at: board.place,
                ["place": .init(board.name), "kind": .init(board.kind.rawValue), "size": .init(board.size)])
        }
        return chosen
    }

    /// The sizes of the poster that a name means; empty, and reported, when nobody asked for it.
    private mutating func found(_ name: PosterName) -> [PosterContext] {
        let sizes = (places[name.text] ?? []).map { posters[$0] }
        if sizes.isEmpty, !wished.contains(name.text), unknown.insert(name).inserted {
            var arguments: [String: Wording] = ["name": .init(name.text)]
            let known = posters.flatMap { [$0.ref.fileName, $0.ref.fileNameWithoutSize] }
            arguments["suggestion"] = Suggestion.nearest(to: name.text, among: known).map { Wording($0) }
            report.add(.unknownBoardPoster, at: name.place, arguments)
        }
        return sizes
    }

    /// The largest size that fits; nil, and reported, when none does.
    private mutating func fitting(
        of sizes: [PosterContext], named name: PosterName, for board: Board
    ) -> PosterContext? {
        if let largest = sizes.filter({ board.takes($0) }).largest {
            return board.kind == .screen ? sizes.smallest : largest
        }
        report.add(
            board.kind == .stand ? .posterUnlikeStand : .posterLargerThanBoard, at: name.place,
            [
                "poster": .init(name.text), "place": .init(board.name), "size": .init(board.size),
                "sizes": .init(
                    sizes.map(\.ref.size).joined(separator: "、"), sizes.map(\.ref.size).joined(separator: ", ")),
            ])
        return nil
    }

    /// Each poster of a list in its largest size for which there is still room; those without room are passed over.
    private func filling(_ board: Board, with list: [[PosterContext]]) -> [PosterContext] {
        if board.kind == .screen { return list.compactMap(\.smallest) }
        var chosen: [PosterContext] = []
        for sizes in list {
            let fitting = sizes.filter { board.takes($0) }.sorted { $0.area > $1.area }
            let next = fitting.first { BoardLayout.places(of: (chosen + [$0]).map(\.sheet), on: board.area) != nil }
            if let next { chosen.append(next) }
        }
        return chosen
    }

    /// Without a word from the campaign: one poster of every template, in the edition's order; on banners, stands and cards one.
    /// Screens show what they are told. A text that runs over several sheets waits to be named, because how many it takes is
    /// known only when it is set.
    private func ownChoice(for kind: Place.Kind) -> [[PosterContext]] {
        guard kind != .screen else { return [] }
        var list: [(template: String, sizes: [PosterContext])] = []
        for poster in posters where poster.suits(kind) {
            if let index = list.firstIndex(where: { $0.template == poster.template.name }) {
                if list[index].sizes[0].ref.isSamePoster(as: poster.ref) { list[index].sizes.append(poster) }
            } else {
                list.append((poster.template.name, [poster]))
            }
        }
        let sizes = list.map(\.sizes)
        return kind == .board ? sizes : [Array(sizes.joined())]
    }
}

extension PosterContext {
    fileprivate var area: Double { sheet.width * sheet.height }
    fileprivate var isForStands: Bool { SheetFormat(ref.size)?.stand != nil }

    /// Whether a poster that nobody named may hang on a board of a kind.
    fileprivate func suits(_ kind: Place.Kind) -> Bool {
        guard shape.next == nil else { return false }
        switch kind {
        case .banner: return shape.family.isCloth
        case .stand: return isForStands
        case .board, .tableCard: return !shape.family.isCloth && !isForStands
        case .screen: return false
        }
    }
}

extension [PosterContext] {
    fileprivate var largest: PosterContext? { self.max { $0.area < $1.area } }
    fileprivate var smallest: PosterContext? { self.min { $0.area < $1.area } }
}

extension Board {
    /// Whether a sheet of the poster goes on it. A stand holds a sheet of its very size; a screen shows any, made smaller.
    fileprivate func takes(_ poster: PosterContext) -> Bool {
        switch kind {
        case .screen: true
        case .stand: abs(poster.sheet.width - area.width) < 5 && abs(poster.sheet.height - area.height) < 5
        case .board, .banner, .tableCard: BoardLayout.places(of: [poster.sheet], on: area) != nil
        }
    }

    /// In points.
    var area: Size { Size(width: .millimetres(format.width), height: .millimetres(format.height)) }
}

extension PosterRef {
    /// Below output/posters, without extension, such as `help/help-A3`: what places.csv calls it.
    var fileName: String { String(stem.dropFirst("posters/".count)) }
    var fileNameWithoutSize: String { String(fileName.dropLast(size.count + 1)) }

    fileprivate func isSamePoster(as other: PosterRef) -> Bool { fileNameWithoutSize == other.fileNameWithoutSize }
}
