import Dispatch
import Synchronization

/// A value that is worked out on a thread of its own while the caller does something else.
final class Beside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let result = Mutex<Value?>(nil)

    init(_ work: @escaping @Sendable () -> Value) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
            let value = work()
            result.withLock { $0 = value }
        }
    }

    /// Waits for the end.
    func value() -> Value? {
        group.wait()
        return result.withLock { $0 }
    }
}
