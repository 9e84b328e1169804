import Campaign
import Diagnostics
import Drawing
import Theme
import Typesetting

/// The last page: the hotlines as a card to cut out, the channels, and the code of the book's page.
struct BackCover {
    let manuscript: Manuscript
    let template: HandbookTemplate
    let size: Size

    func frame(by setter: inout Typesetter) -> Frame {
        let whole = Rect(size: size)
        let placing = ArtPlacing(template.back, in: whole)
        var frame = Frame(size: size)
        frame.items.append(Placed(.art(template.back, whole), as: .artifact))
        if let box = placing.rect("card") { addCard(in: box, by: &setter, to: &frame.items) }
        let code = placing.rect("qr")
        var channels = placing.rect("channels")
        if let address = manuscript.address {
            if let code { addCode(address, in: code, by: &setter, to: &frame.items) }
        } else if let code, let box = channels {
            // Without a code its room belongs to the channels.
            channels = Rect(x: box.x, y: box.y, width: max(box.width, code.maxX - box.x), height: box.height)
        }
        if let channels { addChannels(in: channels, by: &setter, to: &frame.items) }
        addLine(manuscript.theme.line, .serifBold, "red", .left, "theme", placing, by: &setter, to: &frame.items)
        let organiser = template.words.filled(.organiser, [("name", manuscript.organiser)])
        addLine(organiser, .serif, "ink", .right, "organiser", placing, by: &setter, to: &frame.items)
        addLine(paperLine, .serif, "grey", .left, "paper", placing, by: &setter, to: &frame.items)
        return frame
    }

    /// The paper to print on, as the campaign states it; empty when it states none.
    private var paperLine: String {
        let parts = [(HandbookWords.Key.coverPaper, manuscript.paper.cover), (.textPaper, manuscript.paper.text)]
            .filter { !$0.1.isEmpty }.map { template.words.filled($0.0, [("name", $0.1)]) }
        return parts.isEmpty ? "" : template.words.filled(.paper, [("paper", parts.joined(separator: "，"))])
    }

    private func addLine(
        _ text: String, _ face: FontRole, _ colour: String, _ align: FrameLook.Alignment, _ name: String,
        _ placing: ArtPlacing, by setter: inout Typesetter, to items: inout [Placed]
    ) {
        guard let box = placing.rect(name), !text.isEmpty else { return }
        let size = name == "paper" ? HandbookSchema.smallest : 9
        let look = FrameLook(face: face, size: size, least: 5, align: align, colour: colour)
        items += FrameText(lines: [text], look: look)
            .setOrReported(in: box, named: "frame-\(name)", by: &setter, role: .paragraph)
    }

    /// The first hotline fills the upper half, the others share the rest.
    private func addCard(in box: Rect, by setter: inout Typesetter, to items: inout [Placed]) {
        let small = template.text.small
        let words = template.words
        setter.line(
            words[.card], .serifBold, small * 1.4, setter.colours.ink,
            at: Point(x: box.x, y: box.y + small * 1.4), role: .heading(1), into: &items)
        setter.line(
            words[.cut], .serif, small, setter.colours.grey, at: Point(x: box.maxX, y: box.y + small * 1.4),
            align: .right, into: &items)
        let top = box.y + small * 3
        let room = Rect(x: box.x, y: top, width: box.width, height: box.maxY - top)
        let shares = manuscript.hotlines.indices.map { $0 == 0 ? 1.6 : 1.0 }
        let unit = room.height / max(1, shares.reduce(0, +))
        var y = room.y
        for (index, hotline) in manuscript.hotlines.enumerated() {
            let part = Rect(x: room.x, y: y, width: room.width, height: unit * shares[index])
            add(hotline, isMain: index == 0, in: part, by: &setter, to: &items)
            y += part.height
        }
    }

    private func add(
        _ hotline: Hotline, isMain: Bool, in box: Rect, by setter: inout Typesetter, to items: inout [Placed]
    ) {
        let small = template.text.small
        let colours = setter.colours
        items.append(
            Placed(
                .rule(
                    from: Point(x: box.x, y: box.y), to: Point(x: box.maxX, y: box.y), width: isMain ? 1 : 0.35,
                    isMain ? colours.red : colours.grey), as: .artifact))
        let inner = Rect(x: box.x, y: box.y + small * 0.6, width: box.width, height: box.height - small * 1.2)
        let numberWidth = inner.width * (isMain ? 0.55 : 0.34)
        let look = FrameLook(
            face: .headline, size: min(inner.height, 64), least: 8, align: .left, colour: isMain ? "red" : "ink")
        let number = Rect(x: inner.x, y: inner.y, width: numberWidth - small, height: inner.height)
        items += FrameText(lines: [hotline.number], look: look)
            .setOrReported(in: number, named: "frame-card", by: &setter, role: .paragraph)
        let name = isMain ? small * 1.3 : small * 1.1
        let leading = small * 1.45
        let text = setter.paragraph(hotline.text, .serif, small, colours.ink, leading: leading)
        let width = inner.width - numberWidth
        let height = name * 1.5 + Double(text.broken(to: width).count) * leading
        let y = inner.y + max(0, (inner.height - height) / 2)
        setter.line(
            hotline.name, .serifBold, name, colours.ink, at: Point(x: inner.x + numberWidth, y: y + name), into: &items)
        _ = setter.lines(
            hotline.text, .serif, small, colours.ink, leading: leading,
            in: Rect(x: inner.x + numberWidth, y: y + name * 1.5, width: width, height: 0), into: &items)
    }

