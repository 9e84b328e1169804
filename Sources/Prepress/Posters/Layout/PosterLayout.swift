import Campaign
import Diagnostics
import Drawing
import Edition
import QRCode
import Theme
import Typesetting

/// Lays out one poster: art, frames, text. The same layout serves the PDF, the picture and the printable page.
struct PosterLayout {
    let context: PosterContext
    let fonts: FontBook
    private var setter: TextSetter
    private var rects: [String: Rect] = [:]

    init(_ context: PosterContext, fonts: FontBook) {
        self.context = context
        self.fonts = fonts
        setter = TextSetter(fonts: fonts)
    }

    /// The sheets, and what is wrong with them.
    mutating func laid() -> (poster: LaidPoster, report: Report) {
        let contents = context.template.frames.map { (spec: $0, content: context.content(of: $0)) }
        rects = frameRects(contents)
        checkStand()
        let flows = flowFrames(contents)
        var sizing = FrameSizing(flows.filter { !runsOn($0.spec) }, rects: rects, context: context)
        let sized = sizing.solved()

        let caps = headlineCaps(contents)

        var sheets = [blankSheet(following: false)]
        for (spec, content) in contents {
            guard let rect = sized[spec.name]?.rect ?? rects[spec.name] else { continue }
            if let flow = flows.first(where: { $0.spec.name == spec.name }) {
                let size = sized[spec.name]?.size ?? context.sizes(spec).upperBound
                place(flow, in: rect, size: size, &sheets)
            } else {
                let placed = self.placed(
                    spec, content, in: rect, cap: spec.together.flatMap { caps[$0] }, sheet: 0, of: 1)
                add(spec, rect, placed, to: &sheets[0])
            }
        }
        finishFollowing(&sheets, contents)
        for index in sheets.indices { addStanding(to: &sheets[index]) }
        return (LaidPoster(sheets: sheets, title: context.slogan?.text ?? context.piece.title), setter.report)
    }

    /// Each frame's rectangle on the first sheet; a frame that shows nothing gives its room to another.
    private func frameRects(_ contents: [(spec: FrameSpec, content: FrameContent)]) -> [String: Rect] {
        var rects: [String: Rect] = [:]
        for (spec, _) in contents { rects[spec.name] = rect(of: spec.name) }
        for (spec, content) in contents {
            guard case .nothing = content, let own = rects.removeValue(forKey: spec.name), let taker = spec.yields,
                let other = rects[taker]
            else { continue }
            rects[taker] = other.union(own)
        }
        return rects
    }

    /// The size that the headlines of each group share: the least of those that they would have alone.
    private mutating func headlineCaps(_ contents: [(spec: FrameSpec, content: FrameContent)]) -> [String: Points] {
        var caps: [String: Points] = [:]
        for (spec, content) in contents {
            guard let group = spec.together, case .headline(let text, _) = content, let rect = rects[spec.name],
                let size = FixedFrame(spec: spec, context: context).headlineSize(text, in: rect, &setter)
            else { continue }
            caps[group] = min(size, caps[group] ?? size)
        }
        return caps
    }

    private func rect(of name: String, following: Bool = false) -> Rect? {
        context.shape.rect(of: name, following: following).map {
            context.fit.rect($0, context.template.frame(name)?.anchor ?? .start)
        }
    }

    /// No frame where the stand covers it.
    private mutating func checkStand() {
        let zones = HiddenZones(of: SheetFormat(context.ref.size)?.stand, on: context.sheet)
        for spec in context.template.frames {
            guard let rect = rects[spec.name], let (zone, depth) = zones.covering(rect) else { continue }
            setter.report.add(
                .hiddenByStand, at: spec.source,
                [
                    "size": .init(context.ref.size), "frame": .init(spec.name), "zone": zone.name,
                    "depth": .init(Decimal.text(depth.inMillimetres, places: 1)),
                ])
        }
    }

    private mutating func flowFrames(_ contents: [(spec: FrameSpec, content: FrameContent)]) -> [FlowFrame] {
        contents.compactMap { spec, content in
            switch content {
            case .blocks(let blocks): return FlowFrame(spec: spec, blocks: blocks, context: context, fonts: fonts)
            case .lacking:
                setter.report.add(
                    .takeFoundNothing, at: context.place,
                    [
                        "title": .init(context.shortTitle), "template": .init(context.template.name),
                        "take": spec.take.wording,
                    ])
                return nil
            default: return nil
            }
        }
    }

    /// Text that goes on over as many sheets as it needs.
    private func runsOn(_ spec: FrameSpec) -> Bool {
        spec.take == .body && context.shape.rect(of: spec.name, following: true) != nil
    }

    /// A strip of more sheets than this is a mistake.
    private static let mostSheets = 60

    private mutating func place(_ flow: FlowFrame, in rect: Rect, size: Points, _ sheets: inout [PosterSheet]) {
        let following = runsOn(flow.spec) ? self.rect(of: flow.spec.name, following: true) : nil
        let (parts, overflow) = flow.placed(
            in: rect, size: size, next: { $0 < Self.mostSheets ? following : nil }, &setter)
        if let overflow { report(flow.spec, excess: overflow.height, at: overflow.place) }
        for (index, part) in parts.enumerated() {
            if index == sheets.count { sheets.append(blankSheet(following: true)) }
            let area = index == 0 ? rect : following ?? rect
            add(flow.spec, area, FigureResult(marks: part), to: &sheets[index])
        }
    }

