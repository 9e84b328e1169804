import Campaign
import Diagnostics
import Edition

/// Which poster hangs where, and how many of each that makes.
struct BoardPlan: Sendable {
    struct Hung: Sendable {
        var board: Board
        var posters: [PosterContext]
        /// Posters are shown there, not hung: nothing is printed.
        var isScreen: Bool { board.kind == .screen }
    }

    /// One poster of the print order.
    struct Line: Sendable {
        /// From 1, in the order of the edition's posters.
        var number: Int
        var poster: PosterContext
        var paper: String
        var copies: Int
        /// The places that get them.
        var places: [String]
    }

    /// In the order of places.csv.
    let boards: [Hung]
    let lines: [Line]

    /// `wished` are the posters of the edition: one that is not among `posters` cannot be made, which has been reported.
    init(
        _ boards: [Board], posters: [PosterContext], wished: [PosterRef], paper: PaperFacts,
        reporting report: inout Report
    ) {
        var choice = BoardChoice(posters: posters, wished: wished)
        self.boards = boards.map { Hung(board: $0, posters: choice.posters(for: $0)) }
        report.add(contentsOf: choice.report.diagnostics)
        lines = Self.lines(of: self.boards, posters: posters, paper: paper)
    }

    /// The number of a poster in the print order.
    func number(of poster: PosterContext) -> Int? { lines.first { $0.poster.ref == poster.ref }?.number }

    /// As it is written: with as many digits as the last has, at least two.
    func label(ofNumber number: Int) -> String {
        let digits = max(2, "\(lines.count)".count)
        return String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
    }

    private static func lines(of boards: [Hung], posters: [PosterContext], paper: PaperFacts) -> [Line] {
        var hanging: [PosterRef: [Board]] = [:]
        for hung in boards where !hung.isScreen {
            for ref in Set(hung.posters.map(\.ref)) { hanging[ref, default: []].append(hung.board) }
        }
        var lines: [Line] = []
        for poster in posters {
            guard let boards = hanging[poster.ref], let first = boards.first else { continue }
            lines.append(
                Line(
                    number: lines.count + 1, poster: poster, paper: paper.paper(for: first.kind),
                    copies: boards.reduce(0) { $0 + $1.quantity }, places: boards.map(\.name)))
        }
        return lines
    }
}

extension PaperFacts {
    fileprivate func paper(for kind: Place.Kind) -> String {
        switch kind {
        case .banner: banner
        case .stand: stand
        case .tableCard: card
        case .board, .screen: poster
        }
    }
}
