package import Diagnostics

/// Reads a drawing's tags before librsvg sees it: what it must not hold, and the names of its text frames.
package struct DrawingScan {
    package private(set) var faults: [Diagnostic] = []
    /// Layers `frame-…` without the prefix, in order.
    package private(set) var frames: [String] = []
    private let file: SourceFile
    private var position = 0
    private var references = DrawingReferences()
    /// Of the tag that is being read.
    private var tagID: String?
    private var tagReferences: [String] = []
    private var tagPathData = 0

    /// Poster art is some kilobytes; a drawing of megabytes is a photograph in disguise.
    static let mostBytes = 4_000_000
    /// Of one path: a traced coat of arms has some twenty thousand.
    static let mostPathBytes = 65_536

    package init(_ file: SourceFile) {
        self.file = file
        guard file.bytes.count <= Self.mostBytes else {
            faults.append(
                Diagnostic(
                    .artTooLarge, at: SourcePlace(file: file.path),
                    ["size": .init("\(file.bytes.count / 1_000_000) MB"), "limit": "4 MB"]))
            return
        }
        while let open = next(UInt8(ascii: "<"), from: position) { readMarkup(at: open) }
        if let fault = references.fault() { refuse(fault, at: 0) }
    }

    /// The offset behind the `>` of the opening `<svg …>` tag; nil if it is not there or has no content.
    package static func endOfRootTag(in bytes: [UInt8]) -> Int? {
        let name = Array("<svg".utf8)
        guard let open = bytes.indices.first(where: { bytes[$0...].starts(with: name) }) else { return nil }
        let end = DrawingLines.end(ofTagAt: open, in: bytes)
        guard end < bytes.count, bytes[end - 1] != UInt8(ascii: "/") else { return nil }
        return end + 1
    }

    private mutating func readMarkup(at open: Int) {
        let bytes = file.bytes
        if starts("<!--", at: open) {
            position = (find("-->", from: open) ?? bytes.count)
        } else if starts("<!ENTITY", at: open) || starts("<!DOCTYPE", at: open) {
            let close = next(UInt8(ascii: ">"), from: open) ?? bytes.count
            let declares = starts("<!ENTITY", at: open) || bytes[open..<close].contains(UInt8(ascii: "["))
            if declares { refuse(.init("实体声明", "an entity declaration"), at: open) }
            position = declares ? bytes.count : close
        } else if starts("</", at: open) {
            references.end()
            position = open + 2
        } else if starts("<?", at: open) || starts("<![CDATA[", at: open) {
            position = open + 2
        } else if starts("<style", at: open) {
            _ = references.begin(id: nil, references: [], isEmpty: false)
            let end = find("</style", from: open) ?? bytes.count
            let css = String(decoding: bytes[open..<end], as: UTF8.self).lowercased()
            if css.contains("@import") { refuse(.init("@import", "@import"), at: open) }
            checkURLs(in: css, at: open)
            position = max(end, open + 1)
        } else {
            readTag(at: open)
        }
    }

    private mutating func readTag(at open: Int) {
        let bytes = file.bytes
        var at = open + 1
        (tagID, tagReferences, tagPathData) = (nil, [], 0)
        let name = token(from: &at)
        switch name.lowercased().split(separator: ":").last ?? "" {
        case "script": refuse(.init("脚本（script）", "a script"), at: open)
        case "foreignobject": refuse(.init("foreignObject", "a foreignObject"), at: open)
        // A link would be drawn into PDFs with an area and a mark of its own.
        case "a": refuse(.init("链接（a）", "a link (a)"), at: open)
        case "text": refuse(.init("文字（text）：请转换成路径", "text (convert it to paths)"), at: open)
        default: break
        }
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            let start = at
            let attribute = token(from: &at)
            if attribute.isEmpty {
                at += 1
                continue
            }
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
            at += 1
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { continue }
            let close = next(bytes[at], from: at + 1) ?? bytes.count
            check(attribute.lowercased(), String(decoding: bytes[(at + 1)..<close], as: UTF8.self), at: start)
            at = close + 1
        }
        let isEmpty = at < bytes.count && bytes[at - 1] == UInt8(ascii: "/")
        if tagPathData > Self.mostPathBytes {
            let said: [String: Wording] = ["size": kilobytes(tagPathData), "limit": kilobytes(Self.mostPathBytes)]
            faults.append(Diagnostic(.artPathTooDense, at: file.place(ofByte: open), said))
        }
        let fault = references.begin(
            id: tagID, references: tagReferences, pathData: tagPathData, isEmpty: isEmpty)
        if let fault { refuse(fault, at: open) }
        position = max(at, open + 1)
    }

    private mutating func refuse(_ fault: DrawingReferences.Fault, at offset: Int) {
        let what: Wording =
            switch fault {
            case .tooDeep: .init("套了一百层以上的图形", "elements nested more than a hundred deep")
            case .circular: .init("引用自己的图形（use）", "elements that refer to themselves (use)")
            case .tooDense:
                .init(
                    "加起来超过 \(kilobytes(Int(DrawingReferences.mostPathData)).zh) 的路径（引用的也算）",
                    "paths of more than \(kilobytes(Int(DrawingReferences.mostPathData)).en) together, references followed"
                )
            case .tooMany: .init("层层引用、画出来超过十万个的图形（use）", "references (use) that stand for more than 100,000 elements")
            }
        refuse(what, at: offset)
    }

    private func kilobytes(_ bytes: Int) -> Wording { .init("\((bytes + 1023) / 1024) KB") }

    private mutating func check(_ attribute: String, _ value: String, at offset: Int) {
        if attribute == "d" || attribute == "points" {
            tagPathData += value.utf8.count
            return
        }
        if attribute == "id" {
            tagID = value
            if value.hasPrefix("frame-") { frames.append(String(value.dropFirst(6))) }
        }
        if attribute.hasPrefix("on") { refuse(.init("脚本（\(attribute)）", "a script (\(attribute))"), at: offset) }
        if attribute == "href" || attribute == "xlink:href" {
            let target = value.lowercased().drop { $0 == " " || $0 == "\n" || $0 == "\t" }
            let isInside = target.isEmpty || target.hasPrefix("#") || target.hasPrefix("data:image/")
            if !isInside { refuse(.init("外部引用（\(value)）", "an external reference (\(value))"), at: offset) }
            if target.hasPrefix("#") { tagReferences.append(String(value.drop { $0 != "#" }.dropFirst())) }
        } else {
            checkURLs(in: value.lowercased(), at: offset)
            for target in value.split(separator: "url(#").dropFirst(value.hasPrefix("url(#") ? 0 : 1) {
                tagReferences.append(String(target.prefix { $0 != ")" }))
            }
        }
    }

    private mutating func checkURLs(in text: String, at offset: Int) {
        var rest = Substring(text)
        while let found = rest.firstRange(of: "url(") {
            rest = rest[found.upperBound...]
            let target = rest.drop { $0 == " " || $0 == "\"" || $0 == "'" }
            if !target.hasPrefix("#"), !target.hasPrefix("data:image/") {
                refuse(.init("外部引用（url）", "an external reference (url)"), at: offset)
            }
        }
    }

    private mutating func refuse(_ what: Wording, at offset: Int) {
        faults.append(Diagnostic(.artRefused, at: file.place(ofByte: offset), ["what": what]))
    }

    /// A name up to a space, `=`, `>`, `/` or a quote; spaces before it are skipped.
    private func token(from position: inout Int) -> String {
        let bytes = file.bytes
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), !"=>/\"'".utf8.contains(bytes[position]) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func starts(_ text: StaticString, at position: Int) -> Bool {
        let wanted = "\(text)".utf8
        return position + wanted.count <= file.bytes.count
            && zip(file.bytes[position...], wanted).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        start < file.bytes.count ? file.bytes[start...].firstIndex(of: byte) : nil
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        (start..<file.bytes.count).first { starts(text, at: $0) }
    }
}
