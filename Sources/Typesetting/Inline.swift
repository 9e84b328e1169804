package import Diagnostics
package import Drawing
package import Theme

/// A stretch of text with one set of marks: what paragraphs are made of.
package struct Inline: Sendable {
    /// Without line ends, except for forced ones (`\n`).
    package var text: String
    package var marks: Marks
    /// An address, or `#name` for a destination of the same document.
    package var link: String?
    package var source: SourcePoint?
    /// What stands at the foot of the column that this text comes to stand in; empty for no note.
    package var note: [Inline] = []
    /// 注音 above the text (CLREQ “Interlinear annotations”), which then stays in one line; empty for none.
    package var ruby = ""

    package init(
        _ text: String, marks: Marks = [], link: String? = nil, source: SourcePoint? = nil, note: [Inline] = [],
        ruby: String = ""
    ) {
        self.ruby = ruby
        self.text = text
        self.marks = marks
        self.link = link
        self.source = source
        self.note = note
    }

    package struct Marks: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let strong = Marks(rawValue: 1)
        /// 着重: dots below, or the hand face, as the look says.
        package static let emphasis = Marks(rawValue: 2)
        package static let code = Marks(rawValue: 4)
        package static let superscript = Marks(rawValue: 8)
        /// 浪线式书名号 (书名号甲式): a wavy line below, at the left of vertical text (GB/T 15834-2011 §5.2.4).
        package static let bookTitle = Marks(rawValue: 16)
        /// 专名号: a straight line in the same place (§5.1.8, §5.2.5).
        package static let properName = Marks(rawValue: 32)
    }
}

/// Where a text stands in the file that a person wrote.
package struct SourcePoint: Sendable {
    package var file: SourceFile
    package var byte: Int

    package init(file: SourceFile, byte: Int) {
        self.file = file
        self.byte = byte
    }

    package var place: SourcePlace { file.place(ofByte: byte) }

    /// The place of a character's first appearance at or after this point; the point itself if the text was not typed as
    /// it is set.
    func place(of scalar: Unicode.Scalar) -> SourcePlace {
        let wanted = Array(String(scalar).utf8)
        var position = byte
        while position + wanted.count <= file.bytes.count {
            if file.bytes[position] == wanted[0], file.bytes[position..<position + wanted.count].elementsEqual(wanted) {
                return file.place(ofByte: position)
            }
            position += 1
        }
        return place
    }
}

/// How the marks of a text look: faces, size, colour.
package struct TextLook: Hashable, Sendable {
    package enum Emphasis: Hashable, Sendable {
        /// 着重号 below each character (CLREQ “Handling Interlinear Punctuation”).
        case dots
        case face(FontRole)
    }

    package var face: FontRole
    package var strongFace: FontRole
    package var codeFace: FontRole
    package var emphasis: Emphasis
    /// The em.
    package var size: Points
    package var colour: Colour
    /// Colour of strong text; nil for the text's own.
    package var strongColour: Colour?
    package var linkColour: Colour?

    package init(
        face: FontRole, strongFace: FontRole, codeFace: FontRole = .text, emphasis: Emphasis = .dots, size: Points,
        colour: Colour, strongColour: Colour? = nil, linkColour: Colour? = nil
    ) {
        self.face = face
        self.strongFace = strongFace
        self.codeFace = codeFace
        self.emphasis = emphasis
        self.size = size
        self.colour = colour
        self.strongColour = strongColour
        self.linkColour = linkColour
    }

    /// The look at another size.
    package func sized(_ size: Points) -> TextLook {
        var look = self
        look.size = size
        return look
    }

    func face(for marks: Inline.Marks) -> FontRole {
        if marks.contains(.code) { return codeFace }
        if marks.contains(.strong) { return strongFace }
        if marks.contains(.emphasis), case .face(let face) = emphasis { return face }
        return face
    }

    func colour(for inline: Inline) -> Colour {
        if inline.link != nil, let linkColour { return linkColour }
        if inline.marks.contains(.strong), let strongColour { return strongColour }
        return colour
    }

    func size(for marks: Inline.Marks) -> Points { marks.contains(.superscript) ? size * 0.6 : size }
}

/// For each scalar of a text, whether a word begins with it. What tells has a dictionary, which this room has not; all that are
/// used tell the same.
package struct WordFinder: Hashable, Sendable {
    let starts: @Sendable (String) -> [Bool]

    package init(_ starts: @escaping @Sendable (String) -> [Bool]) { self.starts = starts }

    package static func == (_: Self, _: Self) -> Bool { true }
    package func hash(into _: inout Hasher) {}
}

/// How a paragraph is broken and spaced.
package struct ParagraphStyle: Hashable, Sendable {
    package enum Alignment: Hashable, Sendable {
        /// Every line but the last ends exactly at the measure.
        case justified
        case ragged, centred, trailing
        /// 均排: every line ends exactly at the measure, the last one too.
        case distributed
    }

    package var alignment: Alignment
    /// From baseline to baseline.
    package var leading: Points
    /// Indent of the first line, in em of the paragraph.
    package var indent: Double
    /// The measure is floored to whole em (CLREQ “Considerations when Designing the Type Area”).
    package var floorsMeasure: Bool
    /// Lines keep whole phrases where they can, as headlines do, and are about equally long.
    package var keepsPhrases: Bool
    /// Where its words begin, if lines that keep phrases are to keep words too.
    package var words: WordFinder?
    /// Lines run from top to bottom and follow each other from right to left. The paragraph is set lying, and turned with
    /// its frame.
    package var isVertical = false

    package init(
        alignment: Alignment = .justified, leading: Points, indent: Double = 0, floorsMeasure: Bool = true,
        keepsPhrases: Bool = false
    ) {
        self.alignment = alignment
        self.leading = leading
        self.indent = indent
        self.floorsMeasure = floorsMeasure
        self.keepsPhrases = keepsPhrases
    }
}
