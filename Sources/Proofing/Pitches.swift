/// How far lines of each size are apart on a page.
struct Pitches {
    private var pitches: [(size: Double, pitch: Double)] = []

    init(_ chains: [[TextLine]]) {
        var steps: [(size: Double, steps: [Double])] = []
        for chain in chains where chain.count > 1 {
            let own = zip(chain, chain.dropFirst()).map { $1.base - $0.base }
            if let index = steps.firstIndex(where: { abs($0.size - chain[0].size) < 0.02 * chain[0].size }) {
                steps[index].steps += own
            } else {
                steps.append((chain[0].size, own))
            }
        }
        pitches = steps.map { ($0.size, Block.pitch($0.steps, $0.size).value) }
    }

    /// 0 where nothing tells.
    func pitch(of size: Double) -> Double { pitches.first { abs($0.size - size) < 0.02 * size }?.pitch ?? 0 }
}
