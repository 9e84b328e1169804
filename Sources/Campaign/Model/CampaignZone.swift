/// A time zone by its name, with its distance from UTC.
///
/// The list is fixed: it holds the zones without summer time in which a Chinese office may stand, so that the day of a build
/// never depends on the machine's zone files.
package struct CampaignZone: Hashable, Sendable {
    package let name: String
    package let secondsFromUTC: Int

    package init?(_ name: String) {
        guard let hours = Self.hours[name] else { return nil }
        self.name = name
        secondsFromUTC = hours * 3600
    }

    package static let shanghai = CampaignZone(name: "Asia/Shanghai", secondsFromUTC: 8 * 3600)

    private init(name: String, secondsFromUTC: Int) {
        self.name = name
        self.secondsFromUTC = secondsFromUTC
    }

    private static let hours: [String: Int] = [
        "Asia/Shanghai": 8, "Asia/Chongqing": 8, "Asia/Harbin": 8, "Asia/Hong_Kong": 8, "Asia/Macau": 8,
        "Asia/Taipei": 8, "Asia/Singapore": 8, "PRC": 8, "Asia/Urumqi": 6, "Asia/Kashgar": 6, "UTC": 0,
    ]

    /// The names, for suggestions.
    static var names: [String] { hours.keys.sorted() }
}

extension CivilDate {
    /// The day on which a moment falls in a zone.
    package init?(secondsSince1970 seconds: Int, in zone: CampaignZone) {
        let (local, overflow) = seconds.addingReportingOverflow(zone.secondsFromUTC)
        guard !overflow, abs(local) < 1 << 40 else { return nil }
        // Days from 1 March 0000, so that the leap day is the last of a year; 146,097 days are 400 years.
        let days = (local >= 0 ? local / 86_400 : (local - 86_399) / 86_400) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
