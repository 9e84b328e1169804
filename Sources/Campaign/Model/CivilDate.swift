import Settings

/// A day of the Gregorian calendar, without a time or a zone.
package struct CivilDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil for a day that does not exist, such as 30 February; years 1900 to 2999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), DateText.exists(year: year, month: month, day: day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads a day in any of the forms that settings allow, such as `2024-07-01` and `2024年7月1日`.
    package init?(_ text: String) {
        guard let date = DateText(text) else { return nil }
        self.init(year: date.year, month: date.month, day: date.day)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The day after; nil after the last day of 2999.
    package var next: CivilDate? {
        CivilDate(year: year, month: month, day: day + 1) ?? CivilDate(year: year, month: month + 1, day: 1)
            ?? CivilDate(year: year + 1, month: 1, day: 1)
    }

    /// `2024-07-01`
    package var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// `2024年7月1日`
    package var chinese: String { "\(year)年\(month)月\(day)日" }

    /// `7月1日`
    package var chineseShort: String { "\(month)月\(day)日" }
}

/// Both days belong to the range.
package struct DateRange: Hashable, Sendable {
    package let from: CivilDate
    package let to: CivilDate

    package init(from: CivilDate, to: CivilDate) {
        self.from = from
        self.to = to
    }

    package func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }
}
