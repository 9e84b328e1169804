import Diagnostics
import Tables
import TestSupport
import Testing

@Suite struct CSVTests {
    private func texts(_ text: String) -> [[String]] {
        CSV.records(in: Array(text.utf8)).records.map { $0.map(\.text) }
    }

    @Test(arguments: [
        ("甲,乙\n丙,丁\n", [["甲", "乙"], ["丙", "丁"]]),
        ("甲,乙\r\n丙,丁", [["甲", "乙"], ["丙", "丁"]]),
        ("甲\r乙", [["甲"], ["乙"]]),
        ("\"甲,乙\",丙", [["甲,乙", "丙"]]),
        ("\"他说\"\"好\"\"\",丙", [["他说\"好\"", "丙"]]),
        ("\"第一行\n第二行\",丙\n丁", [["第一行\n第二行", "丙"], ["丁"]]),
        ("甲,,", [["甲", "", ""]]),
        (",\n", [["", ""]]),
        ("\n\n甲\n\n", [["甲"]]),
        ("\"\"", [[""]]),
        ("甲\"乙", [["甲\"乙"]]),
        ("", []),
    ])
    func recordsAreReadAsInRFC4180(text: String, expected: [[String]]) { #expect(texts(text) == expected) }

    @Test func cellsKnowWhereTheyStand() {
        let cells = CSV.records(in: Array("甲,\"乙\"\"\" ,c".utf8)).records[0]
        #expect(cells.map { "\($0.start)+\($0.length)" } == ["0+3", "4+8", "13+1"])
    }

    @Test func faultsAreNamedAndReadingGoesOn() {
        let (records, faults) = CSV.records(in: Array("\"甲\"乙,丙\n丁,\"戊\n己".utf8))
        #expect(faults.map(\.code) == [.csvTextAfterQuote, .csvQuoteNotClosed])
        #expect(faults.map(\.offset) == [5, 17])
        #expect(records.map { $0.map(\.text) } == [["甲乙", "丙"], ["丁", "戊\n己"]])
    }

    /// Whatever the cells hold, writing them by the rules and reading them gives the same cells.
    @Test(arguments: 0..<20)
    func writtenCellsAreReadBack(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("甲乙,\"\n\r a，；".unicodeScalars)
        for _ in 0..<100 {
            let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<3).map { _ in
                    var text = String.UnicodeScalarView()
                    for _ in 0..<Int.random(in: 1...5, using: &random) {
                        text.append(alphabet.randomElement(using: &random)!)
                    }
                    return String(text)
                }
            }
            let written = rows.map { $0.map { "\"\(doubled($0))\"" }.joined(separator: ",") }.joined(separator: "\r\n")
            #expect(texts(written) == rows)
        }
    }

    private func doubled(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == "\"" { result.append(scalar) }
        }
        return String(result)
    }
}

@Suite struct TextEncodingTests {
    /// “单位,人数” as Excel and WPS save it on a Chinese Windows.
    private let gb18030: [UInt8] = [0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC8, 0xCB, 0xCA, 0xFD]

    @Test func gb18030IsRecognised() throws {
        let decoded = try #require(TextEncoding.decoded(gb18030))
        #expect(String(decoding: decoded.text, as: UTF8.self) == "单位,人数")
        #expect(decoded.encoding == .gb18030)
    }

    @Test func fourByteGB18030IsRead() throws {
        // U+3400 is 81 39 EE 39.
        let decoded = try #require(TextEncoding.decoded(gb18030 + [0x81, 0x39, 0xEE, 0x39]))
        #expect(String(decoding: decoded.text, as: UTF8.self) == "单位,人数\u{3400}")
    }

    @Test func utf8StaysAsItIsAndLosesItsMark() throws {
        #expect(try #require(TextEncoding.decoded(Array("单位".utf8))).text == Array("单位".utf8))
        let marked = try #require(TextEncoding.decoded([0xEF, 0xBB, 0xBF] + Array("单位".utf8)))
        #expect(marked.text == Array("单位".utf8))
        #expect(marked.encoding == .utf8)
    }

    @Test func utf16WithAMarkIsRead() throws {
        let decoded = try #require(TextEncoding.decoded([0xFF, 0xFE, 0x55, 0x53, 0x4D, 0x4F]))
        #expect(String(decoding: decoded.text, as: UTF8.self) == "单位")
        #expect(decoded.encoding == .utf16)
    }

    @Test(arguments: [[0x61, 0xFF, 0xFF], [0x81], [0xEF, 0xBB, 0xBF, 0x80], [0xFF, 0xFE, 0x00, 0xD8]] as [[UInt8]])
    func otherBytesAreNoText(bytes: [UInt8]) { #expect(TextEncoding.decoded(bytes) == nil) }

    @Test(
        arguments: [
            ([0x61, 0x80], 1), ([0xC0, 0xAF], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0x61, 0xE4, 0xB8], 1), ([0xF0, 0x9F, 0x98], 0), ([0xE4, 0xB8, 0x41], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func malformedUTF8IsFound(bytes: [UInt8], offset: Int) { #expect(TextEncoding.firstMalformedByte(bytes) == offset) }

    @Test(arguments: 0..<20)
    func theStandardLibraryAgrees(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes = (0..<4).map { _ in
                [0x61, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F].randomElement(using: &random)!
                    as UInt8
            }
            #expect(
                (TextEncoding.firstMalformedByte(bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}

@Suite struct SheetTests {
    private let columns = [
        Sheet.Column("单位", "unit", required: true), Sheet.Column("人数", "count", required: true),
        Sheet.Column("备注", "note"),
    ]

    private func read(_ text: String) -> (rows: [[String?]], faults: [String]) {
        var report = Report()
        let sheet = Sheet(SourceFile(path: "t.csv", bytes: Array(text.utf8)), columns: columns, reporting: &report)
        return (
            sheet.rows.map { row in columns.map { row.text($0.name) } },
            report.sorted.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" }
        )
    }

    @Test func columnsAreFoundByTheirNamesInAnyOrder() {
        let (rows, faults) = read("备注,人数,Unit\n,3, 甲 \n,,\n丙,4\n")
        #expect(faults == [])
        #expect(rows == [["甲", "3", nil], [nil, "4", "丙"]])
    }

    @Test(arguments: [
        ("", ["0:0 BB208"]),
        ("单位，人数\n甲，3", ["1:1 BB204"]),
        ("单位;人数\n甲;3", ["1:1 BB204"]),
        ("单位\t人数\n甲\t3", ["1:1 BB204"]),
        ("单位,人熟\n甲,3", ["1:1 BB206", "1:4 BB205"]),
        ("单位,人数,单位\n甲,3,乙", ["1:7 BB207"]),
        ("单位,人数\n甲,3,,\n乙,4,,五", ["3:6 BB203"]),
        ("单位,人数\n\"甲\"x,3", ["2:4 BB202"]),
        ("单位,人数\n甲,\"3", ["2:3 BB201"]),
    ])
    func faultsOfTheHeaderAndRowsAreNamed(text: String, expected: [String]) { #expect(read(text).faults == expected) }
}
