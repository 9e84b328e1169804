/// Hands artifacts to workers: each after its needs, those first that the longest chains wait for.
///
/// Among equals every worker begins at its own place in the list and takes from the others' ends when its part is done:
/// neighbours in the list share layouts, and two workers on one layout would wait for each other.
final class WorkQueue: @unchecked Sendable {
    private let monitor = Monitor()
    // Everything below is touched under the monitor's lock only.
    private var ready: [[Segment]]
    private var waitsFor: [Int]
    private let dependents: [[Int]]
    private let heights: [Int]
    private var left: Int
    /// The number of artifacts left at which a waiting thread goes on.
    private let half: Int
    private var stopped = false

    /// A worker's part of the artifacts of one height.
    private struct Segment {
        private var items: ArraySlice<Int>

        init(_ items: ArraySlice<Int>) { self.items = items }

        var count: Int { items.count }
        mutating func takeFirst() -> Int? { items.popFirst() }
        mutating func takeLast() -> Int? { items.popLast() }
        mutating func append(_ item: Int) { items.append(item) }
    }

    /// The tasks are the artifacts to hand out, in their order; needs that are not among them are there already.
    init(_ tasks: [Int], of plan: Plan, workers: Int) {
        var waitsFor = Array(repeating: 0, count: plan.artifacts.count)
        var dependents: [[Int]] = Array(repeating: [], count: plan.artifacts.count)
        let heights = plan.heights()
        var isTask = Array(repeating: false, count: plan.artifacts.count)
        for task in tasks { isTask[task] = true }
        var first: [[Int]] = Array(repeating: [], count: (heights.max() ?? 0) + 1)
        for task in tasks {
            for need in plan.needs[task] where isTask[need] {
                waitsFor[task] += 1
                dependents[need].append(task)
            }
            if waitsFor[task] == 0 { first[heights[task]].append(task) }
        }
        self.waitsFor = waitsFor
        self.dependents = dependents
        self.heights = heights
        left = tasks.count
        half = tasks.count / 2
        ready = first.map { items in
            (0..<workers).map { worker in
                Segment(items[items.count * worker / workers..<items.count * (worker + 1) / workers])
            }
        }
    }

    /// The next artifact for a worker, after it is done with another; nil when nothing is left to do.
    func next(for worker: Int, after done: Int?) -> Int? {
        monitor.lock()
        defer { monitor.unlock() }
        if let done { finish(done, by: worker) }
        while !stopped, left > 0 {
            if let item = take(for: worker) { return item }
            monitor.wait()
        }
        return nil
    }

    /// Waits until half of everything is done, or nothing more is handed out.
    func waitForHalf() {
        monitor.lock()
        defer { monitor.unlock() }
        while !stopped, left > half { monitor.wait() }
    }

    /// Nothing more is handed out.
    func stop() {
        monitor.lock()
        stopped = true
        monitor.unlock()
        monitor.wakeAll()
    }

    private func finish(_ done: Int, by worker: Int) {
        left -= 1
        for dependent in dependents[done] {
            waitsFor[dependent] -= 1
            if waitsFor[dependent] == 0 { ready[heights[dependent]][worker].append(dependent) }
        }
        if left == 0 || left == half || !dependents[done].isEmpty { monitor.wakeAll() }
    }

    private func take(for worker: Int) -> Int? {
        for height in ready.indices.reversed() {
            if let item = ready[height][worker].takeFirst() { return item }
            if let longest = ready[height].indices.max(by: { ready[height][$0].count < ready[height][$1].count }),
                let item = ready[height][longest].takeLast()
            {
                return item
            }
        }
        return nil
    }
}
