import Drawing

/// Divides a sheet into tiles that an office printer prints: the fewest sheets of paper, and of those ways the one with the
/// fewest steps. First rows, then each row for itself into tiles: a row of a single headline is cut between its characters,
/// whatever stands above and below.
struct TilePlanner {
    let sheet: Size
    let boxes: [ProtectedBox]
    /// The largest tile.
    let room: Size

    /// A sheet of paper is worth so many steps of the scissors.
    static let sheet = 12.0
    /// Positions for rows that are tried in the height of one tile.
    private static let rowsTried = 12.0

    struct Row {
        /// Nil at the sheet's own edges.
        var top: Seam?
        var bottom: Seam?
        /// Between the row's tiles, from left to right.
        var seams: [Seam]
        /// Of `seams[…].cut`: indices of the planner's boxes.
        var cut: [Int]
    }

    struct Solution {
        var rows: [Row]
        var cost: Double
    }

    func solved() -> Solution {
        let field = SeamField(
            obstacles: boxes.indices.map {
                .init(index: $0, across: boxes[$0].down, along: boxes[$0].across, isCode: boxes[$0].isCode)
            },
            length: sheet.height, stretch: 0...sheet.width)
        var band = Band(length: sheet.height, room: room.height)
        band.leastTile = Band(length: sheet.width, room: room.width).leastCost
        var columns: [Stretch: Columns] = [:]
        let route = route(through: field, of: band, thinned: true) { top, bottom in
            let stretch = Stretch(from: top, to: bottom)
            if let known = columns[stretch] { return known.cost }
            let found = self.columns(between: top, and: bottom)
            columns[stretch] = found
            return found.cost
        }
        let edges = [nil] + route.seams.map(Optional.some) + [nil]
        let rows = zip(edges, edges.dropFirst()).map { top, bottom in
            let found = columns[Stretch(from: top, to: bottom)]
            return Row(
                top: top, bottom: bottom, seams: found?.seams ?? [],
                cut: (bottom?.cut ?? []) + (found?.seams ?? []).flatMap(\.cut))
        }
        return Solution(rows: rows, cost: route.cost)
    }

    private struct Stretch: Hashable {
        var from: Seam?
        var to: Seam?
    }

    private struct Columns {
        var seams: [Seam]
        var cost: Double
    }

    /// The tiles of a row.
    private func columns(between top: Seam?, and bottom: Seam?) -> Columns {
        let inside = boxes.indices.filter { index in
            let middle = boxes[index].middle
            return middle.y > (top?.position(at: middle.x) ?? -.infinity)
                && middle.y <= (bottom?.position(at: middle.x) ?? .infinity)
        }
        let field = SeamField(
            obstacles: inside.map {
                .init(index: $0, across: boxes[$0].across, along: boxes[$0].down, isCode: boxes[$0].isCode)
            },
            length: sheet.width, stretch: (top?.trimStart ?? 0)...(bottom?.flapEnd ?? sheet.height))
        var band = Band(length: sheet.width, room: room.width)
        band.leastTile = Self.sheet
        let route = route(through: field, of: band, thinned: false) { _, _ in Self.sheet }
        return Columns(seams: route.seams, cost: route.cost)
    }

    /// The cheapest way across a band. Seams with steps are looked for when straight ones make more tiles than there need be,
    /// seams that cut when nothing else is left.
    private func route(
        through field: SeamField, of band: Band, thinned: Bool, tile: (Seam?, Seam?) -> Double
    ) -> Route {
        func route(_ ways: [SeamField.Way]) -> Route {
            let sorted = ways.sorted { ($0.seam.least, $0.seam.most) < ($1.seam.least, $1.seam.most) }
            return Route(through: thinned ? self.thinned(sorted) : sorted, of: band, tile: tile)
        }
        var ways = field.straightWays()
        var best = route(ways)
        if Double(best.seams.count + 1) > band.leastTiles || best.cost == .infinity {
            ways += field.steppedWays()
            best = route(ways)
        }
        return best.cost == .infinity ? route(ways + field.cuttingWays()) : best
    }

