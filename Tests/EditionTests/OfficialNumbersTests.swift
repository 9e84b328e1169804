import Testing

@testable import Edition

@Suite struct OfficialNumbersTests {
    @Test(arguments: [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
        (110, "一百一十"), (112, "一百一十二"), (1001, "一千零一"), (1010, "一千零一十"), (2024, "二千零二十四"), (9999, "九千九百九十九"),
        (0, "0"), (10_000, "10000"),
    ])
    func hanNumeralsAreWrittenAsInPrint(number: Int, text: String) {
        #expect(OfficialNumbers.hanNumeral(number) == text)
    }

    /// Faces are cut to these characters: a number with another could not be printed.
    @Test func everyNumberIsWrittenWithTheStatedCharacters() {
        let stated = Set(OfficialNumbers.characters)
        #expect((0...10_000).allSatisfy { stated.isSuperset(of: OfficialNumbers.hanNumeral($0)) })
    }
}
