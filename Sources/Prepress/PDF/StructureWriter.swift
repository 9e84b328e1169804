import Drawing

/// Writes a structure tree into a file (ISO 32000-1 §14.7), in place of cairo's own, which knows neither what pictures show nor
/// whose heads a table's cells are, and ends every element with its page.
struct StructureWriter {
    private let tree: StructureTree

    init(_ tree: StructureTree) { self.tree = tree }

    /// `labelForm` is the form on the first page that the tree's labels are in. The pages' content must be marked.
    func add(to document: borrowing QPDFDocument, labelForm: QPDFDocument.Object? = nil) {
        let pages = (0..<document.pageCount).map { document.page($0) }
        let objects = tree.nodes.map { _ in document.indirect(document.dictionary()) }
        let links = pages.map { document.items(of: document.value("/Annots", of: $0)) }
        let root = document.indirect(document.dictionary())
        let top = document.indirect(document.dictionary())
        document.set("/S", of: top, to: document.name("/Document"))
        document.set("/P", of: top, to: root)
        document.set("/K", of: top, to: document.array(tree.top.map { objects[$0] }))
        for (index, node) in tree.nodes.enumerated() {
            let object = objects[index]
            document.set("/S", of: object, to: document.name("/\(node.element.kind.tag)"))
            document.set("/P", of: object, to: node.parent.map { objects[$0] } ?? top)
            document.set("/Pg", of: object, to: pages[node.page])
            let children = node.children.map { child in
                switch child {
                case .element(let index): return objects[index]
                case .content(let page, let number) where page == node.page: return document.integer(number)
                case .content(let page, let number):
                    return document.content(number, ofPage: pages[page], inForm: nil)
                case .label(let number): return document.content(number, ofPage: pages[0], inForm: labelForm)
                case .link(let page, let number):
                    return document.link(links[page][number], onPage: pages[page])
                }
            }
            document.set("/K", of: object, to: children.count == 1 ? children[0] : document.array(children))
            addAttributes(of: node, on: pages[node.page], to: object, document)
        }
        document.set("/Type", of: root, to: document.name("/StructTreeRoot"))
        document.set("/K", of: root, to: top)
        addNotes(objects, to: root, document)
        addParents(objects, pages, links, labelForm, to: root, document)
        document.set("/StructTreeRoot", of: document.root, to: root)
        document.set("/MarkInfo", of: document.root, to: document.parsed("<< /Marked true >>"))
    }

    private func addAttributes(
        of node: StructureTree.Node, on page: QPDFDocument.Object, to object: QPDFDocument.Object,
        _ document: borrowing QPDFDocument
    ) {
        switch node.element.kind {
        case .figure(let alternative):
            document.set("/Alt", of: object, to: document.text(alternative))
            guard let area = node.area else { return }
            let box = PageBoxes.Box(area, onPageOf: document.height(of: page))
            document.set("/A", of: object, to: document.parsed("<< /O /Layout /BBox \(box.array) >>"))
        case .cell(isHeader: true):
            document.set("/A", of: object, to: document.parsed("<< /O /Table /Scope /Column >>"))
        case .list(isOrdered: true):
            document.set("/A", of: object, to: document.parsed("<< /O /List /ListNumbering /Decimal >>"))
        default: break
        }
    }

    /// Notes have names of their own (ISO 14289-1 §7.9).
    private func addNotes(
        _ objects: [QPDFDocument.Object], to root: QPDFDocument.Object, _ document: borrowing QPDFDocument
    ) {
        let notes = tree.nodes.indices.filter { tree.nodes[$0].element.kind == .note }
        guard !notes.isEmpty else { return }
        var names: [QPDFDocument.Object] = []
        for (number, node) in notes.enumerated() {
            // Names are in order, so all are equally long.
            let digits = String(number + 1)
            let name = document.text("note" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
            document.set("/ID", of: objects[node], to: name)
            names += [name, objects[node]]
        }
        let index = document.dictionary()
        document.set("/Names", of: index, to: document.array(names))
        document.set("/IDTree", of: root, to: index)
    }

    /// From the content of pages, the label and the links back to their elements, by numbers that rise in this order.
    private func addParents(
        _ objects: [QPDFDocument.Object], _ pages: [QPDFDocument.Object], _ links: [[QPDFDocument.Object]],
        _ labelForm: QPDFDocument.Object?, to root: QPDFDocument.Object, _ document: borrowing QPDFDocument
    ) {
        var numbers: [QPDFDocument.Object] = []
        var next = 0
        func add(_ parents: QPDFDocument.Object, as key: String, of object: QPDFDocument.Object) {
            document.set(key, of: object, to: document.integer(next))
            numbers += [document.integer(next), parents]
            next += 1
        }
        for (index, page) in pages.enumerated() {
            add(document.array(tree.contents[index].map { objects[$0] }), as: "/StructParents", of: page)
            // With the tabulator key, links are reached in the order of the structure.
            if !links[index].isEmpty { document.set("/Tabs", of: page, to: document.name("/S")) }
        }
        if let labelForm {
            let dictionary = document.dictionary(ofStream: labelForm)
            add(document.array(tree.labels.map { objects[$0] }), as: "/StructParents", of: dictionary)
        }
        for (areas, nodes) in zip(links, tree.links) {
            for (link, (node, target)) in zip(areas, nodes) {
                add(objects[node], as: "/StructParent", of: link)
                let words = tree.nodes[node].words
                document.set("/Contents", of: link, to: document.text(words.isEmpty ? target : words))
            }
        }
        let parents = document.dictionary()
        document.set("/Nums", of: parents, to: document.array(numbers))
        document.set("/ParentTree", of: root, to: document.indirect(parents))
        document.set("/ParentTreeNextKey", of: root, to: document.integer(next))
    }
}

extension QPDFDocument {
    /// A reference to numbered content of a page, or of a form on it (ISO 32000-1 §14.7.4.2).
    fileprivate func content(_ number: Int, ofPage page: Object, inForm form: Object?) -> Object {
        let reference = dictionary()
        set("/Type", of: reference, to: name("/MCR"))
        set("/Pg", of: reference, to: page)
        if let form { set("/Stm", of: reference, to: form) }
        set("/MCID", of: reference, to: integer(number))
        return reference
    }

    /// In units of the page.
    fileprivate func height(of page: Object) -> Double {
        let box = items(of: value("/MediaBox", of: page)).map { number($0) }
        return box.count == 4 ? box[3] - box[1] : 0
    }

    /// A reference to a link's area (§14.7.4.3).
    fileprivate func link(_ annotation: Object, onPage page: Object) -> Object {
        let reference = dictionary()
        set("/Type", of: reference, to: name("/OBJR"))
        set("/Pg", of: reference, to: page)
        set("/Obj", of: reference, to: annotation)
        return reference
    }
}

extension PageBoxes.Box {
    /// An area given in points from the upper left corner of a page so many points high.
    fileprivate init(_ area: Rect, onPageOf height: Double) {
        self.init(left: area.x, bottom: height - area.maxY, right: area.maxX, top: height - area.y)
    }
}
