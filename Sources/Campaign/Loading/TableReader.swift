import Diagnostics
import Tables

/// Reads units.csv and places.csv.
enum TableReader {
    static let names = ["units.csv", "places.csv"]

    /// Bytes; a hundred thousand rows.
    private static let sizeLimit = 8 << 20

    /// A million people in one unit is a slip of the finger.
    private static let headcounts = 0...200_000

    static func units(of content: ContentFolder, among files: [String], reporting report: inout Report) -> [Unit] {
        guard
            let sheet = sheet(
                "units.csv", of: content, among: files,
                columns: [
                    .init("单位", "unit", required: true), .init("类别", "category", required: true),
                    .init("职工人数", "headcount", required: true), .init("地址", "address"), .init("联系人", "contact"),
                    .init("电话", "phone"), .init("备注", "note"),
                ], reporting: &report)
        else { return [] }
        var units: [Unit] = []
        var lines: [String: Int] = [:]
        for row in sheet.rows {
            let name = text("单位", of: row, in: sheet, reporting: &report)
            let category = text("类别", of: row, in: sheet, reporting: &report)
            let headcount = number("职工人数", of: row, in: sheet, range: headcounts, reporting: &report)
            guard let name, isNew(name, in: &lines, of: sheet, reporting: &report) else { continue }
            units.append(
                Unit(
                    name: name.text, category: category?.text ?? "",
                    headcount: headcount ?? 0, address: row.text("地址"), contact: row.text("联系人"), phone: row.text("电话"),
                    note: row.text("备注"), place: sheet.place(of: name).withoutExcerpt))
        }
        return units
    }

    static func places(
        of content: ContentFolder, among files: [String], units: [Unit], reporting report: inout Report
    ) -> [Place] {
        guard
            let sheet = sheet(
                "places.csv", of: content, among: files,
                columns: [
                    .init("点位", "place", required: true), .init("类型", "kind", required: true),
                    .init("尺寸", "size", required: true), .init("数量", "quantity", required: true), .init("单位", "unit"),
                    .init("责任人", "responsible"), .init("海报", "posters"),
                ], reporting: &report)
        else { return [] }
        let names = units.map(\.name)
        var places: [Place] = []
        var lines: [String: Int] = [:]
        for row in sheet.rows {
            let name = text("点位", of: row, in: sheet, reporting: &report)
            let kind = kind(of: row, in: sheet, reporting: &report)
            let size = size(of: row, in: sheet, reporting: &report)
            let quantity = number("数量", of: row, in: sheet, range: 1...10_000, reporting: &report)
            checkUnit(of: row, in: sheet, names: names, reporting: &report)
            guard let name, isNew(name, in: &lines, of: sheet, reporting: &report), let kind, let size else { continue }
            places.append(
                Place(
                    name: name.text, kind: kind, size: size, quantity: quantity ?? 1, unit: row.text("单位"),
                    responsible: row.text("责任人"), posters: posters(of: row, in: sheet),
                    place: sheet.place(of: name).withoutExcerpt))
        }
        return places
    }

    /// A sheet of the content folder, decoded; nil when it is not there or is no text.
    private static func sheet(
        _ name: String, of content: ContentFolder, among files: [String], columns: [Sheet.Column],
        reporting report: inout Report
    ) -> Sheet? {
        guard files.contains(name) else {
            // A table that was meant to be read must not be passed over: no unit would get its handbooks.
            if let book = workbook(instead: name, among: files) { report.add(.officeFile, at: content.place(book)) }
            return nil
        }
        guard let bytes = content.bytes(of: name, limit: sizeLimit, reporting: &report) else { return nil }
        if TextEncoding.isOfficeFile(bytes) {
            report.add(.officeFile, at: content.place(name))
            return nil
        }
        guard let decoded = TextEncoding.decoded(bytes) else {
            let offset = TextEncoding.firstMalformedByte(bytes) ?? 0
            let file = SourceFile(path: content.place(name).file, bytes: bytes)
            report.add(.invalidUTF8, at: file.place(ofByte: offset), ["offset": .init("\(offset)")])
            return nil
        }
        return Sheet(
            SourceFile(path: content.place(name).file, bytes: decoded.text), columns: columns, reporting: &report)
    }

    /// The file of a spreadsheet program that lies where a table is missing, such as units.xlsx; nil when the table is there.
    static func workbook(instead name: String, among files: [String]) -> String? {
        guard !files.contains(name) else { return nil }
        let stem = name.split(separator: ".")[0]
        let books = ["xlsx", "xls", "xlsm", "et", "ods"].map { "\(stem).\($0)" }
        return files.first { books.contains($0.lowercased()) }
    }

