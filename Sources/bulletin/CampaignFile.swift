import Diagnostics
import Files
import Glibc

/// A Markdown file and the campaign that it belongs to.
struct CampaignFile {
    /// The content folder, as the user would write it.
    let content: String
    /// Below the content folder, such as `policy/interpretation.md`.
    let piece: String

    /// `content` is the folder that the user stated; without it, the campaign is the one that the file lies in.
    init(_ file: String, content stated: String?) throws(Fault) {
        guard let real = FileAccess.realPath(file) else {
            throw Fault(.fileUnreadable, ["path": .init(file), "reason": FileAccess.reason(ENOENT)])
        }
        let content = stated ?? Self.folder(of: Self.folder(of: file))
        let names = real.split(separator: "/").suffix(2)
        let piece = names.joined(separator: "/")
        guard let folder = FileAccess.realPath(content), real == "\(folder)/\(piece)",
            FileAccess.realPath("\(content)/campaign.yaml") != nil
        else {
            throw Fault(.fileNotInCampaign, ["path": .init(file), "content": .init(content)])
        }
        self.content = content
        self.piece = piece
    }

    /// The folder of a path, without looking at the disk: of `a/b` it is `a`, of `a` it is `.`, of `.` it is `..`.
    private static func folder(of path: String) -> String {
        if path == "." || path.hasSuffix("..") { return path == "." ? ".." : "\(path)/.." }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
