import Diagnostics

/// The faults of a file as they are found. Of one kind the first few of each paragraph are kept: naming ten thousand
/// places on one endless line would take minutes and help nobody.
struct FaultList {
    private(set) var all: [Diagnostic] = []
    private var countsInParagraph: [String: Int] = [:]
    private static let limit = 20

    /// `place` is worked out only for what is kept.
    mutating func add(
        _ code: DiagnosticCode, at place: @autoclosure () -> SourcePlace?, length: Int = 1,
        _ arguments: [String: Wording] = [:]
    ) {
        let count = countsInParagraph[code.id, default: 0]
        guard count < Self.limit else { return }
        countsInParagraph[code.id] = count + 1
        all.append(Diagnostic(code, at: place(), length: length, arguments))
    }

    mutating func endParagraph() {
        if !countsInParagraph.isEmpty { countsInParagraph.removeAll(keepingCapacity: true) }
    }
}
