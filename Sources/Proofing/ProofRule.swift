package import Diagnostics

/// One row of the composition checklist: what a reader of Chinese print expects, where it is written, and what mends it.
/// The numbers are those of docs/proof.md and are never used again for something else. Sections of CLREQ (W3C, Requirements
/// for Chinese Text Layout) go by their names, because their numbers change.
package struct ProofRule: Hashable, Sendable {
    package let number: Int
    package let name: Wording
    /// The national standard and the section of CLREQ, by its title in simplified Chinese.
    package let source: String
    /// What whoever set the text does about it.
    package let mend: Wording

    init(_ number: Int, _ name: Wording, source: String, mend: Wording) {
        self.number = number
        self.name = name
        self.source = source
        self.mend = mend
    }

    package static func == (left: Self, right: Self) -> Bool { left.number == right.number }
    package func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// Every rule that proof decides, by number.
    package static let all: [ProofRule] =
        (lineEndRules + widthRules + paragraphRules + pageRules + fileRules).sorted { $0.number < $1.number }
}

// Where a line may end.
extension ProofRule {
    private static let moveToLineBefore = Wording(
        "把它挤进上一行，或者把前一个字带到这一行来。", "Squeeze it into the line before, or bring the character before it along.")

    static let stopFirst = ProofRule(
        1, .init("点号不在行首", "a stop is never first in a line"), source: "GB/T 15834-2011 §5.1.1–5.1.2; CLREQ 行首行尾禁则",
        mend: moveToLineBefore)
    static let closingFirst = ProofRule(
        2, .init("后引号、后括号、后书名号不在行首", "a closing mark is never first in a line"),
        source: "GB/T 15834-2011 §5.1.3; CLREQ 行首行尾禁则", mend: moveToLineBefore)
    static let openingLast = ProofRule(
        3, .init("前引号、前括号、前书名号不在行末", "an opening mark is never last in a line"),
        source: "GB/T 15834-2011 §5.1.3; CLREQ 行首行尾禁则",
        mend: .init("把它移到下一行。", "Move it to the next line."))
    static let interpunctFirst = ProofRule(
        4, .init("间隔号不在行首", "an interpunct is never first in a line"), source: "GB/T 15834-2011 §5.1.7; CLREQ 行首行尾禁则",
        mend: moveToLineBefore)
    static let connectorFirst = ProofRule(
        5, .init("连接号不在行首", "a connector is never first in a line"), source: "GB/T 15834-2011 §5.1.6; CLREQ 行首行尾禁则",
        mend: moveToLineBefore)
    static let solidusAtEdge = ProofRule(
        6, .init("分隔号不在行首，也不在行末", "a solidus is neither first nor last in a line"),
        source: "GB/T 15834-2011 §5.1.9; CLREQ 行首行尾禁则",
        mend: .init("把它和前后的字放在同一行。", "Keep it in one line with what stands before and after."))
    static let dash = ProofRule(
        7, .init("破折号占两个字，不拆开", "a dash is two em wide and never split"),
        source: "GB/T 15834-2011 §5.1.4; CLREQ 符号分离禁则",
        mend: .init(
            "用两个 U+2014 相连，同用中文字体，不要拆成两行。", "Set two U+2014 together, both in the Chinese font, in one line."))
    static let ellipsis = ProofRule(
        8, .init("省略号占两个字，不拆开；两个连用占四个字", "an ellipsis is two em wide and never split; two of them four"),
        source: "GB/T 15834-2011 §5.1.5; CLREQ 符号分离禁则",
        mend: .init(
            "用两个 U+2026 相连，同用中文字体，不要拆成两行。", "Set two U+2026 together, both in the Chinese font, in one line."))
    static let numberSplit = ProofRule(
        10, .init("数字和它的符号不拆开", "a number and its signs stay in one line"), source: "CLREQ 符号分离禁则",
        mend: .init("把整个数字连同 ￥、%、℃ 放在同一行。", "Keep the whole number with its sign in one line."))
    static let unitSplit = ProofRule(
        11, .init("数字和单位不拆开", "a number and its unit stay in one line"),
        source: "GB/T 3101-1993 §3.4; CLREQ 符号分离禁则",
        mend: .init("数字和单位之间改用不断行空格。", "Put a no-break space between the number and its unit."))

    static let lineEndRules = [
        stopFirst, closingFirst, openingLast, interpunctFirst, connectorFirst, solidusAtEdge, dash, ellipsis,
        numberSplit,
        unitSplit,
    ]
}

