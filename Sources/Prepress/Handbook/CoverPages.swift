import Campaign
import Diagnostics
import Drawing
import Theme
import Typesetting

/// The front cover, and the slip with a unit's name that is stamped on it.
struct CoverPages {
    let manuscript: Manuscript
    let template: HandbookTemplate
    let size: Size

    /// The cover without a unit. Texts for which the art has no frame are left out.
    func front(by setter: inout Typesetter) -> Frame {
        let whole = Rect(size: size)
        let placing = ArtPlacing(template.cover, in: whole)
        var frame = Frame(size: size)
        frame.items.append(Placed(.art(template.cover, whole), as: .artifact))
        let period = "\(manuscript.period.from.chinese)—\(manuscript.period.to.chinese)"
        let texts: [(FrameName, [String], Placed.Role)] = [
            (.campaign, [manuscript.campaign], .paragraph), (.period, [period], .paragraph),
            (.title, [manuscript.title], .heading(1)), (.subtitle, [manuscript.subtitle], .paragraph),
            (.theme, manuscript.theme.lockup, .paragraph),
            (
                .organiser,
                [template.words.filled(.organiser, [("name", manuscript.organiser)])], .paragraph
            ),
        ]
        for (name, lines, role) in texts {
            add(name, lines, role, placing, to: &frame, by: &setter)
        }
        return frame
    }

    private func add(
        _ name: FrameName, _ lines: [String], _ role: Placed.Role, _ placing: ArtPlacing, to frame: inout Frame,
        by setter: inout Typesetter
    ) {
        guard let box = placing.rect(name.rawValue), let look = template.frames[name],
            lines.contains(where: { !$0.isEmpty })
        else { return }
        let text = FrameText(lines: lines, look: look, mostLines: name == .title ? 4 : 2)
        if let items = text.set(in: box, by: &setter, role: role) {
            frame.items += items
        } else {
            setter.report.add(
                .frameTextTooLong, at: nil,
                ["text": .init(lines.joined()), "frame": .init("frame-\(name.rawValue)")])
        }
    }

    /// The slip of one unit, on a page that is otherwise empty.
    func label(unit: String, copies: Int, at place: SourcePlace?, by setter: inout Typesetter) -> Frame {
        var frame = Frame(size: size)
        let whole = ArtPlacing(template.cover, in: Rect(size: size))
        guard let slip = whole.rect("label") else { return frame }
        let placing = ArtPlacing(template.label, in: slip)
        frame.items.append(Placed(.art(template.label, slip), as: .artifact))
        let count = template.words.filled(.copies, [("count", "\(copies)")])
        for (name, text) in [(FrameName.unit, unit), (.copies, count)] {
            guard let box = placing.rect(name.rawValue), let look = template.frames[name] else { continue }
            let known = setter.report.diagnostics.count
            let items = FrameText(lines: [text], look: look, leading: 1.1, mostLines: 2)
                .set(in: box, by: &setter, role: .paragraph)
            setter.locateNew(since: known, at: place)
            if let items {
                frame.items += items
            } else {
                setter.report.add(
                    .unitNameTooLong, at: place, ["unit": .init(unit), "frame": .init("frame-\(name.rawValue)")])
            }
        }
        return frame
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
