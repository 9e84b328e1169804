import Edition

/// Makes up pages: what each says, worked out from the edition when the page is to be written. Shared by all pages, so that each
/// holds one reference.
final class PageMaker: Sendable {
    let edition: Edition
    let guide: Guide

    init(_ edition: Edition) {
        self.edition = edition
        guide = Guide(edition)
    }
}
