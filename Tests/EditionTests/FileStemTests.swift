import Testing

@testable import Edition

@Suite struct FileStemTests {
    private func stem(_ name: String) -> String {
        var stems = FileStems()
        return stems.stem(for: name)
    }

    @Test(arguments: [
        ("商城管委会党政办", "商城管委会党政办"), ("柳桥/中心市场", "柳桥_中心市场"), ("甲\\乙:丙*丁?戊\"己<庚>辛|壬", "甲_乙_丙_丁_戊_己_庚_辛_壬"),
        ("  甲 乙  ", "甲_乙"), ("..", "unit"), ("", "unit"), ("...甲...", "甲"), ("甲\u{7}\u{200B}乙", "甲乙"), ("con", "con_"),
        ("NUL.txt", "NUL.txt_"), ("com1", "com1_"), ("console", "console"), ("Cafe\u{301}", "Caf\u{E9}"),
        ("１００%", "１００"),
        ("甲\u{202E}乙", "甲乙"), ("-rf", "rf"),
    ])
    func namesBecomeSafe(name: String, stem expected: String) {
        #expect(Array(stem(name).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func longNamesAreCutBetweenCharacters() {
        let long = stem(String(repeating: "长", count: 100))
        #expect(long == String(repeating: "长", count: 26))
        #expect(stem(String(repeating: "😀", count: 100)).utf8.count == 80)
    }

    @Test func noTwoAreTheSame() {
        var stems = FileStems()
        let long = String(repeating: "长", count: 40)
        let names = ["甲", "甲", "甲", "甲-2", "A", "a", "柳/桥", "柳:桥", long, long + "乙", "..", "unit"]
        let found = names.map { stems.stem(for: $0) }
        #expect(Set(found.map { $0.lowercased() }).count == names.count)
        #expect(found.prefix(4) == ["甲", "甲-2", "甲-3", "甲-2-2"])
        #expect(found.allSatisfy { $0.utf8.count <= FileStems.limit })
    }

    @Test func unitsWithoutPeopleGetNothing() throws {
        let units = try Loaded.edition(of: Loaded.fireSafety, on: "2024-11-13").edition.units
        #expect(units.map(\.fileStem) == ["柳桥镇政府", "柳桥小学（东校区）", "老街小吃店", "柳桥_中心市场"])
        #expect(units.map(\.copies) == [46, 83, 5, 120])
    }
}
