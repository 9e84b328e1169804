import Campaign
import Drawing
import Edition

/// The line beside a sheet's marks: what it is and how it is cut. Dates are the content's own.
struct SheetInformation {
    let context: PosterContext
    let marks: PressMarks
    /// From 1.
    let number: Int
    let count: Int

    init(context: PosterContext, marks: PressMarks, number: Int, of count: Int) {
        self.context = context
        self.marks = marks
        self.number = number
        self.count = count
    }

    var text: String {
        let piece = context.piece
        let name = "\(piece.folder.rawValue)/\(piece.slug)" + (context.slogan.map { "#\($0.id)" } ?? "")
        var parts = [name, context.template.name, "成品 \(size)", "出血 \(millimetres(marks.bleed)) mm"]
        if count > 1 { parts.append("第 \(number) 张，共 \(count) 张") }
        parts.append((piece.updated ?? piece.date).iso)
        return parts.joined(separator: " · ")
    }

    private var size: String { "\(millimetres(context.sheet.width)) × \(millimetres(context.sheet.height)) mm" }

    private func millimetres(_ length: Points) -> String { Decimal.text(length.inMillimetres, places: 1) }

    /// What the line may say, for cutting fonts.
    static let words = "成品出血第张，共 · × mm #abcdefghijklmnopqrstuvwxyz"
}
