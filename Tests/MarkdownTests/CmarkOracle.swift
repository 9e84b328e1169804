import Foundation
import Glibc
import TestSupport

/// The program `cmark`, asked for the HTML of many texts in a few processes.
enum CmarkOracle {
    /// What `cmark` in its default, safe mode writes for each text.
    static func html(of texts: [[UInt8]]) throws -> [[UInt8]] {
        let scratch = try Scratch()
        for (index, text) in texts.enumerated() { write(text, to: "\(scratch.path)/\(index).md") }
        let workers = 2
        let shells = try (0..<workers).map { worker in
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = [
                "-c",
                "i=\(worker); while [ $i -lt \(texts.count) ]; do cmark $i.md > $i.html; i=$((i+\(workers))); done",
            ]
            shell.currentDirectoryURL = scratch.url
            try shell.run()
            return shell
        }
        for shell in shells { shell.waitUntilExit() }
        return try texts.indices.map { try scratch.read("\($0).html") }
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        guard let file = unsafe fopen(path, "wb") else { return }
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }
}
