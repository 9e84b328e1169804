package import Foundation

/// The objects of a PDF file as qpdf reads them: what tests look at instead of the program's own bytes.
package struct PDFObjects {
    /// By reference, such as `5 0 R`.
    private let objects: [String: [String: Any]]
    package let trailer: [String: Any]

    package init(of file: URL) throws {
        let read = try Command.run(
            "qpdf", ["--json=2", "--json-stream-data=inline", "--decode-level=generalized", file.path])
        guard let whole = try JSONSerialization.jsonObject(with: Data(read.output)) as? [String: Any],
            let parts = whole["qpdf"] as? [Any], let entries = parts.last as? [String: [String: Any]]
        else { throw CocoaError(.fileReadCorruptFile) }
        var objects: [String: [String: Any]] = [:]
        for (key, entry) in entries where key.hasPrefix("obj:") { objects[String(key.dropFirst(4))] = entry }
        self.objects = objects
        trailer = entries["trailer"]?["value"] as? [String: Any] ?? [:]
    }

    /// A value with its reference followed.
    package func value(_ value: Any?) -> Any? {
        guard let reference = value as? String, let object = objects[reference] else { return value }
        return object["value"] ?? object["stream"]
    }

    /// A dictionary; of a stream, the one before its bytes.
    package func dictionary(_ value: Any?) -> [String: Any]? {
        let found = self.value(value) as? [String: Any]
        return found?["dict"] as? [String: Any] ?? found
    }

    package func array(_ value: Any?) -> [Any] { self.value(value) as? [Any] ?? [] }

    /// A stream's decoded bytes.
    package func bytes(_ value: Any?) -> [UInt8] {
        let stream = self.value(value) as? [String: Any]
        return (stream?["data"] as? String).flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? []
    }

    package func text(_ value: Any?) -> String? {
        guard let text = self.value(value) as? String, text.hasPrefix("u:") else { return nil }
        return String(text.dropFirst(2))
    }

    package var catalog: [String: Any] { dictionary(trailer["/Root"]) ?? [:] }

    /// The references of the pages, in order.
    package var pages: [String] {
        func pages(below node: Any?) -> [String] {
            guard let dictionary = dictionary(node) else { return [] }
            guard dictionary["/Kids"] != nil else { return [node as? String ?? ""] }
            return array(dictionary["/Kids"]).flatMap { pages(below: $0) }
        }
        return pages(below: catalog["/Pages"])
    }

    /// The content of a page, its parts joined.
    package func content(ofPage page: String) -> [UInt8] {
        let contents = dictionary(page)?["/Contents"]
        let parts = value(contents) is [Any] ? array(contents) : [contents as Any]
        return Array(parts.map { bytes($0) }.joined(separator: [10]))
    }
}
