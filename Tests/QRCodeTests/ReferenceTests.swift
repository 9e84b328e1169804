import CQRencode
import QRCode
import TestSupport
import Testing

/// Our symbols held against those of libqrencode.
@Suite struct ReferenceTests {
    /// The reference may prefer another mask; then the symbols differ by the two masks and nothing else.
    @Test(arguments: QRCode.Level.allCases)
    func everyVersionEqualsTheReference(level: QRCode.Level) throws {
        var generator = SeededGenerator(seed: 18004)
        var versions: Set<Int> = []
        var sameMask = 0
        var length = 1
        while length < 2953 {
            let text = String(
                decoding: (0..<length).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }, as: UTF8.self)
            guard let ours = try? QRCode(encoding: text, level: level) else { break }
            let theirs = try #require(reference(text, level))
            #expect(ours.size == theirs.size)
            versions.insert((ours.size - 17) / 4)
            let masks = (mask(of: ours), mask(of: theirs))
            if masks.0 == masks.1 { sameMask += 1 }
            for index in ours.modules.indices {
                let (row, column) = (index / ours.size, index % ours.size)
                let differs = inverts(masks.0, row, column) != inverts(masks.1, row, column)
                let isFormat = row == 8 || column == 8
                guard ours.modules[index] == theirs.modules[index] || differs || isFormat else {
                    Issue.record("level \(level) length \(length) row \(row) column \(column)")
                    return
                }
            }
            length += 1 + length / 24
        }
        #expect(versions == Set(1...40))
        #expect(sameMask > 40)
    }

    private func reference(_ text: String, _ level: QRCode.Level) -> QRCode? {
        let bytes = Array(text.utf8)
        let native = [QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H]
        let index = QRCode.Level.allCases.firstIndex(of: level) ?? 0
        guard let symbol = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, native[index]) else { return nil }
        defer { unsafe QRcode_free(symbol) }
        let size = Int(unsafe symbol.pointee.width)
        let cells = unsafe UnsafeBufferPointer(start: symbol.pointee.data, count: size * size)
        return QRCode(size: size, modules: unsafe cells.map { $0 & 1 == 1 })
    }

    /// The three mask bits of the format beside the upper left finder.
    private func mask(of code: QRCode) -> Int {
        let bits = (2...4).map { code.modules[8 * code.size + $0] ? 1 : 0 }
        return (bits[0] << 2 | bits[1] << 1 | bits[2]) ^ 0b101
    }

    private func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
