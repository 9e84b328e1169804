import Glibc
import Synchronization

/// A few independent pieces of work, spread over threads of their own; results in the order of the inputs.
package enum Parallel {
    package static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ work: @escaping @Sendable (Input) -> Output
    ) -> [Output] {
        let job = Job(inputs, work)
        let helpers = min(inputs.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) - 1
        var threads: [pthread_t] = []
        for _ in 0..<max(0, helpers) {
            var thread = pthread_t()
            let argument = unsafe Unmanaged.passRetained(job as AnyObject)
            let started = unsafe pthread_create(&thread, nil, runJob, argument.toOpaque())
            if started == 0 { threads.append(thread) } else { unsafe argument.release() }
        }
        job.run()
        for thread in threads { pthread_join(thread, nil) }
        return job.finished
    }
}

private protocol Runnable: AnyObject {
    func run()
}

private func runJob(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    (unsafe Unmanaged<AnyObject>.fromOpaque(argument).takeRetainedValue() as? any Runnable)?.run()
    return nil
}

private final class Job<Input: Sendable, Output: Sendable>: Runnable, Sendable {
    private let inputs: [Input]
    private let work: @Sendable (Input) -> Output
    private let next = Atomic(0)
    private let results: Mutex<[Output?]>

    init(_ inputs: [Input], _ work: @escaping @Sendable (Input) -> Output) {
        self.inputs = inputs
        self.work = work
        results = Mutex([Output?](repeating: nil, count: inputs.count))
    }

    /// Takes inputs until none is left.
    func run() {
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < inputs.count else { return }
            let output = work(inputs[index])
            results.withLock { $0[index] = output }
        }
    }

    var finished: [Output] { results.withLock { $0.compactMap { $0 } } }
}
