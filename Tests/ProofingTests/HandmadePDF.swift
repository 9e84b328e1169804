/// A PDF of one empty page, written by hand: what stands in its catalog, its information and its fonts is under test.
struct HandmadePDF {
    var catalog = "/Lang (zh-CN) /MarkInfo << /Marked true >> /StructTreeRoot << /K 3 0 R >>"
    var info = "/Title (A)"
    var resources = "/Font << /F1 4 0 R >>"
    /// Objects 4, 5, …: a font and its descriptor first.
    var objects = [embedded, "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontFile2 6 0 R >>"]

    static let embedded =
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+A /Encoding /WinAnsiEncoding /FontDescriptor 5 0 R >>"

    var bytes: [UInt8] {
        let all =
            [
                "<< /Type /Catalog /Pages 2 0 R \(catalog) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << \(resources) >> >>",
            ] + objects + ["<< \(info) >>"]
        var result = Array("%PDF-1.7\n".utf8)
        var places: [Int] = []
        for (index, object) in all.enumerated() {
            places.append(result.count)
            result += "\(index + 1) 0 obj\n\(object)\nendobj\n".utf8
        }
        let start = result.count
        result += "xref\n0 \(all.count + 1)\n0000000000 65535 f \n".utf8
        for place in places {
            let digits = String(place)
            result += "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8
        }
        result += "trailer\n<< /Size \(all.count + 1) /Root 1 0 R /Info \(all.count) 0 R >>\n".utf8
        return result + Array("startxref\n\(start)\n%%EOF\n".utf8)
    }

    static func stream(_ content: String, _ entries: String = "") -> String {
        "<< \(entries) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }
}