// How wide marks and gaps are.
extension ProofRule {
    static let adjacentMarks = ProofRule(
        13, .init("相邻的两个标点共占一个半字", "two adjacent marks take one and a half em"), source: "CLREQ 标点符号的宽度调整",
        mend: .init("打开标点挤压。", "Turn on the squeezing of adjacent marks."))
    static let lineStartMark = ProofRule(
        14, .init("行首的前括号、前引号去掉左边半个字的空", "an opening mark at the line's start loses its empty half"),
        source: "CLREQ 标点符号的宽度调整",
        mend: .init("打开行首标点挤压，让它和别的行对齐。", "Trim marks at the line's start, so that they align with the other lines."))
    static let lineEndMark = ProofRule(
        15, .init("行末的全角标点占半个字", "a full-width mark at the line's end takes half its width"),
        source: "GB/T 15834-2011 §5.1.10; CLREQ 标点符号的宽度调整",
        mend: .init("打开行末标点挤压，让字面对齐版心右边。", "Trim marks at the line's end, so that the ink meets the edge."))
    static let markAfterIndent = ProofRule(
        16, .init("段首的前括号、前引号前面空一个半字", "an opening mark after the indent has a gap of one and a half em"),
        source: "CLREQ 标点符号的宽度调整",
        mend: .init("段首缩进之后的前引号也去掉左边半个字的空。", "Trim the opening mark behind the indent as well."))
    static let hanLatin = ProofRule(
        17,
        .init(
            "汉字和西文、数字之间最多空四分之一字，行首和标点旁边不空",
            "Han and Latin are at most a quarter em apart, and not apart at line starts and beside marks"),
        source: "CLREQ 中、西文混排处理",
        mend: .init("删去手工加的空格，改用自动的中西文间距。", "Remove typed spaces and let the program set the gap."))
    static let interpunctWidth = ProofRule(
        27, .init("间隔号占半个字", "an interpunct is half an em wide"), source: "GB/T 15834-2011 §5.1.7",
        mend: .init("间隔号改用中文字体的 U+00B7，占半个字。", "Use U+00B7 of the Chinese font at half an em."))
    static let repeatedMarks = ProofRule(
        28, .init("问号、叹号连用：两个占一个字，三个占两个字", "？？ and ？！ take one em, ？？？ takes two"),
        source: "GB/T 15834-2011 §5.1.2",
        mend: .init("连用的问号、叹号各占半个字。", "Give each of the repeated marks half an em."))
    static let quotationMarks = ProofRule(
        29, .init("中文里的引号是全角的，西文里的是比例的", "quotation marks are full-width in Chinese, proportional in Latin"),
        source: "GB/T 15834-2011 §5.1.3",
        mend: .init("引号用所在文字的字体。", "Set quotation marks in the font of the text that they stand in."))

    static let widthRules = [
        adjacentMarks, lineStartMark, lineEndMark, markAfterIndent, hanLatin, interpunctWidth, repeatedMarks,
        quotationMarks,
    ]
}

// How paragraphs stand in their measure.
extension ProofRule {
    static let indent = ProofRule(
        18, .init("段首空两个字", "the first line is indented by two em"), source: "CLREQ 段首缩排",
        mend: .init("首行缩进设为 2 个字。", "Set the first-line indent to two em."))
    static let justification = ProofRule(
        19, .init("除末行外，各行都到版心右边，字距均匀", "every line but the last ends exactly at the measure, stretched evenly"),
        source: "CLREQ 行内调整",
        mend: .init("设为两端对齐，让标点挤压和字距一起分摊。", "Justify the text, by squeezed marks and even gaps."))
    static let lastLine = ProofRule(
        22, .init("段末一行至少有两个汉字", "the last line of a paragraph has two Han characters at least"),
        source: "GB/T 15834-2011 §5.1.11; CLREQ 孤行与孤字处理",
        mend: .init("把前一行的字带一个下来，或挤进前一行。", "Bring one more character down, or squeeze this one into the line before."))

    static let paragraphRules = [indent, justification, lastLine]
}

// How text stands on pages.
extension ProofRule {
    static let singleLine = ProofRule(
        23, .init("段落的第一行不单独在页末，最后一行不单独在页首", "no line of a paragraph stands alone at the top or bottom of a page"),
        source: "CLREQ 孤行与孤字处理",
        mend: .init("设“孤行控制”，或调整前面的行数。", "Turn on widow and orphan control, or change the lines before."))
    static let headingLast = ProofRule(
        24, .init("标题不在页末", "a heading is never last on a page"),
        source: "CLREQ 标题处理（包含换页处理）",
        mend: .init("标题设为“与下段同页”。", "Keep the heading with the next paragraph."))
    static let emphasisDots = ProofRule(
        25, .init("着重号在字的下方，行距不变", "emphasis dots stand below the characters and leave the line gap alone"),
        source: "GB/T 15834-2011 §5.1.8; CLREQ 行间标点的处理",
        mend: .init("着重号设在字的下方，行距设为固定值。", "Put the dots below, and set a fixed line gap."))
    static let grid = ProofRule(
        30,
        .init(
            "行长是整数个字；行距（两行之间的空）是半个字到一个字，而且不变",
            "the measure is a whole number of em; the line gap is half to one em and constant"),
        source: "CLREQ 基本版式设计的注意事项",
        mend: .init(
            "行长取字号的整数倍；行距用固定值，是字号的 1.5 到 2 倍。",
            "Make the measure a multiple of the size, and the leading fixed at 1.5 to 2 times the size."))
    static let sizes = ProofRule(
        31,
        .init(
            "手册正文用五号（10.5 磅）或小五（9 磅），不小于六号（7.875 磅），标题一级比一级大一成以上",
            "a handbook's body is 10.5 or 9 pt, nothing is under 7.875 pt, a level of headings is a tenth larger than the next"
        ),
        source: "CLREQ 基本版式设计的注意事项",
        mend: .init(
            "正文改用五号或小五，小字不小于六号；标题每级大 10% 到 20%。",
            "Set the body in 10.5 or 9 pt, small print not under 7.875 pt, and each level of headings 10 to 20 % larger."
        ))
    static let hanging = ProofRule(
        34, .init("标点不悬出版心", "no mark hangs out of the measure"), source: "CLREQ 行尾点号悬挂",
        mend: .init("关掉标点悬挂。", "Turn off hanging punctuation."))

    static let pageRules = [
        singleLine, headingLast, emphasisDots, grid, sizes, hanging,
    ]
}
