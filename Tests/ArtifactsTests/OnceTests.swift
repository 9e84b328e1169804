import Artifacts
import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

struct OnceTests {
    @Test func aSharedValueIsMadeOnceForAllWorkers() throws {
        let bench = try Workbench()
        let made = Mutex(0)
        let shared = Once {
            made.withLock { $0 += 1 }
            return Array("layout".utf8)
        }
        let all = try (0..<50).map { index in
            Artifact(path: try OutputPath("\(index)"), share: .site, inputs: Fingerprint(of: [])) { _, sink in
                sink.write(try shared.value())
                return Rendered()
            }
        }
        _ = try OutputTree(bench.output, fileSystem: .unsynced)
            .publish(all, options: PublishOptions(day: "2024-07-10", jobs: 8))
        #expect(made.withLock { $0 } == 1)
        #expect(try bench.files().allSatisfy { try bench.read($0) == "layout" })
    }

    @Test func aFailureIsRememberedForEveryoneWhoAsks() {
        let made = Mutex(0)
        let shared = Once { () throws -> Int in
            made.withLock { $0 += 1 }
            throw Fault(.fileTooLarge)
        }
        for _ in 0..<3 {
            let fault = #expect(throws: Fault.self) { try shared.value() }
            #expect(fault?.diagnostic.code == .fileTooLarge)
        }
        #expect(made.withLock { $0 } == 1)
    }

    @Test func aValueIsLetGoAfterItsLastSharer() throws {
        final class Heavy: Sendable {}
        let made = Mutex(0)
        let shared = Once(sharedBy: 2) {
            made.withLock { $0 += 1 }
            return Heavy()
        }
        weak let heavy = try shared.value()
        #expect(heavy != nil)
        _ = try shared.value()
        #expect(heavy == nil)
        #expect(made.withLock { $0 } == 1)
        _ = try shared.value()
        #expect(made.withLock { $0 } == 2)
    }
}
