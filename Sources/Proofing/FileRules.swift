import Diagnostics

/// What a file owes to whoever prints it, searches it or has it read out: rules 41 to 44 and 46. They have no line, and no
/// page where they are about the whole file.
struct FileRules {
    let facts: FileFacts

    func check(_ list: inout FindingList) {
        if facts.language.map({ $0.allSatisfy(\.isWhitespace) }) ?? false {
            list.add(.language, .init("没有写明语言", "no language is stated"))
        }
        if facts.hasTitle == false { list.add(.title, .init("没有标题", "there is no title")) }
        if facts.isTagged == false { list.add(.tagged, .init("没有结构标签", "there are no tags")) }
        var told: Set<String> = []
        for font in facts.fonts {
            if !font.isEmbedded, told.insert("embedded \(font.name)").inserted {
                list.add(.embeddedFonts, .init("没有嵌入", "not embedded"), page: font.page, text: font.name)
            }
            if !font.isReadable, told.insert("readable \(font.name)").inserted {
                list.add(
                    .readableText, .init("没有 ToUnicode，字形和文字对不上", "no ToUnicode says what its glyphs stand for"),
                    page: font.page, text: font.name)
            }
        }
    }
}

/// Rule 45: each character that stands for another in the text layer is told once.
struct LookalikeRule {
    private var told: Set<UInt32> = []

    mutating func check(_ page: PageText, _ list: inout FindingList) {
        for block in page.blocks {
            for line in block.lines {
                for box in line.label + line.boxes
                where TextLayer.isLookalike(box.written) && told.insert(box.written).inserted {
                    list.add(.plainIdeographs, line, Self.detail(box))
                }
            }
        }
    }

    private static func detail(_ box: Box) -> Wording {
        let written = code(box.written)
        guard box.scalar.value != box.written else {
            return .init("\(box.scalar) 是兼容字 \(written)", "\(box.scalar) is the compatibility ideograph \(written)")
        }
        return .init(
            "写的是部首 \(written)，看起来是“\(box.scalar)” \(code(box.scalar.value))",
            "the radical \(written) stands for \(box.scalar) \(code(box.scalar.value))")
    }

    private static func code(_ scalar: UInt32) -> String {
        let hex = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
}
