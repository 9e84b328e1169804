import QRCode
import TestSupport
import Testing

@testable import Imaging

/// Pictures of codes: read as telephones read them, refused where no telephone would.
@Suite struct CodePictureTests {
    private func png(_ text: String, moduleSize: Int = 8, quietZone: Int = QRCode.quietZone) throws -> [UInt8] {
        try QRCode(encoding: text).png(moduleSize: moduleSize, quietZone: quietZone)
    }

    @Test(arguments: [
        "http://weixin.qq.com/r/a1", "https://weixin.qq.com/r/\(String(repeating: "k", count: 200))", "柳桥消防",
    ])
    func `a code gives its bytes`(text: String) throws {
        #expect(CodePicture.read(try png(text)) == .code(Array(text.utf8)))
    }

    @Test func `a code that was cut at its edge is read all the same`() throws {
        #expect(
            CodePicture.read(try png("http://weixin.qq.com/r/a1", quietZone: 0))
                == .code(Array("http://weixin.qq.com/r/a1".utf8)))
    }

    @Test func `a picture cut short at any byte is broken`() throws {
        let whole = try png("http://weixin.qq.com/r/a1")
        for count in stride(from: 0, to: whole.count, by: 7) {
            #expect(CodePicture.read(Array(whole.prefix(count))) == .broken, "\(count)")
        }
    }

    @Test func `what is no picture is broken`() {
        for text in ["", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a", "\u{89}PNG"] {
            #expect(CodePicture.read(Array(text.utf8)) == .broken)
        }
    }

    @Test func `a small picture is named with its size`() throws {
        let code = try QRCode(encoding: "http://weixin.qq.com/r/a1")
        let side = (code.size + 8) * 4
        #expect(CodePicture.read(code.png(moduleSize: 4)) == .wrongSize(width: side, height: side))
    }

    @Test func `a head that states millions of pixels is refused before anything is decoded`() throws {
        var bomb = try png("http://weixin.qq.com/r/a1")
        bomb.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
        #expect(CodePicture.read(bomb) == .wrongSize(width: 65_536, height: 65_536))
    }

    @Test func `random damage never crashes and never gives another code`() throws {
        var generator = SeededGenerator(seed: 7)
        let whole = try png("http://weixin.qq.com/r/a1")
        for _ in 0..<200 {
            var damaged = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[Int.random(in: 8..<damaged.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            if case .code(let bytes) = CodePicture.read(damaged) {
                #expect(bytes == Array("http://weixin.qq.com/r/a1".utf8))
            }
        }
    }
}
