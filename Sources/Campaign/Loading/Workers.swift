import Dispatch
import Synchronization

/// Spreads independent work over the processors; the results come in the order of the items.
package enum Workers {
    package static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ transform: @Sendable (Item) -> Result
    ) -> [Result] {
        // Parts are small enough that the workers end together, and large enough that the lock costs nothing.
        let size = 16
        let parts = (items.count + size - 1) / size
        guard parts > 1 else { return items.map(transform) }
        let results = Mutex([[Result]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let done = items[part * size..<min(items.count, (part + 1) * size)].map(transform)
            results.withLock { $0[part] = done }
        }
        return results.withLock { $0.flatMap { $0 } }
    }
}
