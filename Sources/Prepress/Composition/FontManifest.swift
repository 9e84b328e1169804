import Artifacts
import Diagnostics
import Drawing
import Tables
import Theme

/// fonts.csv: the fonts that a folder's files are printed with. The files hold their fonts already; this table is for whoever
/// must answer for the licences, and for a shop that asks.
struct FontManifest: Sendable {
    let records: [FontRecord]
    /// Licences that theme.yaml records, by family.
    let licences: [String: String]
    let cache: FontCache?

    /// The artifact `<folder>/fonts.csv`. `characters` stands for all that the book was cut to; `book` is asked for when the
    /// table is made.
    static func artifact(
        in folder: String, share: Artifact.Share, characters: Fingerprint, fonts: PressFonts, theme: Theme,
        book: @escaping @Sendable () throws -> FontBook
    ) throws(Fault) -> Artifact {
        var inputs = FingerprintBuilder("font manifest")
        inputs.add("fonts", fonts.fingerprint)
        inputs.add("theme", theme.source)
        inputs.add("characters", characters)
        return Artifact(path: try OutputPath("\(folder)/fonts.csv"), share: share, inputs: inputs.finish()) { _, sink in
            let manifest = FontManifest(
                records: try book().records(), licences: theme.fonts.licences, cache: fonts.sources.cache)
            sink.write(try manifest.table().csv)
            return Rendered()
        }
    }

    /// One row a face. The file stands without its folder, which differs between machines.
    func table() throws(Fault) -> TableFile {
        let used = records.filter { !$0.characters.isEmpty }
        // A font has 20 MB, and nothing is known of it the first time: on all processors.
        let hashes = Parallel.map(used) { record in Result { () throws(Fault) in try hash(of: record) } }
        var rows: [[TableFile.Cell]] = []
        for (record, hash) in zip(used, hashes) {
            rows.append([
                .text(record.family), .number(record.weight),
                .text(record.path.split(separator: "/").last.map(String.init) ?? record.path),
                .text(licences[record.family] ?? record.licence), .text(try hash.get()),
                .number(record.characters.count),
                .text(String(String.UnicodeScalarView(record.characters))),
            ])
        }
        return TableFile(
            columns: ["字体", "字重", "文件", "许可", "SHA-256", "字数", "用到的字"].map { .init($0) }, rows: rows, total: [])
    }

    /// Of the whole file, 20 MB or so: kept between runs with the cut fonts.
    private func hash(of record: FontRecord) throws(Fault) -> String {
        let key = Array("sha256 \(record.version) \(record.path)".utf8)
        if let kept = cache?.bytes(for: key) { return String(decoding: kept, as: UTF8.self) }
        guard let hash = Fingerprint(ofFile: record.path) else {
            throw Fault(.fontUnusable, ["path": .init(record.path)])
        }
        cache?.keep(Array(hash.hex.utf8), for: key)
        return hash.hex
    }
}
