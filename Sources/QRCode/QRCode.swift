/// A QR symbol: a square grid of modules, without its quiet zone.
package struct QRCode: Hashable, Sendable {
    /// Modules a side: 21 for version 1, 4 more for each version.
    package let size: Int
    /// Row by row from the top left; true is dark.
    package let modules: [Bool]

    package init(size: Int, modules: [Bool]) {
        self.size = size
        self.modules = modules
    }
}
