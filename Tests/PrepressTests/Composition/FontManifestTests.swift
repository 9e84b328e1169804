import Artifacts
import Drawing
import Foundation
import Tables
import TestSupport
import Testing

@testable import Prepress

/// fonts.csv answers for every font that is printed: which file, under which licence, for which characters.
@Suite struct FontManifestTests {
    /// Georgian is in no face of the theme but in a fallback.
    private func manifest(licences: [String: String] = [:], cache: FontCache? = nil) throws -> FontManifest {
        let book = try PressFixture.fonts(for: "国家ｱ", roles: [.serif, .hand])
        return FontManifest(records: book.records(), licences: licences, cache: cache)
    }

    @Test func `each face stands with its file, its licence, its hash and its characters`() throws {
        let book = try PressFixture.fonts(for: "国家", roles: [.serif])
        let records = book.records()
        let table = try FontManifest(records: records, licences: [:], cache: nil).table()
        #expect(table.columns.map(\.title) == ["字体", "字重", "文件", "许可", "SHA-256", "字数", "用到的字"])
        let row = try #require(table.rows.first).map(\.text)
        #expect(row[0] == "Noto Serif CJK SC" && row[1] == "400")
        let record = try #require(records.first)
        #expect(row[2] == URL(filePath: record.path).lastPathComponent)
        #expect(row[3].contains("SIL Open Font License"))
        let sum = try PressFixture.output(of: "sha256sum", [record.path]).prefix(64)
        #expect(row[4] == sum)
        #expect(row[6].contains("国") && row[6].contains("家") && !row[6].contains("反"))
        #expect(row[5] == "\(row[6].unicodeScalars.count)")
        #expect(String(decoding: table.csv, as: UTF8.self).hasPrefix("\u{FEFF}字体,字重,"))
    }

    @Test func `a character that a fallback lends stands with the fallback`() throws {
        let records = try manifest().records
        for record in records {
            let isSerif = record.family.hasPrefix("Noto Serif")
            #expect(record.characters.contains("国") == (isSerif || record.family == "LXGW WenKai"), "\(record.family)")
        }
        // Every character of the book is set in some face.
        #expect(Set(records.flatMap(\.characters)).isSuperset(of: "国家ｱ".unicodeScalars))
    }

    @Test func `a licence that theme.yaml records stands in place of the file's own words`() throws {
        let table = try manifest(licences: ["LXGW WenKai": "合同 2024-018"]).table()
        for row in table.rows {
            #expect((row[3].text == "合同 2024-018") == (row[0].text == "LXGW WenKai"))
        }
    }

    @Test func `hashes are kept between runs and are the same`() throws {
        let scratch = try Scratch()
        let cache = FontCache(folder: scratch.path)
        let fresh = try manifest().table()
        #expect(try manifest(cache: cache).table() == fresh)
        #expect(try !FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
        #expect(try manifest(cache: cache).table() == fresh)
    }
}