    /// The best of each dozenth of a tile's height: every row is divided anew, which takes its time.
    private func thinned(_ ways: [SeamField.Way]) -> [SeamField.Way] {
        let part = room.height / Self.rowsTried
        var best: [Int: SeamField.Way] = [:]
        for way in ways {
            let key = Int(way.seam.least / part)
            if let known = best[key], known.cost <= way.cost { continue }
            best[key] = way
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// What is divided: a length, and how much of it a tile holds.
private struct Band {
    let length: Points
    let room: Points
    /// No tile costs less.
    var leastTile = 0.0

    static let narrowest = Points.millimetres(20)

    private static let overlap = Seam(parts: [.init(position: 0, from: 0, to: 0)]).overlap

    /// Not fewer tiles can cover it.
    var leastTiles: Double { max(1, ((length - Self.overlap) / (room - Self.overlap)).rounded(.up)) }

    /// What that many tiles of equal size cost.
    var leastCost: Double {
        let size = (length + (leastTiles - 1) * Self.overlap) / leastTiles / room
        return leastTiles * (TilePlanner.sheet + Self.unevenness(size))
    }

    /// Of equal ways the one with tiles of equal size: a tile costs a little by the part of the room that it takes.
    static func unevenness(_ size: Double) -> Double { size * size / 2 }
}

/// The cheapest way from one end of a band to the other, tile by tile.
private struct Route {
    private(set) var seams: [Seam] = []
    private(set) var cost = Double.infinity

    /// A seam, or an end of the band.
    private struct Stop {
        /// Where the tile behind it begins and the tile before it ends.
        var start: Points
        var end: Points
        /// The seam's own line.
        var least: Points
        var most: Points
        var cost: Double
        var seam: Seam?
        /// The cheapest way from the beginning.
        var best = Double.infinity
        var from = 0
    }

    /// `ways` in the order of their positions; `tile` says what the tile between two seams costs, nil stands for the ends.
    init(through ways: [SeamField.Way], of band: Band, tile: (_ from: Seam?, _ to: Seam?) -> Double) {
        let length = band.length
        var stops = [Stop(start: 0, end: 0, least: 0, most: 0, cost: 0, best: 0)]
        for way in ways {
            let seam = way.seam
            stops.append(
                Stop(
                    start: seam.trimStart, end: min(length, seam.flapEnd), least: seam.least, most: seam.most,
                    cost: way.cost, seam: seam))
        }
        stops.append(Stop(start: length, end: length, least: length, most: length, cost: 0))
        var first = 0
        for index in stops.indices.dropFirst() {
            let stop = stops[index]
            // Positions rise, and what is too far for one seam is too far for the next.
            while first < index, stop.end - stops[first].start > band.room + 0.001 { first += 1 }
            // The farthest first: few large tiles are cheaper than many, and what costs more already is not looked into.
            for from in first..<index where stop.least - stops[from].most >= Band.narrowest {
                let before =
                    stops[from].best + stop.cost + Band.unevenness((stop.end - stops[from].start) / band.room)
                guard before + band.leastTile < stops[index].best else { continue }
                let cost = before + tile(stops[from].seam, stop.seam)
                if cost < stops[index].best { (stops[index].best, stops[index].from) = (cost, from) }
            }
        }
        cost = stops[stops.count - 1].best
        guard cost < .infinity else { return }
        var index = stops[stops.count - 1].from
        while let seam = stops[index].seam {
            seams.insert(seam, at: 0)
            index = stops[index].from
        }
    }
}

extension ProtectedBox {
    var across: ClosedRange<Points> { rect.x...rect.maxX }
    var down: ClosedRange<Points> { rect.y...rect.maxY }
    var middle: Point { Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2) }
}
