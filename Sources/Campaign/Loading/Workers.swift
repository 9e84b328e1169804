package import Diagnostics
import Dispatch
import Synchronization

/// Spreads independent work over the processors; the results come in the order of the items.
package enum Workers {
    /// Parts of sixteen are small enough that the workers end together, and large enough that handing them out costs nothing;
    /// long work goes out one by one.
    package static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], inParts size: Int = 16, _ transform: @Sendable (Item) -> Result
    ) -> [Result] {
        let parts = (items.count + size - 1) / size
        guard parts > 1 else { return items.map(transform) }
        return unsafe [Result](unsafeUninitializedCapacity: items.count) { space, count in
            // Each result has a place of its own, which nobody else touches.
            nonisolated(unsafe) let places = unsafe space
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                for index in part * size..<min(items.count, (part + 1) * size) {
                    unsafe places.initializeElement(at: index, to: transform(items[index]))
                }
            }
            count = items.count
        }
    }

    /// The same; what each piece of work has found is added to a report, in the order of the items.
    package static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], reporting report: inout Report, _ transform: @Sendable (Item, inout Report) -> Result
    ) -> [Result] {
        let found = Mutex<[(place: Int, diagnostics: [Diagnostic])]>([])
        let results = map(Array(items.indices)) { place in
            var own = Report()
            let result = transform(items[place], &own)
            if !own.diagnostics.isEmpty { found.withLock { $0.append((place, own.diagnostics)) } }
            return result
        }
        for part in found.withLock({ $0.sorted { $0.place < $1.place } }) { report.add(contentsOf: part.diagnostics) }
        return results
    }
}
