package import Diagnostics
package import Drawing

/// Text that may be smaller than wished, within bounds, to fit its frames.
package enum Fitting {
    /// Sets with the largest size, in steps of a quarter point, at which nothing is left over; with the least size, and its
    /// overflow, if none will do.
    package static func largest(
        in sizes: ClosedRange<Points>, reporting report: inout Report,
        set: (_ size: Points, _ report: inout Report) -> Filled
    ) -> (size: Points, filled: Filled) {
        var wished = Report()
        let filled = set(sizes.upperBound, &wished)
        guard filled.overflow != nil, sizes.upperBound > sizes.lowerBound else {
            report.add(contentsOf: wished.diagnostics)
            return (sizes.upperBound, filled)
        }
        let step = 0.25
        var low = 0
        var high = Int(((sizes.upperBound - sizes.lowerBound) / step).rounded(.up))
        var least = Report()
        var best = (size: sizes.lowerBound, filled: set(sizes.lowerBound, &least))
        report.add(contentsOf: least.diagnostics)
        guard best.filled.overflow == nil else { return best }
        while high - low > 1 {
            let middle = (low + high) / 2
            let size = sizes.lowerBound + Double(middle) * step
            var ignored = Report()
            let trial = set(size, &ignored)
            if trial.overflow == nil {
                best = (size, trial)
                low = middle
            } else {
                high = middle
            }
        }
        return best
    }
}
