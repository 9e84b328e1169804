internal import Diagnostics

// The private state is a compact binary file, because a build that has nothing to do spends most of its time reading it:
// a head, lengths before everything of varying length, numbers in eight bytes, and a SHA-256 at the end.
extension State {
    private static let head = Array("bulletin state 4\n".utf8)

    func encoded() -> [UInt8] {
        var out = Encoder()
        out.bytes.reserveCapacity(records.count * 256 + 256)
        out.bytes.append(contentsOf: Self.head)
        out.write(program)
        out.write(day)
        out.write(manifest)
        out.write(basis)
        out.write(libraries)
        out.write(records.count)
        for record in records { out.write(record) }
        return out.bytes + Fingerprint(of: out.bytes).bytes
    }

    /// Nil for bytes that are not a whole state of this version.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.head), bytes.count > Self.head.count + 32,
            Fingerprint(of: Array(bytes.dropLast(32))).bytes == Array(bytes.suffix(32))
        else { return nil }
        var input = Decoder(bytes: bytes, next: Self.head.count)
        guard let program = input.fingerprint(), let day = input.text(), let manifest = input.status(),
            let basis = input.basis(), let libraries = input.files(), let count = input.number()
        else { return nil }
        self.init(
            program: program, day: day, manifest: manifest.value, basis: basis.value, libraries: libraries, records: [])
        records.reserveCapacity(count)
        for _ in 0..<count {
            guard let record = input.record() else { return nil }
            records.append(record)
        }
    }
}

private struct Encoder {
    var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        unsafe withUnsafeBytes(of: Int64(number).littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ fingerprint: Fingerprint) { bytes.append(contentsOf: fingerprint.bytes) }

    mutating func write(_ status: FileStatus?) {
        guard let status else { return bytes.append(0) }
        bytes.append(1)
        bytes.append(status.kind.rawValue)
        write(status.size)
        write(status.changed)
        write(Int(bitPattern: UInt(status.inode)))
    }

    mutating func write(_ record: Record) {
        write(record.path.text)
        bytes.append(UInt8(truncatingIfNeeded: Artifact.Share.allCases.firstIndex(of: record.share) ?? 0))
        bytes.append(record.isForOthers ? 1 : 0)
        write(record.inputs)
        write(record.needs)
        write(record.size)
        write(record.sha256)
        write(record.pages ?? -1)
        write(record.status)
        write(record.warnings)
    }

    mutating func write(_ basis: Basis?) {
        guard let basis else { return bytes.append(0) }
        bytes.append(1)
        write(basis.inputs)
        write(basis.fonts)
        bytes.append(basis.span == nil ? 0 : 1)
        if let span = basis.span {
            write(span.lowerBound)
            write(span.upperBound)
        }
        write(basis.diagnostics)
    }

    mutating func write(_ files: [MachineFile]) {
        write(files.count)
        for file in files {
            write(file.path)
            write(file.status)
        }
    }

    mutating func write(_ diagnostics: [Diagnostic]) {
        write(diagnostics.count)
        for diagnostic in diagnostics { write(diagnostic) }
    }

    mutating func write(_ diagnostic: Diagnostic) {
        write(diagnostic.code.id)
        write(diagnostic.length)
        bytes.append(diagnostic.place == nil ? 0 : 1)
        if let place = diagnostic.place {
            write(place.file)
            write(place.line)
            write(place.column)
            write(place.byte)
            write(place.lineText)
        }
        write(diagnostic.arguments.count)
        for (name, wording) in diagnostic.arguments.sorted(by: { $0.key < $1.key }) {
            write(name)
            write(wording.zh)
            write(wording.en)
        }
    }
}

private struct Decoder {
    let bytes: [UInt8]
    var next: Int

    private static let codes = Dictionary(
        DiagnosticCode.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - next else { return nil }
        defer { next += count }
        return bytes[next..<next + count]
    }

    mutating func byte() -> UInt8? { take(1)?.first }

    mutating func number() -> Int? {
        guard let eight = take(8) else { return nil }
        return Int(truncatingIfNeeded: eight.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    mutating func text() -> String? {
        guard let count = number(), let bytes = take(count) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func fingerprint() -> Fingerprint? { take(32).flatMap { Fingerprint(bytes: $0) } }

    mutating func status() -> (value: FileStatus?, Void)? {
        guard let present = byte() else { return nil }
        if present == 0 { return (nil, ()) }
        guard let kind = byte().flatMap({ FileStatus.Kind(rawValue: $0) }), let size = number(), let changed = number(),
            let inode = number()
        else { return nil }
        return (FileStatus(kind: kind, size: size, changed: changed, inode: UInt64(UInt(bitPattern: inode))), ())
    }

    mutating func record() -> Record? {
        guard let path = text(), let share = byte(), share < Artifact.Share.allCases.count, let isForOthers = byte(),
            let inputs = fingerprint(), let needs = fingerprint(), let size = number(), let sha256 = fingerprint(),
            let pages = number(),
            let status = status(), let warnings = diagnostics()
        else { return nil }
        return Record(
            path: OutputPath(trusted: path), share: Artifact.Share.allCases[Int(share)], inputs: inputs, needs: needs,
            size: size, sha256: sha256, pages: pages < 0 ? nil : pages, status: status.value, warnings: warnings,
            isForOthers: isForOthers == 1)
    }

    mutating func basis() -> (value: Basis?, Void)? {
        guard let present = byte() else { return nil }
        if present == 0 { return (nil, ()) }
        guard let inputs = fingerprint(), let fonts = files(), let hasSpan = byte() else { return nil }
        var basis = Basis(inputs: inputs, fonts: fonts)
        if hasSpan == 1 {
            guard let start = number(), let end = number(), start <= end else { return nil }
            basis.span = start..<end
        }
        guard let diagnostics = diagnostics() else { return nil }
        basis.diagnostics = diagnostics
        return (basis, ())
    }

    mutating func files() -> [MachineFile]? {
        guard let count = number() else { return nil }
        var result: [MachineFile] = []
        for _ in 0..<count {
            guard let path = text(), let status = status() else { return nil }
            result.append(MachineFile(path, status.value))
        }
        return result
    }

    mutating func diagnostics() -> [Diagnostic]? {
        guard let count = number() else { return nil }
        var result: [Diagnostic] = []
        for _ in 0..<count {
            guard let diagnostic = diagnostic() else { return nil }
            result.append(diagnostic)
        }
        return result
    }

    mutating func diagnostic() -> Diagnostic? {
        guard let code = text().flatMap({ Self.codes[$0] }), let length = number(), let hasPlace = byte() else {
            return nil
        }
        var place: SourcePlace?
        if hasPlace == 1 {
            guard let file = text(), let line = number(), let column = number(), let byte = number(),
                let lineText = text()
            else { return nil }
            place = SourcePlace(file: file, line: line, column: column, byte: byte, lineText: lineText)
        }
        guard let count = number() else { return nil }
        var arguments: [String: Wording] = [:]
        for _ in 0..<count {
            guard let name = text(), let zh = text(), let en = text() else { return nil }
            arguments[name] = Wording(zh, en)
        }
        return Diagnostic(code, at: place, length: length, arguments)
    }
}
