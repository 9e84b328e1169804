import Campaign
import Diagnostics
import Drawing
import Edition
import Foundation
import TestSupport
import Testing
import Theme
import Typesetting

@testable import Prepress

/// A poster on office paper: all of it, at its size, and no seam through a character or a code.
@Suite struct TilePlanTests {
    private static let papers = [Size(width: 595.28, height: 841.89), Size(width: 841.89, height: 1190.55)]

    /// What a seam between two tiles cuts, on the stretch where both tiles' edges are seen.
    private func cuts(_ plan: TilePlan, _ boxes: [ProtectedBox]) -> [ProtectedBox] {
        var cut: [ProtectedBox] = []
        for tile in plan.tiles {
            if let left = tile.left {
                cut += boxes.filter { box in
                    let middle = box.middle
                    let isInRow =
                        middle.y > (tile.top?.position(at: middle.x) ?? -.infinity)
                        && middle.y < (tile.bottom?.position(at: middle.x) ?? .infinity)
                    return isInRow && left.crosses(across: box.across, along: box.down)
                }
            }
            if let top = tile.top, tile.column == 1 {
                cut += boxes.filter { top.crosses(across: $0.down, along: $0.across) }
            }
        }
        return cut
    }

    /// Where a point of the sheet is seen when all is pasted: in the last tile that is not cut off there.
    private func tile(at point: Point, of plan: TilePlan) -> TilePlan.Tile? {
        plan.tiles.last { tile in
            point.y >= (tile.top?.position(at: point.x) ?? 0) && point.x >= (tile.left?.position(at: point.y) ?? 0)
        }
    }

    private func expectSound(_ plan: TilePlan, _ boxes: [ProtectedBox], _ name: String) {
        let room = Size(width: plan.paper.width - 2 * TilePlan.margin, height: plan.paper.height - 2 * TilePlan.margin)
        for tile in plan.tiles {
            #expect(tile.rect.width <= room.width + 0.01 && tile.rect.height <= room.height + 0.01, "\(name)")
            for seam in [tile.left, tile.top].compactMap(\.self) {
                #expect((10...15.01).contains(seam.overlap.inMillimetres), "\(name): \(seam.overlap.inMillimetres)")
            }
        }
        // Every point of the sheet is printed on the tile that shows it.
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let point = Point(
                x: Double.random(in: 0...plan.sheet.width, using: &generator),
                y: Double.random(in: 0...plan.sheet.height, using: &generator))
            let rect = tile(at: point, of: plan)?.rect.inset(by: -0.01)
            let isPrinted = rect.map {
                ($0.x...$0.maxX).contains(point.x) && ($0.y...$0.maxY).contains(point.y)
            }
            #expect(isPrinted == true, "\(name): \(point)")
        }
        #expect(Set(cuts(plan, boxes)).subtracting(plan.cut).isEmpty, "\(name)")
    }

    /// Every template of the repository, larger than it is drawn. (On A1 a character of a slogan is as large as A4.)
    @Test(arguments: [("A3", 0), ("A2", 0), ("A1", 1)] as [(String, Int)])
    func noSeamOfARealPosterCutsACharacter(size: String, paper: Int) throws {
        let fixture = try PosterFixture.real.get()
        var planned = 0
        for template in fixture.templates.templates {
            guard var ref = fixture.edition.posters.first(where: { $0.template == template.name }) else { continue }
            ref.size = size
            guard let sheet = fixture.laid(ref).poster?.sheets.first else { continue }
            let boxes = ProtectedBox.all(of: sheet.frame, fonts: fixture.fonts)
            #expect(boxes.count > 10)
            let plan = TilePlan.best(for: sheet.frame.size, boxes: boxes, on: Self.papers[paper])
            expectSound(plan, boxes, "\(template.name) \(size)")
            #expect(plan.cut.map(\.text) == [], "\(template.name) \(size)")
            planned += 1
        }
        #expect(planned >= 8)
    }

    @Test func bannersAreCutBetweenTheirCharacters() throws {
        let fixture = try PosterFixture.real.get()
        var ref = try fixture.ref("theme-banner-8x0.7m")
        ref.size = "3x0.7m"
        let sheet = try #require(fixture.laid(ref).poster?.sheets.first)
        let boxes = ProtectedBox.all(of: sheet.frame, fonts: fixture.fonts)
        for paper in Self.papers {
            let plan = TilePlan.best(for: sheet.frame.size, boxes: boxes, on: paper)
            expectSound(plan, boxes, "banner")
        }
    }

    /// Texts of random size and place, none larger than a tile: lines of solid text, headlines, columns, codes.
    @Test func noSeamOfARandomDesignCutsWhatItNeedNot() throws {
        var generator = SeededGenerator(seed: 2024)
        for round in 0..<24 {
            let sheet = Size(
                width: .millimetres(Double.random(in: 220...650, using: &generator)),
                height: .millimetres(Double.random(in: 300...900, using: &generator)))
            let boxes = RandomDesign.boxes(on: sheet, using: &generator)
            let plan = TilePlan.best(for: sheet, boxes: boxes, on: Self.papers[round % 2])
            expectSound(plan, boxes, "round \(round)")
            #expect(plan.cut.isEmpty, "round \(round): \(plan.cut.count) of \(boxes.count)")
        }
    }

    /// A character larger than the paper is cut, and the plan says so.
    @Test func whatIsLargerThanThePaperIsCutAndNamed() {
        let sheet = Size(width: 1200, height: 1600)
        let box = ProtectedBox(rect: Rect(x: 50, y: 50, width: 1100, height: 1500), text: "反")
        let plan = TilePlan.best(for: sheet, boxes: [box], on: Self.papers[0])
        #expect(plan.cut == [box])
        expectSound(plan, [box], "one character")
    }

    @Test func labelsAreInReadingOrder() {
        let plan = TilePlan.best(for: Size(width: 1190, height: 1684), boxes: [], on: Self.papers[0])
        #expect(plan.tiles.map(\.label) == ["A1", "A2", "B1", "B2", "C1", "C2", "D1", "D2"])
        for (tile, next) in zip(plan.tiles, plan.tiles.dropFirst()) {
            #expect((tile.row, tile.column) < (next.row, next.column))
        }
    }

    /// Two lines of text that no straight line passes: the seam steps aside between them.
    @Test func aSeamStepsAsideBetweenLines() throws {
        let height = 14.0
        let first = (0..<75).map { Rect(x: Double($0) * 15, y: 400, width: 14.4, height: height) }
        let second = (0..<75).map { Rect(x: Double($0) * 15 - 7.5, y: 430, width: 14.4, height: height) }
        let boxes = (first + second).map { ProtectedBox(rect: $0, text: "字") }
        let plan = TilePlan.best(for: Size(width: 1100, height: 500), boxes: boxes, on: Self.papers[0])
        #expect(plan.cut.isEmpty)
        #expect(plan.tiles.contains { $0.left?.isStraight == false })
        expectSound(plan, boxes, "steps")
    }
}

