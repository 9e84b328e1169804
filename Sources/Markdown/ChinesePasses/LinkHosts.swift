import Chinese
import Diagnostics

/// A link whose visible text names another site than the one it leads to: how fraudulent links look, so an error here of
/// all places. Checked in every container, Chinese or not: nothing is changed by it.
enum LinkHosts {
    static func check(
        _ container: NodeID, in builder: DocumentBuilder, _ file: SourceFile, _ faults: inout FaultList
    ) {
        for id in (container + 1)..<max(container + 1, builder.nodes.count) {
            guard case .link(let destination, _) = builder.nodes[id].kind else { continue }
            let shown = hosts(inTextOf: id, builder)
            if shown.isEmpty { continue }
            let target = host(ofAddress: folded(Array(builder.text[destination.range])))
            guard let other = shown.first(where: { $0 != target }) else { continue }
            let address = String(decoding: builder.text[destination.range], as: UTF8.self)
            faults.add(
                .linkNamesOtherHost, at: file.place(ofByte: Int(builder.nodes[id].sourceByte)),
                ["shown": .init(other), "target": .init(target ?? address)])
        }
    }

    private static func hosts(inTextOf link: NodeID, _ builder: DocumentBuilder) -> [String] {
        var text: [UInt8] = []
        var id = link + 1
        var last = link
        while builder.nodes[last].lastChild >= 0 { last = Int(builder.nodes[last].lastChild) }
        while id <= last {
            switch builder.nodes[id].kind {
            case .text, .code: text += builder.text[builder.nodes[id].literal.range]
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: break
            }
            id += 1
        }
        guard mayHoldDot(text) else { return [] }
        text = folded(text)
        return text.contains(UInt8(ascii: ".")) ? hosts(in: text) : []
    }

    private static func mayHoldDot(_ text: [UInt8]) -> Bool {
        text.contains(UInt8(ascii: ".")) || dots.contains { text.contains($0[0]) }
    }

    /// A text with the characters made ASCII that browsers read as ASCII in a host: full-width letters, digits and dots.
    private static func folded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        var result: [UInt8] = []
        let text = FullWidth.folded(text)
        var at = 0
        while at < text.count {
            let isDot = dots.contains { text[at...].starts(with: $0) }
            result.append(isDot ? UInt8(ascii: ".") : text[at])
            at += isDot ? 3 : 1
        }
        return result
    }

    private static let dots = ["．", "。", "｡"].map { Array($0.utf8) }

    /// The hosts that a text names: the one of each full address, and each word that reads as a domain.
    static func hosts(in text: [UInt8]) -> [String] {
        var found: [String] = []
        var at = 0
        while at < text.count {
            guard isWordByte(text[at]) else {
                at += 1
                continue
            }
            var end = at
            while end < text.count, isWordByte(text[end]) { end += 1 }
            if let host = host(inWord: Array(text[at..<end])) { found.append(host) }
            at = end
        }
        return found
    }

    private static func host(inWord word: [UInt8]) -> String? {
        if word.contains(sequence: "://") { return host(ofAddress: word) }
        // An e-mail address names a person, not a site.
        guard !word.contains(UInt8(ascii: "@")), let host = host(ofAddress: Array("//".utf8) + word) else { return nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, commonDomains.contains(String(last)),
            labels.allSatisfy({ !$0.isEmpty })
        else { return nil }
        return host
    }

    /// The host of an address in small letters, without `www.`, user and port, read as browsers read it.
    static func host(ofAddress address: [UInt8]) -> String? {
        guard let slashes = address.firstIndex(ofSequence: "//") else { return nil }
        let ends = Array("/?#\\".utf8)
        var authority = address[(slashes + 2)...].prefix { !ends.contains($0) }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        authority = authority.prefix { $0 != UInt8(ascii: ":") }
        while authority.last == UInt8(ascii: ".") { authority.removeLast() }
        var host = authority.map { (65...90).contains($0) ? $0 + 32 : $0 }
        if host.starts(with: "www.".utf8) { host.removeFirst(4) }
        return host.isEmpty ? nil : String(decoding: host, as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "-._~:/?#@%&=+".utf8.contains(byte)
    }

    /// Ends by which a word without a scheme is taken for a domain; `help.md` and `report.pdf` are files.
    private static let commonDomains: Set<String> = [
        "cn", "com", "net", "org", "gov", "edu", "mil", "int", "info", "biz", "top", "xyz", "vip", "shop", "site",
        "online",
        "club", "live", "app", "link", "work", "win", "wang", "ltd", "store", "tech", "fun", "icu", "cc", "tv", "me",
        "io",
        "co", "hk", "tw", "mo", "us", "uk", "ru", "jp", "kr", "sg", "my", "th", "vn", "kh", "mm", "la", "ph", "in",
        "eu",
    ]
}

extension [UInt8] {
    func firstIndex(ofSequence part: String) -> Int? {
        let part = Array(part.utf8)
        guard count >= part.count else { return nil }
        return (0...(count - part.count)).first { self[$0...].starts(with: part) }
    }

    func contains(sequence part: String) -> Bool { firstIndex(ofSequence: part) != nil }
}
