import Diagnostics

/// Checks one template against the shapes of its frames and compiles it; partials are written into it.
struct Compiler {
    private let partials: [String: TokenReader]
    private(set) var report = Report()
    /// The partials that the template uses, directly or not.
    private(set) var used: Set<String> = []
    /// The slots of frame 0 that the template uses.
    private(set) var usedConstants: Set<Int> = []
    private var place = MarkupPlace()
    /// The shapes that names are looked up in, the innermost last, with the frames where their records stand.
    private var scopes: [(frame: Int, shape: Shape)] = []
    private var frameCount = 0
    /// Partials that are being written in, the template's own file first.
    private var open: [String] = []
    private var depth = 0
    private var gaveUp = false

    init(partials: [String: TokenReader]) { self.partials = partials }

    mutating func compile(_ file: SourceFile, frames: [Shape]) -> Program {
        scopes = frames.enumerated().map { ($0.offset, $0.element) }
        frameCount = frames.count
        return Program(steps: steps(of: TokenReader(file)), frameCount: frameCount)
    }

    private mutating func steps(of reader: TokenReader) -> [Program.Step] {
        var reader = reader
        var steps = block(&reader, section: nil)
        // A closing tag without a section ends the block early: say so and go on.
        while let stray = reader.next() {
            report.add(
                .strayClosingTag, at: reader.file.place(ofByte: stray.range.lowerBound), length: stray.range.count,
                ["key": .init(stray.name)])
            steps += block(&reader, section: nil)
        }
        return steps
    }

    /// Everything up to the closing tag of a section, which is left to the caller.
    private mutating func block(_ reader: inout TokenReader, section: Token?) -> [Program.Step] {
        var steps: [Program.Step] = []
        while let token = reader.peek() {
            if token.kind == .close { return steps }
            reader.advance()
            switch token.kind {
            case .text:
                place.pass(reader.file.bytes[token.range])
                steps.append(.bytes(Array(reader.file.bytes[token.range])))
            case .variable, .raw:
                if let step = variable(token, reader.file) { steps.append(step) }
                place.passValue()
            case .section, .inverted: steps += self.section(token, &reader)
            case .partial: steps += partial(token, reader.file)
            case .comment, .close: break
            case .unsupported: add(.unsupportedTag, token, reader.file)
            case .unclosed: add(.unclosedTag, token, reader.file)
            }
        }
        if let section, !gaveUp { add(.unclosedSection, section, reader.file) }
        return steps
    }

    private mutating func variable(_ token: Token, _ file: SourceFile) -> Program.Step? {
        guard let (slot, kind) = lookUp(token, file) else { return nil }
        let raw = token.kind == .raw
        switch kind {
        case .text, .url: if raw { add(.rawText, token, file) }
        case .html: if !raw { add(.escapedHTML, token, file) }
        case .flag, .list, .group: add(.sectionAsValue, token, file)
        }
        if let objection = place.objection(to: kind) {
            add(.unsafePlace, token, file, ["reason": objection.wording])
        }
        return .value(slot, raw: raw)
    }

    /// Sections and partials inside one another; ours have four.
    private static let depthLimit = 32

    private mutating func section(_ token: Token, _ reader: inout TokenReader) -> [Program.Step] {
        guard depth < Self.depthLimit else {
            add(.tooDeepTemplate, token, reader.file, ["limit": .init("\(Self.depthLimit)")])
            // Nothing after this can be understood, and what is open before it is open because of it.
            gaveUp = true
            reader.skipAll()
            return []
        }
        depth += 1
        defer { depth -= 1 }
        let found = lookUp(token, reader.file)
        let outer = scopes
        let start = place
        var frame = 0
        if token.kind == .section, case .list(let shape)? = found?.kind { frame = enter(shape) }
        if token.kind == .section, case .group(let shape)? = found?.kind { frame = enter(shape) }
        let inner = block(&reader, section: token)
        scopes = outer
        if !place.agrees(with: start) { add(.splitMarkup, token, reader.file) }
        if let close = reader.next(), close.name != token.name {
            report.add(
                .wrongClosingTag, at: reader.file.place(ofByte: close.range.lowerBound), length: close.range.count,
                ["key": .init(close.name), "open": .init(token.name)])
        }
        guard let found else { return [] }
        return token.kind == .section
            ? [.section(found.slot, frame: frame, inner)] : [.inverted(found.slot, inner)]
    }

