import Foundation

/// What `zbarimg` reads in a picture, byte for byte; nil when it finds no symbol.
package func decodedSymbol(in png: [UInt8]) throws -> [UInt8]? {
    let scratch = try Scratch()
    let picture = try scratch.write(png, to: "code.png")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zbarimg")
    process.arguments = ["--quiet", "--raw", "--oneshot", "-Sbinary", picture.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(bytes) : nil
}
