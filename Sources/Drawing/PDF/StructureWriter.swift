/// Writes a structure tree into a file (ISO 32000-1 §14.7).
struct StructureWriter {
    private let tree: StructureTree
    private let drawn: DrawnPDF
    private let firstPage: Int
    private let labelForm: Int?
    /// Of each page, the numbers of its links' areas.
    private var links: [[Int]] = []

    /// In characters.
    private static let longestDescription = 500

    /// `firstPage` is the number of the first page's object, those of the others follow. `labelForm` is the form on the first
    /// page that the tree's labels are in.
    init(_ tree: StructureTree, _ drawn: DrawnPDF, firstPage: Int, labelForm: Int?) {
        self.tree = tree
        self.drawn = drawn
        self.firstPage = firstPage
        self.labelForm = labelForm
    }

    /// Writes the areas of a page's links, which belong to elements; what the page says of them. Pages come in order.
    ///
    /// Parents are found by numbers: those of the pages come first, then the label's, then the links'.
    ///
    /// Each area of a link is described by the link's words, as far as anyone would listen: a link may run through many
    /// lines, and each of its areas would repeat all of them.
    mutating func addLinks(ofPage index: Int, to file: inout PDFFile) -> String {
        var key = drawn.pages.count + (labelForm == nil ? 0 : 1) + links.reduce(0) { $0 + $1.count }
        var numbers: [Int] = []
        let page = drawn.pages[index]
        for (link, parent) in zip(page.links, tree.links[index]) {
            let words = String(tree.nodes[parent.node].words.prefix(Self.longestDescription))
            let area = PageBoxes.Box(link.area, onPageOf: page.size.height)
            let goal =
                link.target.hasPrefix("#")
                ? "/Dest \(PDFText.literal(String(link.target.dropFirst())))"
                : "/A << /Type /Action /S /URI /URI \(PDFText.literal(link.target)) >>"
            numbers.append(
                file.add(
                    "<< /Type /Annot /Subtype /Link /Rect \(area.array) /Border [0 0 0] /F 4 \(goal) /StructParent \(key)"
                        + " /Contents \(PDFText.string(words.isEmpty ? link.target : words)) >>"))
            key += 1
        }
        links.append(numbers)
        // With the tabulator key, links are reached in the order of the structure.
        return numbers.isEmpty ? "" : " /Tabs /S /Annots [\(references(numbers))]"
    }

    /// Writes the tree; the number of its root. All pages' links must be written.
    func add(to file: inout PDFFile) -> Int {
        let root = file.reserve()
        let top = file.reserve()
        let first = file.reserve(tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() {
            file.write(first + index, element(node, first: first, top: top))
        }
        file.write(
            top, "<< /Type /StructElem /S /Document /P \(root) 0 R /K [\(references(tree.top.map { first + $0 }))] >>")
        let parents = addParents(first: first, to: &file)
        file.write(root, "<< /Type /StructTreeRoot /K \(top) 0 R\(notes(first: first)) \(parents) >>")
        return root
    }

    private func element(_ node: StructureTree.Node, first: Int, top: Int) -> String {
        var text = "<< /Type /StructElem /S /\(node.element.kind.tag)"
        text += " /P \(node.parent.map { first + $0 } ?? top) 0 R /Pg \(firstPage + node.page) 0 R /K"
        let children = node.children.map { child in
            switch child {
            case .element(let index): "\(first + index) 0 R"
            case .content(let page, let number) where page == node.page: "\(number)"
            case .content(let page, let number): "<< /Type /MCR /Pg \(firstPage + page) 0 R /MCID \(number) >>"
            case .label(let number):
                "<< /Type /MCR /Pg \(firstPage) 0 R /Stm \(labelForm ?? 0) 0 R /MCID \(number) >>"
            case .link(let page, let number):
                "<< /Type /OBJR /Pg \(firstPage + page) 0 R /Obj \(links[page][number]) 0 R >>"
            }
        }
        text += children.count == 1 ? " \(children[0])" : " [\(children.joined(separator: " "))]"
        return text + attributes(of: node) + " >>"
    }

    private func attributes(of node: StructureTree.Node) -> String {
        switch node.element.kind {
        case .figure(let alternative):
            let box = node.area.map { area in
                let box = PageBoxes.Box(area, onPageOf: drawn.pages[node.page].size.height)
                return " /A << /O /Layout /BBox \(box.array) >>"
            }
            return " /Alt \(PDFText.string(alternative))\(box ?? "")"
        case .cell(isHeader: true): return " /A << /O /Table /Scope /Column >>"
        case .list(isOrdered: true): return " /A << /O /List /ListNumbering /Decimal >>"
        case .note: return " /ID \(noteName(node))"
        default: return ""
        }
    }

    /// Notes have names of their own (ISO 14289-1 §7.9).
    private func notes(first: Int) -> String {
        let notes = tree.nodes.indices.filter { tree.nodes[$0].element.kind == .note }
        guard !notes.isEmpty else { return "" }
        let names = notes.map { "\(noteName(tree.nodes[$0])) \(first + $0) 0 R" }
        return " /IDTree << /Names [\(names.joined(separator: " "))] >>"
    }

    /// Names are in order, so all are equally long.
    private func noteName(_ node: StructureTree.Node) -> String {
        let digits = String(node.noteNumber)
        return "(note" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ")"
    }

    /// From the content of pages, the label and the links back to their elements.
    private func addParents(first: Int, to file: inout PDFFile) -> String {
        var numbers: [String] = []
        for contents in tree.contents {
            numbers.append("\(numbers.count) [\(references(contents.map { first + $0 }))]")
        }
        if labelForm != nil { numbers.append("\(numbers.count) [\(references(tree.labels.map { first + $0 }))]") }
        for (page, areas) in links.enumerated() {
            for index in areas.indices {
                numbers.append("\(numbers.count) \(first + tree.links[page][index].node) 0 R")
            }
        }
        let parents = file.add("<< /Nums [\(numbers.joined(separator: " "))] >>")
        return "/ParentTree \(parents) 0 R /ParentTreeNextKey \(numbers.count)"
    }

    private func references(_ numbers: [Int]) -> String { numbers.map { "\($0) 0 R" }.joined(separator: " ") }
}
