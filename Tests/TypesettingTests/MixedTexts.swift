import TestSupport

/// Paragraphs as the checklist's trial has them: Han, marks in all pairs, Latin, numbers with units, names with ·.
enum MixedTexts {
    static let marks = Array("，。、；：？！（）《》“”「」『』【】〔〕·")

    static func paragraphs(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        var pair = 0
        return (0..<count).map { _ in paragraph(&random, pair: &pair) }
    }

    private static func paragraph(_ random: inout SeededGenerator, pair: inout Int) -> String {
        var text = ""
        let parts = Int.random(in: 8...22, using: &random)
        for _ in 0..<parts {
            text += han(Int.random(in: 2...9, using: &random), &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: text += pick(latin, &random)
            case 2, 3: text += pick(numbers, &random)
            case 4: text += pick(names, &random)
            case 5: text += pick(wholes, &random)
            case 6, 7:
                // Every pair of marks that a text may hold, in turn.
                text += pairs[pair % pairs.count]
                pair += 1
            default: text += pick(["，", "。", "、", "；", "：", "？", "！"], &random)
            }
        }
        return text + han(Int.random(in: 1...4, using: &random), &random) + pick(["。", "！", "？”", "……", "）。"], &random)
    }

    private static func han(_ count: Int, _ random: inout SeededGenerator) -> String {
        let characters = Array("国家反诈中心提醒您不轻信透露转账任何要求先交费后放款的都是骗局请立即拨打电话核实情况保护好自己与家人财产安全")
        return String((0..<count).map { _ in pick(characters, &random) })
    }

    private static func pick<Element>(_ list: [Element], _ random: inout SeededGenerator) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    private static let latin = [
        "App", "KYC", "SIM card", "iPhone", "Wi-Fi", "USDT", "OTP", "e-mail", "PDF/A", "Telegram",
    ]
    private static let numbers = [
        "12 kg", "100 MB", "25℃", "95%", "￥3000", "12,000元", "96110", "2024年", "3～5", "5%～10%", "①②③", "0.5 mm", "24 h",
        "5G",
    ]
    private static let names = ["约翰·史密斯", "阿不都·热合曼", "让-雅克·卢梭", "买买提·吐尔逊"]
    private static let wholes = ["——", "……", "…………", "？？", "？！", "！！！", "和/或", "“OK”", "（A）", "《App》"]

    /// Two marks in a row as Chinese writes them: the second opens, or the first closes.
    private static let pairs: [String] = {
        let closing = Array("，。、；：？！）》”」』】〕")
        let opening = Array("（《“「『【〔")
        let ends: [Character: Character] = ["（": "）", "《": "》", "“": "”", "「": "」", "『": "』", "【": "】", "〔": "〕"]
        var pairs: [String] = []
        for first in closing {
            for second in closing where first != second { pairs.append("\(first)\(second)") }
            for second in opening { pairs.append("\(first)\(second)国\(ends[second] ?? "）")") }
        }
        for first in opening {
            for second in opening {
                pairs.append("\(first)\(second)国\(ends[second] ?? "）")家\(ends[first] ?? "）")")
            }
        }
        return pairs
    }()
}
