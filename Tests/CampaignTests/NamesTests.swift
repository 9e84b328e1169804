import Campaign
import Testing

@Suite struct CampaignZoneTests {
    @Test(arguments: [
        (0, "Asia/Shanghai", "1970-01-01"), (1_719_763_199, "Asia/Shanghai", "2024-06-30"),
        (1_719_763_200, "Asia/Shanghai", "2024-07-01"), (1_719_763_200, "UTC", "2024-06-30"),
        (1_709_164_800, "UTC", "2024-02-29"), (-1, "UTC", "1969-12-31"), (951_782_400, "UTC", "2000-02-29"),
    ])
    func aMomentFallsOnTheZonesDay(seconds: Int, zone: String, day: String) throws {
        #expect(CivilDate(secondsSince1970: seconds, in: try #require(CampaignZone(zone)))?.iso == day)
    }

    @Test(arguments: [Int.max, Int.min, 1 << 50])
    func absurdMomentsHaveNoDay(seconds: Int) {
        #expect(CivilDate(secondsSince1970: seconds, in: .shanghai) == nil)
    }
}
