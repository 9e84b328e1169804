import ArgumentParser
import Diagnostics
import Files
import Glibc

/// A file that the user named: written beside its place and renamed, so that no half of it ever stands there.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
        let draft = "\(path).\(getpid()).draft"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        let isWritten = write(bytes, to: descriptor)
        let reason = errno
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed, unsafe rename(draft, path) == 0 else {
            let fault = isWritten && isClosed ? failure(path) : failure(path, reason)
            unsafe unlink(draft)
            throw fault
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    private static func failure(_ path: String, _ number: Int32 = errno) -> Fault { failure(Wording(path), number) }

    static func failure(_ path: Wording, _ number: Int32) -> Fault {
        Fault(.fileUnwritable, ["path": path, "reason": FileAccess.reasonForNotWriting(number)])
    }
}

extension Console {
    /// Makes one file, says what there is to say, and answers with its path; without bytes, ends with the report's status.
    func deliver(to path: String, _ made: (_ report: inout Report) throws -> [UInt8]?) throws {
        var report = Report()
        do {
            if let bytes = try made(&report), !report.hasErrors {
                try OutputFile.write(bytes, to: path)
                show(report)
                answer(path)
                return
            }
        } catch let fault as Fault {
            report.add(fault.diagnostic)
        }
        show(report)
        throw ExitCode(report.exitStatus)
    }
}
