import Diagnostics

/// A bar that redraws itself on a terminal; elsewhere, a plain line at each tenth of the work.
final class Progress {
    private let console: Console
    private var shownTenth = 0
    private var shownWidth = 0

    init(console: Console) { self.console = console }

    func update(done: Int, total: Int, path: String) {
        guard !console.quiet, console.format == .text, total > 0 else { return }
        if Console.errorIsTerminal {
            let filled = done * 24 / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            Console.writeError("\r\u{1B}[K\(bar) \(done)/\(total) \(path)")
            shownWidth = 1
        } else if done * 10 / total > shownTenth {
            shownTenth = done * 10 / total
            Console.writeError("\(done)/\(total)\n")
        }
    }

    func end() {
        if shownWidth > 0 { Console.writeError("\r\u{1B}[K") }
    }
}
