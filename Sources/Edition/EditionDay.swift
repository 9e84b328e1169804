package import Campaign
package import Diagnostics

/// The day that an edition is for.
package enum EditionDay {
    /// The day that the user names, else the day of SOURCE_DATE_EPOCH, else the clock's, both in the campaign's zone.
    ///
    /// The clock is passed in as seconds since 1970. A malformed SOURCE_DATE_EPOCH is a fault, because silently taking
    /// another day would print the wrong phase.
    package static func day(
        named: CivilDate?, sourceDateEpoch: String?, clock: Int, zone: CampaignZone
    ) throws(Fault) -> CivilDate {
        if let named { return named }
        guard let text = sourceDateEpoch, !text.isEmpty else {
            return try day(at: clock, in: zone, text: String(clock))
        }
        guard let seconds = Int(text) else { throw Fault(.badSourceDateEpoch, ["value": .init(text)]) }
        return try day(at: seconds, in: zone, text: text)
    }

    /// The seconds of a clock that fall on the same day in a zone.
    package static func span(at clock: Int, in zone: CampaignZone) -> Range<Int> {
        let day = 86_400
        let local = clock + zone.secondsFromUTC
        let start = (local >= 0 ? local / day : (local - day + 1) / day) * day - zone.secondsFromUTC
        return start..<start + day
    }

    private static func day(at seconds: Int, in zone: CampaignZone, text: String) throws(Fault) -> CivilDate {
        guard let day = CivilDate(secondsSince1970: seconds, in: zone) else {
            throw Fault(.badSourceDateEpoch, ["value": .init(text)])
        }
        return day
    }
}
