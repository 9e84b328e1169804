internal import Synchronization

/// A value that several artifacts share and that is made when the first of them asks: the layout behind the PDF, PNG and
/// HTML of one poster, the base that forty handbooks are stamped on.
///
/// Others that ask meanwhile wait for it. What making it throws is thrown at everyone who asks, so that each artifact fails
/// with the same diagnostic. Making it must not ask the same `Once`.
package final class Once<Value: Sendable>: Sendable {
    private enum State {
        case unmade
        case made(Value)
        case failed(any Error)
    }

    private let state = Mutex((state: State.unmade, asked: 0))
    private let sharers: Int?
    private let make: @Sendable () throws -> Value

    /// `sharers` is the number of artifacts that will ask; after that many answers the value is let go, so that
    ///   the memory of a large campaign stays bounded. (Who asks later still gets it, made anew.) Nil keeps it.
    package init(sharedBy sharers: Int? = nil, _ make: @escaping @Sendable () throws -> Value) {
        self.sharers = sharers
        self.make = make
    }

    package func value() throws -> Value {
        try state.withLock { current in
            current.asked += 1
            if case .unmade = current.state {
                do { current.state = .made(try make()) } catch { current.state = .failed(error) }
            }
            let answer = current.state
            if let sharers, current.asked >= sharers { current.state = .unmade }
            switch answer {
            case .made(let value): return value
            case .failed(let error): throw error
            case .unmade: return try make()
            }
        }
    }
}
