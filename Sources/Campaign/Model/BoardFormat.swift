/// The size of what material is put up on: a sheet, or several of the A series side by side.
package struct BoardFormat: Hashable, Sendable {
    package var sheet: SheetFormat
    package var count: Int

    /// As `SheetFormat`, or `A4×6` for six upright sheets side by side; nil for others.
    package init?(_ name: String) {
        if let sheet = SheetFormat(name) {
            self.sheet = sheet
            count = 1
            return
        }
        let parts = name.replacing("×", with: "x").replacing("*", with: "x").split(
            separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("A"), let sheet = SheetFormat(String(parts[0])),
            let count = Int(parts[1]), (1...200).contains(count)
        else { return nil }
        self.sheet = sheet
        self.count = count
    }

    /// Millimetres.
    package var width: Double { sheet.width * Double(count) }
    package var height: Double { sheet.height }
}
