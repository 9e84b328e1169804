import Campaign
import Edition
import Testing

/// The real campaign before, in, between and after its phases.
@Suite struct StageTests {
    @Test(arguments: [
        ("2024-06-30", "before", "即将开始"), ("2024-07-01", "0", "动员部署"), ("2024-07-07", "0", "动员部署"),
        ("2024-07-08", "1", "具体实施"), ("2024-07-28", "2", "总结评估"), ("2024-07-29", "between", "持续宣传"),
        ("2024-07-31", "between", "持续宣传"), ("2024-08-01", "after", "长效宣传"), ("2026-07-10", "after", "长效宣传"),
    ])
    func theDayGivesTheStage(day: String, kind: String, name: String) throws {
        let stage = try Loaded.edition(of: Loaded.real, on: day).edition.stage
        let found =
            switch stage.kind {
            case .before: "before"
            case .between: "between"
            case .after: "after"
            case .phase(let index): String(index)
            }
        #expect(found == kind)
        #expect(stage.name == name)
        #expect(!stage.text.isEmpty)
    }

    @Test(arguments: ["2024-06-30", "2024-07-07", "2024-07-29"])
    func allPiecesStandUpToTheLastDay(day: String) throws {
        let (edition, codes) = try Loaded.edition(of: Loaded.real, on: day)
        #expect(edition.pieces.count == Loaded.real?.pieces.count)
        #expect(edition.retired == [])
        #expect(codes == [])
    }

    /// What stays for good is help, law, cases, handbook and audiences; the policy and the slogans leave.
    @Test(arguments: ["2024-08-01", "2026-07-31"])
    func afterThePeriodTheLastingEditionStays(day: String) throws {
        let (edition, codes) = try Loaded.edition(of: Loaded.real, on: day)
        #expect(edition.sections.map(\.folder) == [.cases, .audiences, .handbook, .pages])
        #expect(edition.pieces.filter { $0.folder == .pages }.map(\.slug).sorted() == ["help", "law", "two-cards-law"])
        #expect(edition.slogans == [])
        // Boards keep what still stands; a poster whose page has left is not missed there.
        let standing = Set(edition.pieces.map(\.slug))
        let wanted = edition.boards.compactMap(\.wanted).joined().map(\.text)
        #expect(!wanted.isEmpty && wanted.allSatisfy { standing.contains(String($0.prefix { $0 != "/" })) })
        #expect(edition.posters.allSatisfy { [.cases, .audiences, .pages].contains(edition.pieces[$0.piece].folder) })
        #expect(!edition.retired.isEmpty)
        #expect(edition.retired.map(\.code) == edition.retired.map(\.code).sorted())
        #expect(Set(edition.retired.map(\.code)).isDisjoint(with: edition.pieces.compactMap(\.code)))
        #expect(Set(codes).isSubset(of: ["BB301"]))
    }

    @Test func aGapBetweenPhasesIsNoPhase() throws {
        let names = try ["2024-10-31", "2024-11-10", "2024-11-11", "2024-11-12", "2024-11-26", "2024-12-01"].map {
            try Loaded.edition(of: Loaded.fireSafety, on: $0).edition.stage.name
        }
        #expect(names == ["就要开始", "走访排查", "天天防火", "演练实操", "天天防火", "常年防火"])
    }

    @Test func publishAndExpireFollowTheDay() throws {
        func slugs(_ day: String) throws -> Set<String> {
            Set(try Loaded.edition(of: Loaded.fireSafety, on: day).edition.pieces.map(\.slug))
        }
        #expect(try !slugs("2024-11-10").contains("week-one"))
        #expect(try slugs("2024-11-11").contains("week-one"))
        #expect(try slugs("2024-11-30").contains("week-one"))
        #expect(try !slugs("2024-12-01").contains("week-one"))
        #expect(try slugs("2024-11-11").contains("slogans-shop") == false)
        #expect(try slugs("2024-11-12").contains("slogans-shop"))
        // Kept by folders named in Chinese and by a slug.
        #expect(
            try slugs("2026-01-01")
                == ["help", "law", "three-fires", "extinguisher", "go-or-stay", "no-parking-in-stairwell"])
    }

    @Test func onlyWhatWasPublishedIsRetired() throws {
        let retired = try Loaded.edition(of: Loaded.fireSafety, on: "2024-12-01").edition.retired
        #expect(retired.map(\.code) == ["a02", "b01", "b02", "d01", "f01", "g01", "t01"])
        #expect(try Loaded.edition(of: Loaded.fireSafety, on: "2024-11-01").edition.retired == [])
    }
}
