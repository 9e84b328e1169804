package import Markdown

extension Document {
    /// The numbers of its headings as official documents count them, for documents outside any campaign.
    package var officialNumbers: [NodeID: String] { OfficialNumbers.numbers(of: self) }
}

/// The numbers of headings in official documents (GB/T 9704—2012, 7.3.3): 一、（一）1.（1）for the levels 2 to 5.
package enum OfficialNumbers {
    /// All that a number may be written with.
    package static let characters = "0123456789一二三四五六七八九十百千零（）、."

    /// The number of each heading, written before its text. A heading starts the counts below it anew.
    static func numbers(of document: Document) -> [NodeID: String] {
        var numbers: [NodeID: String] = [:]
        var counts = [Int](repeating: 0, count: 7)
        for node in document.nodes.indices {
            guard case .heading(let level) = document.nodes[node].kind, (2...5).contains(level) else { continue }
            counts[level] += 1
            for below in (level + 1)..<counts.count { counts[below] = 0 }
            numbers[node] = number(counts[level], level: level)
        }
        return numbers
    }

    private static func number(_ count: Int, level: Int) -> String {
        switch level {
        case 2: "\(hanNumeral(count))、"
        case 3: "（\(hanNumeral(count))）"
        case 4: "\(count)."
        default: "（\(count)）"
        }
    }

    /// 一 to 九千九百九十九; beyond that the digits.
    static func hanNumeral(_ number: Int) -> String {
        guard (1...9999).contains(number) else { return String(number) }
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let units = ["", "十", "百", "千"]
        var result = ""
        var rest = number
        var skipped = false
        for place in (0..<4).reversed() {
            let power = [1, 10, 100, 1000][place]
            let digit = rest / power
            rest %= power
            if digit == 0 {
                skipped = !result.isEmpty
                continue
            }
            if skipped { result += digits[0] }
            skipped = false
            // 十二, not 一十二; but 一百一十二.
            result += digit == 1 && place == 1 && result.isEmpty ? units[1] : digits[digit] + units[place]
        }
        return result
    }
}
