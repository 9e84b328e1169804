package import Foundation

/// Runs a program to its end and keeps what it said.
package struct Command: Sendable {
    package let status: Int32
    package let output: [UInt8]
    package let errors: String

    package var outputText: String { String(decoding: output, as: UTF8.self) }

    /// `program` is a path, or a name that is looked up in PATH; `environment` is added to this process's own.
    package static func run(
        _ program: String, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
        input: [UInt8]? = nil
    ) throws -> Command {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let scratch = try Scratch()
        let outputFile = scratch.url.appending(path: "output")
        let errorFile = scratch.url.appending(path: "errors")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        let outputHandle = try FileHandle(forWritingTo: outputFile)
        let errorHandle = try FileHandle(forWritingTo: errorFile)
        process.standardOutput = outputHandle
        process.standardError = errorHandle
        let inputFile = try scratch.write(input ?? [], to: "input")
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        try process.run()
        process.waitUntilExit()
        try outputHandle.close()
        try errorHandle.close()
        return Command(
            status: process.terminationStatus, output: Array(try Data(contentsOf: outputFile)),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }

    /// The product itself, as built with these tests.
    package static func bulletin(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: [UInt8]? = nil
    ) throws -> Command {
        try run(Repository.binary.path, arguments, in: folder, environment: environment, input: input)
    }
}

extension Repository {
    /// The `bulletin` program as `make` builds it.
    package static let binary = root.appending(path: ".build/release/bulletin")
}