    private static func text(
        _ column: String, of row: Sheet.Row, in sheet: Sheet, reporting report: inout Report
    ) -> Cell? {
        if let cell = row.cell(column) {
            if cell.text.unicodeScalars.contains(where: isControl) {
                report.add(.controlCharacter, at: sheet.place(of: cell), ["field": .init(column)])
                return nil
            }
            return cell
        }
        // A column that is missing has been reported once for all rows.
        if sheet.has(column) {
            report.add(.emptyCell, at: sheet.file.place(ofByte: row.start), ["column": .init(column)])
        }
        return nil
    }

    /// A character that is seen nowhere and does harm in file names; a line end in a cell is Excel's Alt and Enter.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\r"
    }

    private static func isNew(
        _ name: Cell, in lines: inout [String: Int], of sheet: Sheet, reporting report: inout Report
    ) -> Bool {
        if let line = lines[name.text] {
            report.add(
                .repeatedRow, at: sheet.place(of: name), length: name.text.count,
                ["name": .init(name.text), "line": .init("\(line)")])
            return false
        }
        lines[name.text] = sheet.place(of: name).line
        return true
    }

    private static func number(
        _ column: String, of row: Sheet.Row, in sheet: Sheet, range: ClosedRange<Int>, reporting report: inout Report
    ) -> Int? {
        guard let cell = text(column, of: row, in: sheet, reporting: &report) else { return nil }
        let digits = cell.text.unicodeScalars.map {
            (0xFF10...0xFF19).contains($0.value) ? $0.value - 0xFEE0 : $0.value
        }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count < 16 else {
            report.add(
                .cellNotANumber, at: sheet.place(of: cell), length: cell.text.count,
                ["column": .init(column), "value": .init(String(cell.text.prefix(30)))])
            return nil
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard range.contains(number) else {
            report.add(
                .cellOutOfRange, at: sheet.place(of: cell), length: cell.text.count,
                [
                    "column": .init(column), "value": .init(cell.text), "least": .init("\(range.lowerBound)"),
                    "most": .init("\(range.upperBound)"),
                ])
            return nil
        }
        return number
    }

    private static func kind(of row: Sheet.Row, in sheet: Sheet, reporting report: inout Report) -> Place.Kind? {
        guard let cell = text("类型", of: row, in: sheet, reporting: &report) else { return nil }
        if let kind = Place.Kind(rawValue: cell.text) { return kind }
        let kinds = Place.Kind.allCases.map(\.rawValue)
        var arguments: [String: Wording] = [
            "kind": .init(cell.text), "kinds": .init(kinds.joined(separator: "、"), kinds.joined(separator: ", ")),
        ]
        if let near = Suggestion.nearest(to: cell.text, among: kinds) { arguments["suggestion"] = .init(near) }
        report.add(.unknownPlaceKind, at: sheet.place(of: cell), length: cell.text.count, arguments)
        return nil
    }

    private static func size(of row: Sheet.Row, in sheet: Sheet, reporting report: inout Report) -> String? {
        guard let cell = text("尺寸", of: row, in: sheet, reporting: &report) else { return nil }
        if Names.isSheetSize(cell.text) { return cell.text }
        report.add(.badSheetSize, at: sheet.place(of: cell), length: cell.text.count, ["size": .init(cell.text)])
        return nil
    }

    /// Names in one cell, with marks or spaces between them.
    private static func posters(of row: Sheet.Row, in sheet: Sheet) -> [PosterName]? {
        guard let cell = row.cell("海报") else { return nil }
        let place = sheet.place(of: cell).withoutExcerpt
        return cell.text.split { "、；;，, ".contains($0) }.map { PosterName(CanonicalText.nfc(String($0)), at: place) }
    }

    private static func checkUnit(of row: Sheet.Row, in sheet: Sheet, names: [String], reporting report: inout Report) {
        guard let cell = row.cell("单位"), !names.isEmpty, !names.contains(cell.text) else { return }
        var arguments: [String: Wording] = ["unit": .init(cell.text)]
        if let near = Suggestion.nearest(to: cell.text, among: names) { arguments["suggestion"] = .init(near) }
        report.add(.unknownUnit, at: sheet.place(of: cell), length: cell.text.count, arguments)
    }
}
