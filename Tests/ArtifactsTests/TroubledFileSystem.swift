import Artifacts
import Foundation
import Glibc

/// Counts the calls of a file system, and makes trouble at one of them.
final class Trouble: @unchecked Sendable {
    enum Kind {
        /// The call fails with an errno, the later ones succeed.
        case failure(Int32)
        /// The process is dead: nothing is done any more, by this call and all later ones.
        case death
        /// The process really ends, at once.
        case exit
    }

    private let lock = NSLock()
    private let call: Int
    private let kind: Kind
    private(set) var calls = 0

    /// Calls count from 1; 0 never makes trouble.
    init(atCall call: Int, _ kind: Kind) {
        self.call = call
        self.kind = kind
    }

    func step(_ path: String) throws(SystemError) {
        let number = lock.withLock {
            calls += 1
            return calls
        }
        guard call > 0, number >= call else { return }
        switch kind {
        case .failure(let errno): if number == call { throw SystemError(number: errno, path: path) }
        case .death: throw SystemError(number: EIO, path: path)
        case .exit: _exit(86)
        }
    }
}

extension FileSystem {
    /// Only `close` and `unlock` are spared: the system does both for a dead process.
    static func real(with trouble: Trouble) -> FileSystem {
        let real = FileSystem.unsynced
        var fileSystem = real
        fileSystem.openFolder = { path throws(SystemError) in
            try trouble.step(path)
            return try real.openFolder(path)
        }
        fileSystem.open = { folder, path, purpose throws(SystemError) in
            try trouble.step(path)
            return try real.open(folder, path, purpose)
        }
        fileSystem.read = { file, count throws(SystemError) in
            try trouble.step("")
            return try real.read(file, count)
        }
        fileSystem.write = { file, bytes throws(SystemError) in
            try trouble.step("")
            try real.write(file, bytes)
        }
        fileSystem.statusOfOpen = { file throws(SystemError) in
            try trouble.step("")
            return try real.statusOfOpen(file)
        }
        fileSystem.status = { folder, path throws(SystemError) in
            try trouble.step(path)
            return try real.status(folder, path)
        }
        fileSystem.mayWrite = { folder, path throws(SystemError) in
            try trouble.step(path)
            return try real.mayWrite(folder, path)
        }
        fileSystem.list = { folder, path throws(SystemError) in
            try trouble.step(path)
            return try real.list(folder, path)
        }
        fileSystem.makeFolder = { folder, path throws(SystemError) in
            try trouble.step(path)
            try real.makeFolder(folder, path)
        }
        fileSystem.rename = { folder, from, to throws(SystemError) in
            try trouble.step(to)
            try real.rename(folder, from, to)
        }
        fileSystem.removeFile = { folder, path throws(SystemError) in
            try trouble.step(path)
            try real.removeFile(folder, path)
        }
        fileSystem.removeFolder = { folder, path throws(SystemError) in
            try trouble.step(path)
            try real.removeFolder(folder, path)
        }
        fileSystem.syncAll = { _ throws(SystemError) in try trouble.step("") }
        fileSystem.sync = { _ throws(SystemError) in try trouble.step("") }
        fileSystem.lock = { file throws(SystemError) in
            try trouble.step("")
            return try real.lock(file)
        }
        return fileSystem
    }
}
