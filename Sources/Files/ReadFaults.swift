package import Diagnostics
import Glibc

extension FileAccess.Failure {
    /// What the user is told about a file that was not read.
    ///
    /// `path` is the file's name in the message, `limit` the size in bytes that `FileAccess.read` was given.
    package func diagnostic(at place: SourcePlace?, path: String, limit: Int) -> Diagnostic {
        switch self {
        case .system(let number):
            Diagnostic(.fileUnreadable, at: place, ["path": .init(path), "reason": FileAccess.reason(number)])
        case .notAFile:
            Diagnostic(.notARegularFile, at: place)
        case .tooLarge(let size):
            Diagnostic(
                .fileTooLarge, at: place,
                ["size": .init(FileAccess.megabytes(size)), "limit": .init(FileAccess.megabytes(limit))])
        }
    }
}

extension SourceFile {
    /// A text file that a person named; what cannot be read is reported. Whether it is UTF-8 is the reader's to check.
    package static func read(_ path: String, limit: Int, reporting report: inout Report) -> SourceFile? {
        do {
            return SourceFile(path: path, bytes: try FileAccess.read(path, limit: limit))
        } catch {
            report.add(error.diagnostic(at: SourcePlace(file: path), path: path, limit: limit))
            return nil
        }
    }
}

extension FileAccess {
    static func megabytes(_ size: Int) -> String {
        let tenths = (size * 10 + (1 << 20) - 1) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }

    package static func reason(_ number: Int32) -> Wording {
        switch number {
        case ENOENT: .init("文件不存在", "no such file")
        case EACCES, EPERM: .init("没有读取权限", "permission denied")
        case ELOOP: .init("链接转圈", "too many links")
        default: other(number)
        }
    }

    /// The same for a file or folder that was to be made.
    package static func reasonForNotWriting(_ number: Int32) -> Wording {
        switch number {
        case ENOENT: .init("没有这个文件夹", "there is no such folder")
        case ENOTDIR: .init("路径里有一段不是文件夹", "a part of the path is no folder")
        case EISDIR, EBUSY, ENOTEMPTY: .init("这是一个文件夹", "it is a folder")
        case EACCES, EPERM: .init("没有写入权限", "permission denied")
        case EROFS: .init("那里是只读的", "it is read-only there")
        case ENOSPC, EDQUOT: .init("磁盘满了", "the disk is full")
        case ENAMETOOLONG: .init("名字太长", "the name is too long")
        default: other(number)
        }
    }

    private static func other(_ number: Int32) -> Wording { .init("系统错误 \(number)", "system error \(number)") }
}
