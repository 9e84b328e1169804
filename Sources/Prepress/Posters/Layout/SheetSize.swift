import Campaign
package import Drawing

/// Sheets by their names, in points.
package enum SheetSize {
    package static func named(_ name: String) -> Size? {
        SheetFormat(name).map { Size(width: .millimetres($0.width), height: .millimetres($0.height)) }
    }
}
