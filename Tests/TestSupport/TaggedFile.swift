package import Foundation

/// The structure tree of a finished PDF and what is wrong with it (ISO 32000-1 §14.7 and §14.8; ISO 14289-1).
package struct TaggedFile {
    package final class Element {
        package let tag: String
        package private(set) weak var parent: Element?
        package fileprivate(set) var children: [Element] = []
        fileprivate let dictionary: [String: Any]
        fileprivate let reference: String
        fileprivate var contents: [Content] = []
        fileprivate var objects: [String] = []

        fileprivate init(_ tag: String, _ dictionary: [String: Any], _ reference: String, in parent: Element?) {
            self.tag = tag
            self.dictionary = dictionary
            self.reference = reference
            self.parent = parent
        }

        /// The element and all below it, in the order of reading.
        package var all: [Element] { [self] + children.flatMap(\.all) }
        /// `Document L LI LBody P`
        package var path: String { (parent.map { "\($0.path) " } ?? "") + tag }
    }

    fileprivate struct Content: Hashable {
        /// The reference of a page, or of a form on one.
        var stream: String
        var number: Int
    }

    package let root: Element
    private let pdf: PDFObjects

    package init(_ file: URL) throws {
        pdf = try PDFObjects(of: file)
        guard let tree = pdf.dictionary(pdf.catalog["/StructTreeRoot"]), let top = tree["/K"] as? String else {
            throw CocoaError(.fileReadCorruptFile)
        }
        root = Self.element(top, in: nil, page: "", pdf)
    }

    package init(_ bytes: [UInt8]) throws {
        let scratch = try Scratch()
        try self.init(scratch.write(bytes, to: "file.pdf"))
    }

    private static func element(_ reference: String, in parent: Element?, page: String, _ pdf: PDFObjects) -> Element {
        let dictionary = pdf.dictionary(reference) ?? [:]
        let page = dictionary["/Pg"] as? String ?? page
        let tag = (dictionary["/S"] as? String ?? "?").dropFirst()
        let element = Element(String(tag), dictionary, reference, in: parent)
        let kids = pdf.value(dictionary["/K"]) is [Any] ? pdf.array(dictionary["/K"]) : [dictionary["/K"] as Any]
        for kid in kids {
            if let number = kid as? Int {
                element.contents.append(Content(stream: page, number: number))
            } else if let inner = pdf.dictionary(kid) {
                switch inner["/Type"] as? String {
                case "/MCR":
                    let stream = inner["/Stm"] as? String ?? inner["/Pg"] as? String ?? page
                    element.contents.append(Content(stream: stream, number: inner["/MCID"] as? Int ?? -1))
                case "/OBJR": element.objects.append(inner["/Obj"] as? String ?? "")
                default:
                    element.children.append(Self.element(kid as? String ?? "", in: element, page: page, pdf))
                }
            }
        }
        return element
    }

    package var elements: [Element] { root.all }

    /// The levels of the headings, in order.
    package var headingLevels: [Int] {
        elements.compactMap { $0.tag.count == 2 && $0.tag.hasPrefix("H") ? Int($0.tag.dropFirst()) : nil }
    }

    package func alternative(of element: Element) -> String? { pdf.text(element.dictionary["/Alt"]) }

    /// Everything that is wrong, in words; empty for a file as it should be.
    package var faults: [String] {
        fileFaults + contentFaults + linkFaults + elements.flatMap { faults(of: $0) } + nestingFaults
    }

    private var fileFaults: [String] {
        var faults: [String] = []
        if pdf.text(pdf.catalog["/Lang"]) != "zh-CN" { faults.append("no language") }
        if pdf.dictionary(pdf.catalog["/MarkInfo"])?["/Marked"] as? Bool != true { faults.append("not marked") }
        if pdf.dictionary(pdf.catalog["/ViewerPreferences"])?["/DisplayDocTitle"] as? Bool != true {
            faults.append("the title is not shown")
        }
        if pdf.text(pdf.dictionary(pdf.trailer["/Info"])?["/Title"])?.isEmpty ?? true { faults.append("no title") }
        let packet = (pdf.catalog["/Metadata"] as? String).map { String(decoding: pdf.bytes($0), as: UTF8.self) } ?? ""
        for part in ["<dc:title>", "<dc:language>", "x-default"] where !packet.contains(part) {
            faults.append("no \(part) in the metadata")
        }
        if root.tag != "Document" { faults.append("the root is \(root.tag)") }
        if pdf.catalog["/Outlines"] == nil { faults.append("no outline") }
        return faults
    }

    /// Every mark is referred to once, everything painted has a mark, and the way back from the content is right.
    private var contentFaults: [String] {
        var faults: [String] = []
        var owners: [Content: Element] = [:]
        for element in elements {
            for content in element.contents where owners.updateValue(element, forKey: content) != nil {
                faults.append("\(content) stands twice in the tree")
            }
        }
        let parents = parentTree
        for page in pdf.pages {
            let dictionary = pdf.dictionary(page) ?? [:]
            let painted = PaintedContent(pdf.content(ofPage: page))
            var streams = [(key: page, dictionary: dictionary, painted: painted)]
            let forms = pdf.dictionary(pdf.dictionary(dictionary["/Resources"])?["/XObject"]) ?? [:]
            for name in painted.forms {
                guard let reference = forms[name] as? String, let form = pdf.dictionary(reference) else {
                    faults.append("\(name) is drawn without a mark")
                    continue
                }
                streams.append((reference, form, PaintedContent(pdf.bytes(reference))))
            }
            for stream in streams {
                faults += stream.painted.faults
                let list = (stream.dictionary["/StructParents"] as? Int).flatMap { parents[$0] }
                let back = pdf.array(list).compactMap { $0 as? String }
                if stream.painted.numbers.sorted() != Array(back.indices) {
                    faults.append("marks \(stream.painted.numbers) but \(back.count) parents")
                }
                for number in stream.painted.numbers {
                    let owner = owners.removeValue(forKey: Content(stream: stream.key, number: number))
                    if owner == nil { faults.append("mark \(number) is not in the tree") }
                    if let owner, !back.indices.contains(number) || back[number] != owner.reference {
                        faults.append("mark \(number) leads back to another element than \(owner.path)")
                    }
                }
            }
        }
        return faults + owners.values.map { "\($0.path) has content that is not there" }.sorted()
    }

    private var parentTree: [Int: Any] {
        let tree = pdf.dictionary(pdf.dictionary(pdf.catalog["/StructTreeRoot"])?["/ParentTree"])
        let numbers = pdf.array(tree?["/Nums"])
        var result: [Int: Any] = [:]
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            if let key = numbers[index] as? Int { result[key] = numbers[index + 1] }
        }
        return result
    }

    /// Every link of a page belongs to one Link, says in words where it leads, and leads back.
    private var linkFaults: [String] {
        var faults: [String] = []
        var owners: [String: Element] = [:]
        for element in elements {
            for object in element.objects where owners.updateValue(element, forKey: object) != nil {
                faults.append("a link stands twice in the tree")
            }
            if !element.objects.isEmpty, element.tag != "Link" { faults.append("\(element.path) has a link") }
            if element.tag == "Link", element.objects.isEmpty { faults.append("\(element.path) leads nowhere") }
        }
        let parents = parentTree
        for page in pdf.pages {
            let links = pdf.array(pdf.dictionary(page)?["/Annots"])
            if !links.isEmpty, pdf.dictionary(page)?["/Tabs"] as? String != "/S" { faults.append("no order of links") }
            for link in links {
                let dictionary = pdf.dictionary(link) ?? [:]
                let owner = owners.removeValue(forKey: link as? String ?? "")
                let back = (dictionary["/StructParent"] as? Int).flatMap { parents[$0] } as? String
                if owner == nil || owner?.reference != back { faults.append("a link is not in the tree") }
                if pdf.text(dictionary["/Contents"])?.isEmpty ?? true { faults.append("a link has no words") }
            }
        }
        return faults + owners.values.map { "\($0.path) has a link that no page has" }
    }

    private func faults(of element: Element) -> [String] {
        let attributes = pdf.dictionary(element.dictionary["/A"])
        let tags = element.children.map(\.tag)
        func all(_ allowed: String...) -> Bool { !tags.isEmpty && tags.allSatisfy(allowed.contains) }
        let isRight =
            switch element.tag {
            case "Figure":
                pdf.text(element.dictionary["/Alt"])?.isEmpty == false && pdf.array(attributes?["/BBox"]).count == 4
            case "TH": attributes?["/Scope"] as? String == "/Column"
            case "Note": pdf.text(element.dictionary["/ID"]) != nil
            case "L": all("LI")
            case "LI": tags == ["LBody"] || tags == ["Lbl", "LBody"]
            case "Table": all("TR") && Set(element.children.map(\.children.count)).count == 1
            case "TR": all("TH", "TD")
            case "TOC": all("TOCI")
            case "Ruby": tags == ["RB", "RT"]
            default: true
            }
        return isRight ? [] : ["\(element.path) is not as it should be: \(tags)"]
    }

    private var nestingFaults: [String] {
        let homes = ["LI": "L", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR", "TOCI": "TOC", "RB": "Ruby"]
        var faults = elements.filter { homes[$0.tag] != nil && homes[$0.tag] != $0.parent?.tag }.map(\.path)
        for (level, next) in zip(headingLevels, headingLevels.dropFirst()) where next > level + 1 {
            faults.append("H\(next) follows H\(level)")
        }
        if headingLevels.first.map({ $0 > 1 }) ?? false { faults.append("the first heading is no H1") }
        let notes = elements.filter { $0.tag == "Note" }.compactMap { pdf.text($0.dictionary["/ID"]) }
        if Set(notes).count != notes.count { faults.append("two notes have one name") }
        return faults
    }
}