    /// Names to look for, each with how to find it where there is room for that.
    private func addChannels(in box: Rect, by setter: inout Typesetter, to items: inout [Placed]) {
        guard !manuscript.channels.isEmpty else { return }
        let small = template.text.small
        setter.line(
            template.words[.channels], .serifBold, small * 1.4, setter.colours.ink,
            at: Point(x: box.x, y: box.y + small * 1.4), role: .heading(1), into: &items)
        var list = Rect(x: box.x, y: box.y + small * 2.6, width: box.width, height: box.height - small * 2.6)
        let codes = manuscript.channels.compactMap(AccountCode.init)
        if !codes.isEmpty { add(codes, atFootOf: &list, by: &setter, to: &items) }
        if let set = channels(withTexts: true, in: list, by: &setter)
            ?? channels(withTexts: false, in: list, by: &setter)
        {
            items += set
        } else {
            let names = manuscript.channels.map(\.name).joined(separator: "、")
            setter.report.add(.frameTextTooLong, at: nil, ["text": .init(names), "frame": "frame-channels"])
        }
    }

    /// Codes in rows at the foot of the list, each over its account's name; the list keeps what is above them.
    private func add(
        _ codes: [AccountCode], atFootOf list: inout Rect, by setter: inout Typesetter, to items: inout [Placed]
    ) {
        let side: Points = .millimetres(25)
        let gap: Points = .millimetres(3)
        let name = HandbookSchema.smallest
        let row = side + name * 2.2
        let inRow = max(1, Int((list.width + gap) / (side + gap)))
        let rows = (codes.count + inRow - 1) / inRow
        let top = list.maxY - Double(rows) * row
        for (index, code) in codes.enumerated() {
            let square = Rect(
                x: list.x + Double(index % inRow) * (side + gap), y: top + Double(index / inRow) * row, width: side,
                height: side)
            items += code.placed(in: square)
            let look = FrameLook(face: .serifBold, size: name, least: 4, align: .centre, colour: "ink")
            let line = Rect(x: square.x, y: square.maxY, width: side, height: name * 1.6)
            items += FrameText(lines: [code.name], look: look)
                .setOrReported(in: line, named: "frame-channels", by: &setter, role: .caption)
        }
        list.height = max(0, top - list.y - name)
    }

    /// Nil when the list is higher than its room.
    private func channels(withTexts: Bool, in box: Rect, by setter: inout Typesetter) -> [Placed]? {
        var items: [Placed] = []
        var y = box.y
        let list = StructureElement(.list(isOrdered: false))
        for channel in manuscript.channels where channel.code == nil {
            let body = StructureElement(.listBody, in: StructureElement(.listItem, in: list))
            let name =
                channel.kind == .account ? template.words.filled(.search, [("name", channel.name)]) : channel.name
            let size = template.text.small
            y += setter.lines(
                name, .serifBold, size, setter.colours.ink, leading: size * 1.4,
                in: Rect(x: box.x, y: y, width: box.width, height: 0), role: StructureElement(.paragraph, in: body),
                into: &items)
            if withTexts, !channel.text.isEmpty {
                let size = HandbookSchema.smallest
                y += setter.lines(
                    channel.text, .serif, size, setter.colours.grey, leading: size * 1.35,
                    in: Rect(x: box.x, y: y, width: box.width, height: 0), role: StructureElement(.paragraph, in: body),
                    into: &items)
                y += 0.25 * size
            }
        }
        return y <= box.maxY + 0.01 ? items : nil
    }

    /// A code of at least 25 mm, its quiet zone on white, and what it is for.
    private func addCode(
        _ address: Manuscript.Address, in box: Rect, by setter: inout Typesetter, to items: inout [Placed]
    ) {
        let small = HandbookSchema.smallest
        let caption = address.isSample ? template.words[.sample] : template.words[.scan]
        let side = min(box.width, box.height - small * 1.6)
        let square = Rect(x: box.x + (box.width - side) / 2, y: box.y, width: side, height: side)
        guard let picture = CodePicture.illustration(of: address.url, side: side) else {
            return setter.report.add(.frameTextTooLong, at: nil, ["text": .init(address.url), "frame": "frame-qr"])
        }
        let link = StructureElement(.link)
        items += picture.placed(in: square, parent: link)
        items.append(Placed(.link(square, to: address.url), as: link))
        let look = FrameLook(face: .serif, size: small, least: 5, align: .centre, colour: "ink")
        let line = Rect(x: box.x, y: square.maxY + small * 0.2, width: box.width, height: small * 1.2)
        items += FrameText(lines: [caption], look: look)
            .setOrReported(in: line, named: "frame-qr", by: &setter, role: .caption)
    }
}
