internal import Glibc
internal import Synchronization

/// Worker threads of their own, because renders block and call C libraries that Swift's cooperative pool must not.
enum Crew {
    /// Room for the deep recursion of C libraries; only what is used takes memory.
    private static let stackSize = 16 << 20

    private final class Job: Sendable {
        let work: @Sendable (Int) -> Void
        let number: Int

        init(_ number: Int, _ work: @escaping @Sendable (Int) -> Void) {
            self.number = number
            self.work = work
        }
    }

    /// Runs the work on `count` threads, which learn their numbers from 0, and waits for all of them. With no thread to be
    /// had, the caller works alone. What is to go on `beside` it has a thread of its own, and is left out when there is none.
    static func run(
        _ count: Int, beside: (@Sendable () -> Void)? = nil, _ work: @escaping @Sendable (_ worker: Int) -> Void
    ) {
        // First, so that it waits already when the workers are given their processors.
        let aside = beside.flatMap { beside in start(Job(count) { _ in beside() }) }
        let threads = (0..<count).compactMap { start(Job($0, work)) }
        if threads.isEmpty { work(0) }
        for thread in threads + [aside].compactMap(\.self) { pthread_join(thread, nil) }
    }

    /// Nil when the system has no thread to give.
    private static func start(_ job: Job) -> pthread_t? {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setstacksize(&attributes, stackSize)
        defer { unsafe pthread_attr_destroy(&attributes) }
        let owned = unsafe Unmanaged.passRetained(job)
        var thread = pthread_t()
        let failed = unsafe pthread_create(
            &thread, &attributes,
            { context in
                guard let context = unsafe context else { return nil }
                let job = unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
                job.work(job.number)
                return nil
            }, owned.toOpaque())
        if failed == 0 { return thread }
        unsafe owned.release()
        return nil
    }
}

extension Crew {
    /// What a piece of work gives for each item, in their order. A worker takes as many at a time as are worth the asking.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], on workers: Int, _ transform: @escaping @Sendable (Item) -> Result
    ) -> [Result] {
        let size = 32
        guard items.count > size else { return items.map(transform) }
        let next = Mutex(0)
        let results = Mutex([Result?](repeating: nil, count: items.count))
        let take: @Sendable () -> Range<Int> = {
            next.withLock { next in
                let start = next
                next = min(items.count, start + size)
                return start..<next
            }
        }
        run(max(1, workers)) { _ in
            var part = take()
            while !part.isEmpty {
                let found = items[part].map(transform)
                results.withLock { for (place, result) in zip(part, found) { $0[place] = result } }
                part = take()
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
