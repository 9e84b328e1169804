/// The elements of a drawn file, each with its children in the order in which they were drawn.
struct StructureTree {
    enum Child {
        case element(Int)
        /// Content of a page, by its number there.
        case content(page: Int, number: Int)
        /// Content of the form on the first page that holds a copy's label.
        case label(number: Int)
        /// The area of a link, by its number among those of the page.
        case link(page: Int, number: Int)
    }

    struct Node {
        let element: StructureElement
        /// The index of its parent's node; nil for the document itself.
        let parent: Int?
        /// Where it begins.
        let page: Int
        var children: [Child] = []
        /// Of a link.
        var words = ""
        /// Of a figure, in points from its page's upper left corner.
        var area: Rect?
        /// Of a note: the how many-th of the file it is, from 1.
        var noteNumber = 0
    }

    private(set) var nodes: [Node] = []
    /// The nodes of the document's own children.
    private(set) var top: [Int] = []
    /// Of each page, the node of each numbered piece of content.
    private(set) var contents: [[Int]] = []
    /// The same of the label's form.
    private(set) var labels: [Int] = []
    /// Of each page, the node of each link's area, and where it leads.
    private(set) var links: [[(node: Int, target: String)]] = []
    private var indices: [StructureElement: Int] = [:]
    private var noteCount = 0

    /// `labels` are the elements of the first page that each copy fills in by itself: they come after those of the page.
    init(_ structure: DrawnStructure, labels: [StructureElement] = []) {
        for (page, sequences) in structure.pages.enumerated() {
            contents.append([])
            links.append([])
            for sequence in sequences { add(sequence, page) }
            guard page == 0 else { continue }
            for (number, label) in labels.enumerated() {
                self.labels.append(node(of: label, from: 0))
                nodes[self.labels[number]].children.append(.label(number: number))
            }
        }
    }

    private mutating func add(_ sequence: DrawnStructure.Sequence, _ page: Int) {
        let index = node(of: sequence.element, from: page)
        nodes[index].words += sequence.words
        if let area = sequence.area { nodes[index].area = nodes[index].area?.union(area) ?? area }
        if let target = sequence.link {
            nodes[index].children.append(.link(page: page, number: links[page].count))
            links[page].append((index, target))
        } else {
            nodes[index].children.append(.content(page: page, number: contents[page].count))
            contents[page].append(index)
        }
    }

    /// The node of an element, which is added with those around it when it comes for the first time.
    private mutating func node(of element: StructureElement, from page: Int) -> Int {
        if let index = indices[element] { return index }
        let parent = element.parent.map { node(of: $0, from: page) }
        let index = nodes.count
        indices[element] = index
        nodes.append(Node(element: element, parent: parent, page: page))
        if element.kind == .note {
            noteCount += 1
            nodes[index].noteNumber = noteCount
        }
        if let parent { nodes[parent].children.append(.element(index)) } else { top.append(index) }
        return index
    }
}
