import Campaign
import Diagnostics
import Drawing
import Edition
import Theme
import Typesetting

/// The front cover, and the slip with a unit's name that is stamped on it.
struct CoverPages {
    let manuscript: Manuscript
    let template: HandbookTemplate
    let size: Size
    /// What the slips of all copies hold, in the order of reading.
    private let theme = StructureElement.paragraph
    private let unit = StructureElement.paragraph
    private let copies = StructureElement.paragraph

    /// What all copies have on their cover. Texts for which the art has no frame are left out.
    func front(by setter: inout Typesetter) -> Frame {
        let whole = Rect(size: size)
        let placing = ArtPlacing(template.cover, in: whole)
        var frame = Frame(size: size)
        frame.items.append(Placed(.art(template.cover, whole), as: .artifact))
        let period = "\(manuscript.period.from.chinese)—\(manuscript.period.to.chinese)"
        let texts: [(FrameName, [String], StructureElement?)] = [
            (.campaign, [manuscript.campaign], .paragraph), (.period, [period], .paragraph),
            (.title, titleLines(in: placing.rect(FrameName.title.rawValue)), .heading(1)),
            (.subtitle, [manuscript.subtitle], .paragraph),
            (
                .organiser,
                [template.words.filled(.organiser, [("name", manuscript.organiser)])], .paragraph
            ),
        ]
        for (name, lines, role) in texts {
            add(name, lines, role, in: placing.rect(name.rawValue), to: &frame, by: &setter)
        }
        return frame
    }

    private func titleLines(in box: Rect?) -> [String] {
        guard let box, let look = template.frames[.title] else { return [manuscript.title] }
        return TitleLines(manuscript.title)
            .divided(for: box.size, leading: FrameText.leading, largest: look.size, mostLines: 5)
    }

    private func add(
        _ name: FrameName, _ lines: [String], _ role: StructureElement?, in box: Rect?, to frame: inout Frame,
        by setter: inout Typesetter
    ) {
        guard var box, let look = template.frames[name],
            lines.contains(where: { !$0.isEmpty })
        else { return }
        if name == .organiser,
            let mark = OrganiserMark(manuscript.logo, of: manuscript.organiser, reporting: &setter.report)
        {
            let (marks, rest) = mark.placed(in: box)
            frame.items += marks
            box = rest
        }
        let text = FrameText(lines: lines, look: look, mostLines: 2)
        frame.items += text.setOrReported(in: box, named: "frame-\(name.rawValue)", by: &setter, role: role)
    }

    /// What a unit's copy has beside: the theme and the slip with the unit's name, on a page that is otherwise empty.
    /// Without a unit there is no slip, and the theme takes its room, where the art has a frame for that.
    func slip(for unit: UnitCopies?, by setter: inout Typesetter) -> Frame {
        var frame = Frame(size: size)
        let whole = ArtPlacing(template.cover, in: Rect(size: size))
        let place = unit == nil ? "theme-alone" : FrameName.theme.rawValue
        let box = whole.rect(place) ?? whole.rect(FrameName.theme.rawValue)
        add(.theme, manuscript.theme.lockup, theme, in: box, to: &frame, by: &setter)
        if let unit, let box = whole.rect("label") { addLabel(of: unit, in: box, to: &frame, by: &setter) }
        return frame
    }

    private func addLabel(of unit: UnitCopies, in slip: Rect, to frame: inout Frame, by setter: inout Typesetter) {
        let placing = ArtPlacing(template.label, in: slip)
        frame.items.append(Placed(.art(template.label, slip), as: .artifact))
        let count = template.words.filled(.copies, [("count", "\(unit.copies)")])
        for (name, text, role) in [(FrameName.unit, unit.name, self.unit), (.copies, count, copies)] {
            guard let box = placing.rect(name.rawValue), let look = template.frames[name] else { continue }
            let known = setter.report.diagnostics.count
            let items = FrameText(lines: [text], look: look, leading: 1.1, mostLines: 2)
                .set(in: box, by: &setter, role: role)
            setter.locateNew(since: known, at: unit.place)
            if let items {
                frame.items += items
            } else {
                setter.report.add(
                    .unitNameTooLong, at: unit.place,
                    ["unit": .init(unit.name), "frame": .init("frame-\(name.rawValue)")])
            }
        }
    }
}

/// Where the frames of a drawing lie when it fills a part of a page.
struct ArtPlacing {
    private let art: Artwork
    private let drawn: Rect

    init(_ art: Artwork, in rect: Rect) {
        self.art = art
        drawn = art.fitted(in: rect)
    }

    func rect(_ name: String) -> Rect? {
        guard let frame = art.frames.first(where: { $0.name == name })?.rect else { return nil }
        let scale = drawn.width / art.size.width
        return Rect(
            x: drawn.x + frame.x * scale, y: drawn.y + frame.y * scale, width: frame.width * scale,
            height: frame.height * scale)
    }
}
