internal import Diagnostics
internal import Glibc

// What the machine refuses, as the user is told.
extension Diagnostic {
    /// The folder is the output folder as the user named it.
    static func machine(_ error: SystemError, in folder: String) -> Diagnostic {
        // A staged file is named by the place that it is for.
        let staged = OutputFolder.staged + "/"
        let file = error.path.hasPrefix(staged) ? String(error.path.dropFirst(staged.count)) : error.path
        let path = file.isEmpty || file == folder ? folder : "\(folder)/\(file)"
        let shown: [String: Wording] = ["path": Wording(path)]
        switch error.number {
        case ENOSPC, EDQUOT: return Diagnostic(.diskFull, at: nil, shown)
        case EACCES, EPERM, EROFS: return Diagnostic(.outputNotWritable, at: nil, shown)
        case ENOTDIR, ELOOP: return Diagnostic(.notAFolder, at: nil, shown)
        default:
            let words = unsafe String(cString: strerror(error.number))
            let reason = Wording("错误 \(error.number)（\(words)）", "error \(error.number) (\(words))")
            return Diagnostic(.outputFailed, at: nil, shown.merging(["reason": reason]) { $1 })
        }
    }

    static func inTheWay(_ path: String, of output: OutputFolder) -> Diagnostic {
        Diagnostic(.foreignFile, at: nil, ["path": Wording("\(output.path)/\(path)")])
    }

    static func notAFolder(_ path: String, of output: OutputFolder) -> Diagnostic {
        Diagnostic(.notAFolder, at: nil, ["path": Wording("\(output.path)/\(path)")])
    }

    static func notWritable(_ path: String, of output: OutputFolder) -> Diagnostic {
        let shown = path.isEmpty ? output.path : "\(output.path)/\(path)"
        return Diagnostic(.outputNotWritable, at: nil, ["path": Wording(shown)])
    }
}
