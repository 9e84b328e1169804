import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct TableFileTests {
    private static let table = TableFile(
        columns: [.init("名称", width: 20), .init("份数")],
        rows: [[.text("=1+1"), .number(3)], [.text("甲，乙"), .number(4)], [.text("a,\"b\""), .number(0)]],
        total: [.text("合计"), .number(7)])
    private static let properties = TableFile.Properties(
        title: "清单", author: "管委会", sheet: "清单", year: 2024, month: 7, day: 1)

    @Test func aSpreadsheetOpensTheCSVAsChineseAndRunsNothing() {
        let text = String(decoding: Self.table.csv, as: UTF8.self)
        #expect(text == "\u{FEFF}名称,份数\r\n'=1+1,3\r\n甲，乙,4\r\n\"a,\"\"b\"\"\",0\r\n合计,7\r\n")
    }

    /// Read back by another program: cells, the kinds of the numbers, the stated day and no other time.
    @Test func theWorkbookHoldsTheCells() throws {
        let scratch = try Scratch()
        let file = try scratch.write(try Self.table.workbook(Self.properties), to: "table.xlsx")
        let program = """
            from re import findall
            from sys import argv
            from zipfile import ZipFile
            book = ZipFile(argv[1])
            assert book.testzip() is None
            assert {entry.date_time[0] for entry in book.infolist()} == {1980}
            words = findall("<si><t[^>]*>(.*?)</t></si>", book.read("xl/sharedStrings.xml").decode())
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            for row in findall("<row .*?</row>", sheet):
                cells = findall('<c r="[A-Z0-9]*"(?: s="[0-9]*")?( t="s")?><v>(.*?)</v>', row)
                print("|".join(words[int(value)] if text else "#" + value for text, value in cells))
            print(findall("created[^>]*>([^<]*)<", book.read("docProps/core.xml").decode())[0])
            """
        let output = try Command.run("python3", ["-c", program, file.path]).outputText
        #expect(
            output == "名称|份数\n=1+1|#3\n甲，乙|#4\na,&quot;b&quot;|#0\n合计|#7\n2024-07-01T00:00:00Z\n"
                || output == "名称|份数\n=1+1|#3\n甲，乙|#4\na,\"b\"|#0\n合计|#7\n2024-07-01T00:00:00Z\n")
    }

    @Test func theSameTableGivesTheSameWorkbook() throws {
        #expect(try Self.table.workbook(Self.properties) == Self.table.workbook(Self.properties))
        var other = Self.properties
        other.day = 2
        #expect(try Self.table.workbook(other) != Self.table.workbook(Self.properties))
    }
}
