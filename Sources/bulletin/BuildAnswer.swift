import Artifacts
import Diagnostics

/// What a build says when it is done: what was made and what to open, in a few lines.
struct BuildAnswer {
    let summary: PublishSummary
    let output: String
    let console: Console

    func show() {
        switch console.format {
        case .text: showText()
        case .json: Console.writeOutput(json + "\n")
        }
    }

    private func showText() {
        for (share, tally) in summary.byShare {
            console.answer("\(name(of: share))\(path(of: share))  \(files(tally))")
        }
        console.answer(
            console.say(
                "新做 \(summary.made)，未变 \(summary.unchanged)，移走 \(summary.removed)。",
                "\(summary.made) made, \(summary.unchanged) unchanged, \(summary.removed) removed."))
        let hasPages = summary.byExtension.contains { kind, _ in kind == "html" }
        if hasPages, summary.byShare.contains(where: { $0.share == .site }) {
            console.answer(
                console.say("用浏览器打开 \(output)/site/index.html", "Open \(output)/site/index.html in a browser."))
        }
    }

    private func name(of share: Artifact.Share) -> String {
        switch share {
        case .site: console.say("网站  ", "site      ")
        case .wechat: console.say("公众号", "WeChat    ")
        case .posters: console.say("海报  ", "posters   ")
        case .handbook: console.say("手册  ", "handbooks ")
        }
    }

    private func path(of share: Artifact.Share) -> String { "  \(output)/\(share.rawValue)/" }

    private func files(_ tally: PublishSummary.Tally) -> String {
        let megabytes = tally.bytes / 100_000
        let size = "\(megabytes / 10).\(megabytes % 10) MB"
        return console.say("\(tally.files) 个文件，\(size)", "\(tally.files) files, \(size)")
    }

    /// One object: made, unchanged, removed, and for each kind of file its number, bytes and seconds of rendering.
    private var json: String {
        let kinds = summary.byExtension.map { kind, tally in
            let seconds = Double(Int(tally.seconds * 1000)) / 1000
            return "\(JSONText.quoted(kind)):{\"files\":\(tally.files),\"bytes\":\(tally.bytes),\"made\":\(tally.made),"
                + "\"seconds\":\(seconds)}"
        }
        return "{\"made\":\(summary.made),\"unchanged\":\(summary.unchanged),\"removed\":\(summary.removed),"
            + "\"kinds\":{\(kinds.joined(separator: ","))}}"
    }
}
