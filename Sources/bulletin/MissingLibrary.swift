import ArgumentParser
import CDeferred
import Diagnostics
import Glibc
import Synchronization

/// A command that knows how it is to speak.
protocol SpeakingCommand: ParsableCommand {
    var options: ConsoleOptions { get }
}

/// What is said when a library that a work needs is not on this machine. It is found missing in the middle of C, where
/// nothing can be thrown: the process ends there, as if it had been killed, and the output stays as it was.
enum MissingLibrary {
    private static let console = Mutex<Console?>(nil)

    static func say(on console: Console) {
        Self.console.withLock { $0 = console }
        unsafe deferred_tell_missing { library, package, reason in
            let shown = unsafe [
                "library": Wording(String(cString: library)), "package": Wording(String(cString: package)),
                "reason": Wording(String(cString: reason)),
            ]
            MissingLibrary.end(saying: Diagnostic(.libraryMissing, at: nil, shown))
        }
    }

    /// The first thread that misses something speaks for all.
    private static func end(saying diagnostic: Diagnostic) -> Never {
        console.withLock { console in
            // A bar may stand there.
            if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") }
            var report = Report()
            report.add(diagnostic)
            console?.show(report)
            _exit(report.exitStatus)
        }
    }
}
