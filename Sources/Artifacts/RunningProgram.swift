internal import CLinux
internal import Glibc

extension PublishOptions {
    /// The program file of this process, by its size, time and inode: reading 50 MB would cost more than a whole build.
    package static let runningProgram: Fingerprint = {
        var identity = FingerprintBuilder("program")
        identity.add("file", identityOfFile("/proc/self/exe") ?? [])
        return identity.finish()
    }()

    /// The libraries that this process has loaded by now, by their files: whoever installs another one wants its work.
    package static var runningLibraries: Fingerprint {
        var paths: [String] = []
        unsafe withUnsafeMutablePointer(to: &paths) { space in
            _ = unsafe dl_iterate_phdr(
                { library, _, space in
                    guard let name = unsafe library?.pointee.name else { return 0 }
                    unsafe space?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name))
                    return 0
                }, space)
        }
        var identity = FingerprintBuilder("libraries")
        for path in paths { identity.add(path, identityOfFile(path) ?? []) }
        return identity.finish()
    }

    /// Size, inode and time of the content; nil where there is no file, as for what the kernel itself puts into a process.
    private static func identityOfFile(_ path: String) -> [UInt8]? {
        var found = stat()
        guard unsafe stat(path, &found) == 0 else { return nil }
        let numbers = [
            Int(found.st_size), Int(truncatingIfNeeded: found.st_ino), found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
        ]
        return numbers.flatMap { number in unsafe withUnsafeBytes(of: Int64(number).littleEndian) { unsafe Array($0) } }
    }
}
