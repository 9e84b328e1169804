package import Diagnostics

extension PictureHead {
    /// The head of a picture that can be printed and shown; nil after reporting why it cannot be. Nothing is decoded: a small
    /// file may unfold to gigabytes, and photographs take a while.
    package static func checked(
        _ bytes: [UInt8], path: String, at place: SourcePlace?, reporting report: inout Report
    ) -> PictureHead? {
        let head = PictureHead(bytes)
        if let head, head.isTooLarge {
            report.add(
                .pictureTooLarge, at: place,
                ["path": .init(path), "width": .init("\(head.width)"), "height": .init("\(head.height)")])
            return nil
        }
        guard let head, head.isWhole(bytes) else {
            report.add(.pictureUnreadable, at: place, ["path": .init(path)])
            return nil
        }
        if head.inks == .unsigned {
            report.add(.pictureInksUnclear, at: place, ["path": .init(path)])
            return nil
        }
        return head
    }
}