extension Seam {
    /// Whether the line runs through the inside of a box.
    func crosses(across: ClosedRange<Points>, along: ClosedRange<Points>) -> Bool {
        let isCut = parts.contains {
            min($0.to, along.upperBound) - max($0.from, along.lowerBound) > 0.001
                && across.lowerBound < $0.position && $0.position < across.upperBound
        }
        let isStepped = zip(parts, parts.dropFirst()).contains { before, after in
            let (low, high) = (min(before.position, after.position), max(before.position, after.position))
            return along.lowerBound < before.to && before.to < along.upperBound
                && min(high, across.upperBound) - max(low, across.lowerBound) > 0.001
        }
        return isCut || isStepped
    }
}

/// Boxes as poster text has them.
private enum RandomDesign {
    static func boxes(on sheet: Size, using generator: inout SeededGenerator) -> [ProtectedBox] {
        var boxes: [ProtectedBox] = []
        var y = 30.0
        while y < sheet.height - 60 {
            let sizes: [Double] = [11, 14, 18, 30, 60, 140]
            let size: Double = sizes.randomElement(using: &generator) ?? 14
            let lines = size > 40 ? 1 : Int.random(in: 1...8, using: &generator)
            let columns = size < 20 ? Int.random(in: 1...3, using: &generator) : 1
            let width = (sheet.width - 60) / Double(columns)
            var deepest = y
            for column in 0..<columns {
                // Columns beside each other need not share their lines.
                var top = y + Double.random(in: 0...6, using: &generator)
                for _ in 0..<lines where top + size < sheet.height - 20 {
                    let left = 30 + Double(column) * width + Double.random(in: 0...size / 2, using: &generator)
                    let count = max(1, Int((width - size) / size))
                    let shown = Int.random(in: 1...count, using: &generator)
                    for index in 0..<shown {
                        // The ink of a character leaves a twentieth of the em free on each side.
                        let x = left + (Double(index) + 0.05) * size
                        let rect = Rect(x: x, y: top + size * 0.05, width: size * 0.9, height: size * 0.9)
                        boxes.append(ProtectedBox(rect: rect, text: "字"))
                    }
                    top += size * 1.55
                }
                deepest = max(deepest, top)
            }
            y = deepest + Double.random(in: 4...40, using: &generator)
        }
        let side = 70.0
        let free = Rect(x: sheet.width - side - 20, y: sheet.height - side - 20, width: side, height: side)
        boxes.removeAll { $0.rect.overlaps(free.inset(by: -10)) }
        return boxes + [ProtectedBox(rect: free, text: "https://example.org/c/1", isCode: true)]
    }
}
