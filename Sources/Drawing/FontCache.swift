import Glibc

/// Cut fonts, and what else is dear to find out about fonts, kept between runs in a folder of the user's own: never part of an output, and nobody misses it when it is gone.
///
/// Each file holds a checksum, the whole key and the font, so that two keys never meet in one file and a damaged file is
/// made again. What cannot be read or written is simply not kept.
package struct FontCache: Hashable, Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// Fonts beyond this many give way, the oldest first: some 30 MB.
    static let room = 64

    package func bytes(for key: [UInt8]) -> [UInt8]? {
        guard let file = unsafe fopen(path(for: key), "rb") else { return nil }
        defer { unsafe fclose(file) }
        unsafe fseek(file, 0, SEEK_END)
        let length = unsafe ftell(file)
        unsafe rewind(file)
        let head = Self.checksumLength + key.count
        guard length > head else { return nil }
        var kept = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = unsafe fread(buffer.baseAddress, 1, length, file)
        }
        guard kept.count == length, kept[Self.checksumLength..<head].elementsEqual(key),
            kept.prefix(Self.checksumLength).elementsEqual(Self.checksum(of: kept[Self.checksumLength...]))
        else { return nil }
        kept.removeFirst(head)
        return kept
    }

    /// Written beside and renamed: another run sees a whole file or none.
    package func keep(_ bytes: [UInt8], for key: [UInt8]) {
        guard makeFolder() else { return }
        makeRoom()
        let path = path(for: key)
        let draft = "\(path).\(getpid())"
        guard let file = unsafe fopen(draft, "wb") else { return }
        let content = key + bytes
        let whole = Self.checksum(of: content[...]) + content
        let written = unsafe fwrite(whole, 1, whole.count, file) == whole.count
        let closed = unsafe fclose(file) == 0
        let renamed = unsafe written && closed && rename(draft, path) == 0
        if !renamed { unsafe unlink(draft) }
    }

    /// For the user alone, as the rules for cache folders say (XDG Base Directory Specification).
    private func makeFolder() -> Bool {
        var path = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            path += path.isEmpty && part.isEmpty ? "" : part
            if !path.isEmpty, unsafe mkdir(path, 0o700) != 0, errno != EEXIST { return false }
            path += "/"
        }
        return true
    }

    private func makeRoom() {
        guard let entries = unsafe opendir(folder) else { return }
        defer { unsafe closedir(entries) }
        var files: [(age: Int, path: String)] = []
        while let entry = unsafe readdir(entries) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            let path = "\(folder)/\(name)"
            guard !name.hasPrefix("."), unsafe stat(path, &status) == 0 else { continue }
            files.append((status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec, path))
        }
        for file in files.sorted(by: { $0 < $1 }).dropLast(Self.room - 1) { unsafe unlink(file.path) }
    }

    private func path(for key: [UInt8]) -> String {
        "\(folder)/\(String(Self.hash(of: key[...]), radix: 16)).font"
    }

    private static let checksumLength = 8

    private static func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        let hash = hash(of: bytes)
        return (0..<checksumLength).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
    }

    /// Against accidents, not against people: eight bytes at a time, FNV's way.
    private static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        unsafe bytes.withUnsafeBytes { buffer in
            var place = 0
            while place + 8 <= buffer.count {
                hash = unsafe (hash ^ buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 29
                place += 8
            }
            while place < buffer.count {
                hash = unsafe (hash ^ UInt64(buffer[place])) &* 0x100_0000_01B3
                place += 1
            }
        }
        return hash
    }
}