    private mutating func enter(_ shape: Shape) -> Int {
        scopes.append((frameCount, shape))
        frameCount += 1
        return frameCount - 1
    }

    private mutating func partial(_ token: Token, _ file: SourceFile) -> [Program.Step] {
        let name = token.name
        guard let partial = partials[name] else {
            var arguments: [String: Wording] = ["key": .init(name)]
            if let nearest = Suggestion.nearest(to: name, among: partials.keys.sorted()) {
                arguments["suggestion"] = .init(nearest)
            }
            add(.unknownPartial, token, file, arguments)
            return []
        }
        used.insert(name)
        guard !open.contains(name) else {
            add(.partialLoop, token, file)
            return []
        }
        open.append(name)
        defer { open.removeLast() }
        return steps(of: partial)
    }

    // MARK: - Names

    /// The innermost scope that declares the name; `group.key` reads a key of a group.
    private mutating func lookUp(_ token: Token, _ file: SourceFile) -> (slot: Program.Slot, kind: Kind)? {
        let dot = token.name.utf8.firstIndex(of: UInt8(ascii: "."))
        let name = dot.map { String(token.name[..<$0]) } ?? token.name
        let key = dot.map { String(token.name[$0...].dropFirst()) }
        for scope in scopes.reversed() {
            guard let index = scope.shape.slot(of: name) else { continue }
            let kind = scope.shape.kinds[index]
            if scope.frame == 0 { usedConstants.insert(index) }
            guard let key else { return (.init(frame: scope.frame, index: index), kind) }
            if case .group(let shape) = kind, let inner = shape.slot(of: key) {
                return (.init(frame: scope.frame, index: index, inner: inner), shape.kinds[inner])
            }
        }
        var arguments: [String: Wording] = [:]
        let known = scopes.reversed().flatMap { $0.shape.names }
        if let nearest = Suggestion.nearest(to: token.name, among: known) {
            arguments["suggestion"] = .init(nearest)
        }
        add(.unknownKey, token, file, arguments)
        return nil
    }

    private mutating func add(
        _ code: DiagnosticCode, _ token: Token, _ file: SourceFile, _ arguments: [String: Wording] = [:]
    ) {
        let named = token.name.isEmpty ? token.range : token.nameStart..<token.nameStart + token.name.utf8.count
        report.add(
            code, at: file.place(ofByte: named.lowerBound), length: named.count,
            ["key": .init(token.name)].merging(arguments) { $1 })
    }
}

/// The tokens of one file, read one by one.
struct TokenReader {
    let tokens: [Token]
    let file: SourceFile
    private var index = 0

    init(_ file: SourceFile) {
        tokens = Tokeniser.tokens(of: file.bytes)
        self.file = file
    }

    func peek() -> Token? { index < tokens.count ? tokens[index] : nil }
    mutating func advance() { index += 1 }
    mutating func skipAll() { index = tokens.count }

    mutating func next() -> Token? {
        defer { index += 1 }
        return peek()
    }
}

extension MarkupPlace.Objection {
    var wording: Wording {
        switch self {
        case .rawText: .init("在 script 或 style 里面", "it is inside a script or style element")
        case .tag: .init("在标签里、属性值之外", "it is inside a tag but not in an attribute's value")
        case .unquoted: .init("属性值没有加引号", "the attribute's value is not quoted")
        case .comment: .init("在注释里面", "it is inside a comment")
        case .script: .init("这个属性会被当作程序或样式执行", "the attribute is run as a program or style")
        case .address: .init("这里要的是网址，而它是普通文字", "an address is due here, and the key is plain text")
        }
    }
}
