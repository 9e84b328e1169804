package import Drawing

/// Sheets by their names: the A series of ISO 216.
package enum SheetSize {
    /// Width and height in millimetres, upright.
    private static let millimetres: [(name: String, width: Double, height: Double)] = [
        ("A0", 841, 1189), ("A1", 594, 841), ("A2", 420, 594), ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210),
    ]

    package static func named(_ name: String) -> Size? {
        millimetres.first { $0.name == name.uppercased() }.map {
            Size(width: .millimetres($0.width), height: .millimetres($0.height))
        }
    }
}
