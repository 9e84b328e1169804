// What campaign.yaml states: the values that every output shares.
package import Diagnostics
package import Imaging

/// The campaign's theme: one line of text, and the same characters broken into the lines of its lock-up.
package struct ThemeLine: Hashable, Sendable {
    package var line: String
    package var lockup: [String]

    package init(line: String, lockup: [String]) {
        self.line = line
        self.lockup = lockup
    }
}

package struct Phase: Hashable, Sendable {
    package var name: String
    package var range: DateRange
    package var text: String
    package var tasks: [PhaseTask]

    package init(name: String, range: DateRange, text: String, tasks: [PhaseTask]) {
        self.name = name
        self.range = range
        self.text = text
        self.tasks = tasks
    }
}

package struct PhaseTask: Hashable, Sendable {
    package var what: String
    package var who: String
    package var due: CivilDate

    package init(what: String, who: String, due: CivilDate) {
        self.what = what
        self.who = who
        self.due = due
    }
}

/// The name and text of a time that is no phase: before the period, between phases, after the period.
package struct Interval: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

package struct Hotline: Hashable, Sendable {
    package var name: String
    package var number: String
    package var text: String

    package init(name: String, number: String, text: String) {
        self.name = name
        self.number = number
        self.text = text
    }
}

/// An application or account that the campaign promotes; without a picture of its code, its name is printed to search for.
package struct Channel: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable { case app, account, video, weibo, site, other }
    package var name: String
    package var kind: Kind
    package var text: String
    package var code: Picture?

    package init(name: String, kind: Kind, text: String, code: Picture?) {
        self.name = name
        self.kind = kind
        self.text = text
        self.code = code
    }
}

package struct CaseType: Hashable, Sendable {
    /// Whether people of this type's cases lose money or lend a hand.
    package enum Kind: String, CaseIterable, Sendable { case victim, accomplice }

    package var name: String
    package var slug: String
    package var text: String
    package var kind: Kind
    package var pictogram: PictogramName?

    package init(
        name: String, slug: String, text: String, kind: Kind = .victim, pictogram: PictogramName? = nil
    ) {
        self.name = name
        self.slug = slug
        self.text = text
        self.kind = kind
        self.pictogram = pictogram
    }
}

/// The name of a drawing in templates/pictograms/, and where it was asked for: whether there is one, only those who read the
/// templates know.
package struct PictogramName: Hashable, Sendable {
    package var name: String
    package var place: SourcePlace

    package init(name: String, place: SourcePlace) {
        self.name = name
        self.place = place
    }
}

package struct Audience: Hashable, Sendable {
    package var name: String
    /// The group of visits that it belongs to, such as 进企业.
    package var visit: String?
    /// Readers whose eyes are old.
    package var isElderly: Bool

    package init(name: String, visit: String?, isElderly: Bool = false) {
        self.name = name
        self.visit = visit
        self.isElderly = isElderly
    }
}

/// A picture of content/images, read whole. `path` is below content/, such as `images/qr.png`.
package struct Picture: Hashable, Sendable {
    package var path: String
    /// Nil for a drawing.
    package var head: PictureHead?
    package var bytes: [UInt8]

    package init(path: String, head: PictureHead?, bytes: [UInt8]) {
        self.path = path
        self.head = head
        self.bytes = bytes
    }

    /// Pixels; 0 for a drawing, which has none.
    package var width: Int { head?.width ?? 0 }
    package var height: Int { head?.height ?? 0 }

    /// In SVG: good for the organiser's mark alone.
    package var isDrawing: Bool { head == nil }
}

package struct SiteFacts: Hashable, Sendable {
    /// Without a slash at the end; nil when the campaign states none.
    package var baseURL: String?
    package var icp: String
    package var police: String

    package init(baseURL: String?, icp: String, police: String) {
        self.baseURL = baseURL
        self.icp = icp
        self.police = police
    }

    /// Whether the address is only a placeholder (a host below .example, RFC 2606): printed codes say so.
    package var isReserved: Bool {
        guard let host = baseURL?.split(separator: "/").dropFirst().first else { return false }
        return host == "example" || host.hasSuffix(".example")
    }
}

package struct HandbookFacts: Hashable, Sendable {
    package var title: String
    package var subtitle: String
    /// A sheet name such as A5.
    package var size: String

    package init(title: String, subtitle: String, size: String) {
        self.title = title
        self.subtitle = subtitle
        self.size = size
    }
}

/// What things are printed on, in the words of the print shop; empty where nothing is stated.
package struct PaperFacts: Hashable, Sendable {
    package var cover: String
    package var text: String
    package var poster: String
    package var banner: String
    package var stand: String
    package var card: String
}
