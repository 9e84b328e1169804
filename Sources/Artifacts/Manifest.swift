internal import Diagnostics

/// `manifest.json`: every output with its path, share, inputs' fingerprint, size, SHA-256 and pages, and the day that they
/// were made for. One line an artifact, sorted by the bytes of the paths; no clock, no machine, so that equal outputs
/// have equal manifests.
enum Manifest {
    static let name = "manifest.json"
    private static let lineStart = "    {\"path\": "

    static func text(day: String, records: [Record]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(records.count * 320 + 128)
        out.append(contentsOf: "{\n  \"format\": 1,\n  \"on\": ".utf8)
        out.append(contentsOf: JSONText.quoted(day).utf8)
        out.append(contentsOf: ",\n  \"artifacts\": [".utf8)
        for (index, record) in records.enumerated() {
            out.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
            out.append(contentsOf: lineStart.utf8)
            out.append(contentsOf: JSONText.quoted(record.path.text).utf8)
            out.append(contentsOf: ", \"share\": \"".utf8)
            out.append(contentsOf: record.share.rawValue.utf8)
            out.append(contentsOf: "\", \"inputs\": \"".utf8)
            out.append(contentsOf: record.inputs.hexDigits)
            out.append(contentsOf: "\", \"size\": ".utf8)
            out.append(contentsOf: String(record.size).utf8)
            out.append(contentsOf: ", \"sha256\": \"".utf8)
            out.append(contentsOf: record.sha256.hexDigits)
            out.append(UInt8(ascii: "\""))
            if let pages = record.pages { out.append(contentsOf: ", \"pages\": \(pages)".utf8) }
            out.append(UInt8(ascii: "}"))
        }
        out.append(contentsOf: (records.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
        return out
    }

    /// The outputs that a manifest lists, for a folder whose private state is lost: enough to know which files are ours,
    /// not enough to skip them. Lines that are not ours are passed over.
    static func records(in text: [UInt8]) -> [Record] {
        let nothing = Fingerprint(of: [])
        return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            // A path holds no quote and no backslash, so that its JSON is the path between quotes.
            let parts = String(decoding: line, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
            guard line.starts(with: lineStart.utf8), parts.count > 7, parts[5] == "share",
                let share = Artifact.Share(rawValue: String(parts[7])), let path = try? OutputPath(String(parts[3]))
            else { return nil }
            return Record(
                path: path, share: share, inputs: nothing, needs: nothing, size: 0, sha256: nothing, status: nil,
                warnings: [])
        }
    }
}
