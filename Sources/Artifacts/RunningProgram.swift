internal import Glibc

extension PublishOptions {
    /// The program file of this process, by its size, time and inode: reading 50 MB would cost more than a whole build.
    package static let runningProgram: Fingerprint = {
        var identity = FingerprintBuilder("program")
        identity.add("file", MachineFile("/proc/self/exe"))
        return identity.finish()
    }()

    /// Where the loader finds the libraries that this process opens later, and those that it has loaded by now.
    package static var runningLoader: Fingerprint {
        var identity = FingerprintBuilder("loader")
        let folders = variable("LD_LIBRARY_PATH")
        identity.add("preloaded", variable("LD_PRELOAD"))
        identity.add("folders", folders)
        let places = ["/etc/ld.so.cache"] + (folders ?? "").split { $0 == ":" || $0 == ";" }.map(String.init)
        for file in places.map({ MachineFile($0) }) + MachineFile.loadedLibraries() { identity.add("file", file) }
        return identity.finish()
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
