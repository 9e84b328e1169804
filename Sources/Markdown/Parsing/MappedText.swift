/// A text that was put together from parts of a file, and where each byte of it stands there.
///
/// Between two segment starts text and file run in parallel; inserted bytes map to the file's next byte.
struct MappedText {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var places: [Int] = []
    /// Where the file goes on behind the last byte, so that appending the next byte needs no new segment.
    private var upcoming = -1

    init() {}

    /// A stretch of a file as it is.
    init(_ bytes: ArraySlice<UInt8>, at place: Int) {
        self.bytes = Array(bytes)
        starts = [0]
        places = [place]
        upcoming = place + bytes.count
    }

    mutating func reserve(_ capacity: Int, segments: Int) {
        bytes.reserveCapacity(capacity)
        starts.reserveCapacity(segments)
        places.reserveCapacity(segments)
    }

    mutating func append(_ part: some Collection<UInt8>, at place: Int) {
        if place != upcoming {
            starts.append(bytes.count)
            places.append(place)
        }
        bytes.append(contentsOf: part)
        upcoming = place + part.count
    }

    /// Appends bytes that the file does not have, before the file's byte `place`.
    mutating func insert(_ part: some Collection<UInt8>, before place: Int) {
        starts.append(bytes.count)
        places.append(place)
        bytes.append(contentsOf: part)
        upcoming = -1
    }

    /// Appends a part of another text, which keeps its places.
    mutating func append(_ range: Range<Int>, of other: MappedText) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(range.upperBound, other.segmentEnd(at: start))
            append(other.bytes[start..<end], at: other.place(of: start))
            start = end
        }
    }

    /// The byte of the file where a byte of the text stands.
    func place(of index: Int) -> Int {
        guard let segment = segment(at: index) else { return 0 }
        return places[segment] + index - starts[segment]
    }

    /// The end of the stretch around a byte that runs in parallel with the file.
    func segmentEnd(at index: Int) -> Int {
        guard let segment = segment(at: index), segment + 1 < starts.count else { return bytes.count }
        return starts[segment + 1]
    }

    private func segment(at index: Int) -> Int? {
        if starts.count < 2 { return starts.isEmpty ? nil : 0 }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return low
    }
}