    /// What the following sheets of a strip repeat, and the number of every sheet.
    private mutating func finishFollowing(
        _ sheets: inout [PosterSheet], _ contents: [(spec: FrameSpec, content: FrameContent)]
    ) {
        let count = sheets.count
        for index in sheets.indices {
            for (spec, content) in contents where !runsOn(spec) {
                var isNumber = false
                if case .sheetNumber = content { isNumber = true }
                guard index > 0 || isNumber, let rect = rect(of: spec.name, following: index > 0) else { continue }
                let placed = self.placed(spec, content, in: rect, sheet: index, of: count, isNumbered: true)
                add(spec, rect, placed, to: &sheets[index])
            }
        }
    }

    private func blankSheet(following: Bool) -> PosterSheet {
        let art = following ? context.shape.next ?? context.shape.art : context.shape.art
        let ground = context.fit.ground(art)
        return PosterSheet(
            frame: Frame(size: context.sheet, items: ground), artItems: ground.count, art: context.fit.layers(art),
            regions: [])
    }

    private mutating func add(_ spec: FrameSpec, _ rect: Rect, _ result: FigureResult?, to sheet: inout PosterSheet) {
        guard let result else { return }
        if let ground = spec.ground, let colour = context.theme.colours.tint(ground, spec.tint) {
            sheet.frame.items.append(Placed(.fill(result.extent ?? rect, colour), as: .artifact))
        }
        sheet.frame.items += result.marks
        if result.excess <= 0.01 {
            checkSize(of: result.marks, in: spec)
            BannerLine(context: context, spec: spec, rect: rect, marks: result.marks).check(reporting: &setter.report)
        }
        if result.excess > 0.01 { report(spec, excess: result.excess, at: context.place) }
        sheet.regions.append(
            PosterRegion(
                name: spec.name, take: spec.take, rect: rect, extent: result.extent ?? rect,
                text: result.marks.compactMap(\.text).joined(separator: "\n")))
    }

    /// What is set smaller than the sheet's distance allows.
    private mutating func checkSize(of marks: [Placed], in spec: FrameSpec) {
        guard let height = ReadingDistance.smallest(of: marks) else { return }
        let reading = ReadingDistance(context)
        let floor = reading.least(for: spec.take)
        var (code, least) = (DiagnosticCode.posterTextTooSmall, floor)
        if height >= floor - 0.01 {
            guard let comfortable = reading.comfortable(for: spec.take) else { return }
            (code, least) = (context.isForElderly ? .posterTextForElderly : .posterTextStrains, comfortable)
        }
        guard height < least - 0.01 else { return }
        // A frame holds as many characters as the square of their size allows.
        let count = marks.compactMap(\.text).reduce(0) { $0 + $1.unicodeScalars.count }
        let surplus = Int((Double(count) * (1 - (height / least) * (height / least))).rounded(.up))
        setter.report.add(
            code, at: context.place,
            [
                "title": .init(context.shortTitle), "template": .init(context.template.name),
                "size": .init(context.ref.size), "frame": spec.take.wording,
                "distance": .init(Decimal.text(reading.text, places: 1)),
                "height": .init(Decimal.text(height.inMillimetres, places: 1)),
                "least": .init(Decimal.text(least.inMillimetres, places: 1)), "surplus": .init("\(surplus)"),
            ])
    }

    private mutating func report(_ spec: FrameSpec, excess: Points, at place: SourcePlace?) {
        setter.report.add(
            .posterOverflow, at: place ?? context.place,
            [
                "title": .init(context.shortTitle), "template": .init(context.template.name),
                "size": .init(context.ref.size), "frame": spec.take.wording,
                "excess": .init(Decimal.text(max(0.1, excess.inMillimetres), places: 1)),
            ])
    }

    /// What has not been checked says so beside the theme, on every sheet.
    private mutating func addStanding(to sheet: inout PosterSheet) {
        guard !context.piece.verified, let label = sheet.regions.first(where: { $0.take == .theme })?.extent else {
            return
        }
        let ink = context.theme.colours.ink
        let size = label.height * ThemeLockup.standingSize
        let set = setter.line("待核实", TypeStyle(font: .textBold, size: size, colour: ink))
        let box = Rect(x: label.maxX + size * 0.7, y: label.y, width: set.width + size, height: label.height)
        sheet.frame.items.append(
            Placed(.stroke(.rect(box.inset(by: size * 0.05)), width: size * 0.1, ink), as: .artifact))
        let origin = Point(x: box.x + size * 0.5, y: box.y + (box.height - size) / 2)
        sheet.frame.items += set.placed(at: origin, as: .paragraph)
    }

    /// Sets a frame that is no running text; nil for one that shows nothing.
    private mutating func placed(
        _ spec: FrameSpec, _ content: FrameContent, in rect: Rect, cap: Points? = nil, sheet: Int, of count: Int,
        isNumbered: Bool = false
    ) -> FigureResult? {
        let frame = FixedFrame(spec: spec, context: context, headlineCap: cap)
        switch content {
        case .nothing, .lacking, .blocks: return nil
        case .words(let text): return frame.words(text.isEmpty ? spec.label ?? "" : text, in: rect, &setter)
        case .headline(let text, let source): return frame.headline(text, source, in: rect, &setter)
        case .figure: return frame.figure(in: rect, &setter)
        case .sheetNumber:
            guard isNumbered else { return nil }
            return frame.words("第 \(sheet + 1) 张，共 \(count) 张", in: rect, &setter)
        }
    }
}
