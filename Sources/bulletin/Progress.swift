import Diagnostics
import Synchronization

/// A bar that redraws itself on a terminal; elsewhere, a plain line at each tenth of the work.
final class Progress: Sendable {
    private let console: Console
    /// The last tenth that was said, and whether a bar stands on the terminal.
    private let shown = Mutex((tenth: 0, bar: false))

    init(console: Console) { self.console = console }

    func update(done: Int, total: Int, path: String) {
        guard !console.quiet, console.format == .text, total > 0 else { return }
        shown.withLock { shown in
            if Console.errorIsTerminal {
                let filled = done * 24 / total
                let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
                Console.writeError("\r\u{1B}[K\(bar) \(done)/\(total) \(path)")
                shown.bar = true
            } else if done * 10 / total > shown.tenth {
                shown.tenth = done * 10 / total
                Console.writeError("\(done)/\(total)\n")
            }
        }
    }

    /// Takes the bar off the terminal.
    func end() {
        if shown.withLock({ $0.bar }) { Console.writeError("\r\u{1B}[K") }
    }
}
