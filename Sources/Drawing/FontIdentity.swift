package import Diagnostics
import Glibc

extension FontSources {
    /// What tells one version of a font file from another, on every machine: the head of each file and the directories of
    /// all its faces, which hold a checksum of every table (OpenType, “Table Directory”). Reading the files whole would
    /// cost as much as a build.
    package func identities() throws(Fault) -> [(file: String, bytes: [UInt8])] {
        var result: [(file: String, bytes: [UInt8])] = []
        for source in files {
            let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
            result.append((name, try FontFileReader.directories(of: source.path)))
        }
        return result
    }
}

@safe
private struct FontFileReader: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>

    private init?(_ path: String) {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        unsafe self.file = file
    }

    deinit { unsafe fclose(file) }

    /// The bytes of the collection's head and of each face's directory.
    static func directories(of path: String) throws(Fault) -> [UInt8] {
        guard let reader = FontFileReader(path), let head = reader.bytes(at: 0, count: 12) else {
            throw Fault(.fontUnusable, ["path": .init(path)])
        }
        guard head.starts(with: "ttcf".utf8) else { return head + (reader.directory(at: 0) ?? []) }
        var result = head
        let faces = min(number(head, at: 8, bytes: 4), mostFaces)
        for face in 0..<faces {
            guard let place = reader.bytes(at: 12 + 4 * face, count: 4),
                let directory = reader.directory(at: number(place, at: 0, bytes: 4))
            else { throw Fault(.fontUnusable, ["path": .init(path)]) }
            result += directory
        }
        return result
    }

    private static let mostFaces = 256

    /// Twelve bytes of head, then sixteen for each table: its tag, checksum, place and length.
    private func directory(at offset: Int) -> [UInt8]? {
        guard let head = bytes(at: offset, count: 12) else { return nil }
        return bytes(at: offset, count: 12 + 16 * Self.number(head, at: 4, bytes: 2))
    }

    private func bytes(at offset: Int, count: Int) -> [UInt8]? {
        guard unsafe fseek(file, offset, SEEK_SET) == 0 else { return nil }
        var result = [UInt8](repeating: 0, count: count)
        return unsafe fread(&result, 1, count, file) == count ? result : nil
    }

    private static func number(_ bytes: [UInt8], at offset: Int, bytes count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
}
