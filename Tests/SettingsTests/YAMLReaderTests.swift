import Diagnostics
import Settings
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        ("title：甲\ndate：2024-07-01", ["1:6 BB038", "2:5 BB038"]),
        ("标题：甲", ["1:3 BB038"]),
        ("title:甲\nslug: x", ["1:6 BB039"]),
        ("title: 甲\n\ttags: [甲]", ["2:1 BB021"]),
        ("title: \"甲", ["1:8 BB020"]),
        ("title: 甲\ntags: [甲, 乙\nslug: x", ["3:5 BB020"]),
        ("title: 甲: 乙", ["1:9 BB020"]),
        ("title: @甲", ["1:8 BB020"]),
        ("title: 甲\n---\ntitle: 乙", ["2:1 BB020"]),
        ("title: *甲", ["1:8 BB037"]),
        ("title: &甲 乙", ["1:8 BB037"]),
        ("title: 甲\n? [a]\n: b", ["2:3 BB040"]),
        ("title: 甲\ntitle: 乙\ndate: 某日\nx:\n  a: 1", ["1:1 BB022", "3:7 BB029", "4:1 BB023"]),
        (
            "title: 甲\ntitle: 乙\ntitle: 丙\nperiod:\n  from: 2024-07-01\n  from: 某日",
            ["1:1 BB022", "2:1 BB022", "5:3 BB022", "6:9 BB029"]
        ),
    ])
    func everySlipIsNamedAtItsPlace(text: String, expected: [String]) {
        #expect(Set(reading(text, by: sample).faults) == Set(expected))
    }

    @Test func anAliasBombIsRefused() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (last, name) in zip("abcdefghijk", "bcdefghijkl") {
            text +=
                "\(name): &\(name) [*\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last), *\(last)]\n"
        }
        text += "? *l\n: 1\n"
        #expect(reading(text, by: sample).faults == ["3:8 BB037"])
    }

    @Test(arguments: [
        String(repeating: "[", count: 200_000), "title: " + String(repeating: "{a: ", count: 200_000),
        String(repeating: "- ", count: 200_000), String(repeating: "? ", count: 200_000),
        (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ])
    func bottomlessNestingIsRefused(text: String) {
        let faults = reading(text, by: sample).faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasSuffix("BB036") == true)
    }

    @Test func aSettingsFileOfMegabytesIsRefused() {
        let text = "title: |\n" + String(repeating: "  长长的一行\n", count: 100_000)
        #expect(reading(text, by: sample).faults == ["0:0 BB003"])
    }

    @Test func anEmptyFileHasNoFields() {
        #expect(reading("", by: sample).faults == ["0:0 BB025"])
        #expect(reading("# 只有注释\n", by: sample).faults == ["0:0 BB025"])
    }

    /// The quick scanner may refuse, but where it reads, it must read what YAML reads.
    @Test(arguments: 0..<40)
    func theQuickScannerReadsWhatYAMLReads(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "甲", "乙丙", "a", "B_9", " ", "  ", ":", ": ", "：", "#", " #", "\"", "'", "[", "]", ", ", ",", "{", "}", "-",
            "- ",
            "~", "null", "2024-07-01", "*", "&", "!", "|", ">", "%", "@", "`", "\\", "?", "，", "“", "”", "\u{2028}",
            "\u{85}", "\u{FEFF}", "\t", "(", ")", "/", ".", "http://a.b/c", "true", "😀",
        ]
        for _ in 0..<250 {
            var text = ""
            for line in 0..<Int.random(in: 1...4, using: &random) {
                text += ["k\(line)", "键\(line)", "k k"].randomElement(using: &random)! + ": "
                for _ in 0..<Int.random(in: 0...5, using: &random) { text += pieces.randomElement(using: &random)! }
                text += ["\n", "\r\n"].randomElement(using: &random)!
            }
            let file = SourceFile(path: "s", bytes: Array(text.utf8))
            // A comment that YAML reads past and the scanner too; the block scalar sends the file to the YAML parser.
            let slow = SourceFile(path: "s", bytes: Array((text + "zz: |\n  x\n").utf8))
            var (quickReport, slowReport) = (Report(), Report())
            let quick = YAMLReader.read(file, reporting: &quickReport).map(plain)
            let thorough = YAMLReader.read(slow, reporting: &slowReport).map(plain)
            if let quick, let thorough { #expect(quick + ["zz=“x\n”"] == thorough, "\(text)") }
            #expect((quick == nil) == (thorough == nil), "\(text)")
        }
    }

    private func plain(_ setting: Setting) -> [String] {
        switch setting.value {
        case .nothing: ["nothing"]
        case .text(let text): ["“\(text)”"]
        case .list(let items): ["["] + items.flatMap(plain) + ["]"]
        case .map(let entries): entries.map { "\($0.key.text)=\(plain($0.value).joined())" }
        }
    }
}
