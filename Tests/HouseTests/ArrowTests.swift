import Foundation
import TestSupport
import Testing

/// The arrows of the house: the manifest is the floor plan, and nobody goes through a wall.
struct ArrowTests {
    /// What comes with the toolchain.
    private static let toolchain: Set<String> = [
        "Swift", "Foundation", "Glibc", "Synchronization", "Dispatch", "RegexBuilder", "Testing",
    ]

    @Test func everyFileImportsOnlyWhatItsTargetDeclares() throws {
        for target in try FloorPlan().targets where target.kind != .cupboard {
            let allowed = Self.toolchain.union(target.dependencies)
            for file in try HouseFile.all(below: target.folder) {
                let undeclared = file.imports.map(\.module).filter { !allowed.contains($0) }
                #expect(undeclared == [], "\(file.path): Package.swift does not declare these for \(target.name)")
            }
        }
    }

    @Test func roomsDoNotImportTheTestingLibrary() throws {
        for file in try HouseFile.all(below: "Sources") {
            #expect(!file.imports.contains { $0.module == "Testing" }, "\(file.path)")
        }
    }

    /// A target may depend on what stands above it in the manifest and on nothing else: so there can be no circle.
    @Test func arrowsPointUpThePlan() throws {
        let targets = try FloorPlan().targets
        let places = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1.name, $0) })
        for (place, target) in targets.enumerated() {
            for dependency in target.dependencies {
                // Products of packages have no place in the plan.
                guard let other = places[dependency] else { continue }
                #expect(other < place, "\(target.name) → \(dependency)")
            }
        }
    }

    @Test func everyDependencyIsAKnownTargetOrProduct() throws {
        let plan = try FloorPlan()
        let known = Set(plan.targets.map(\.name)).union(["Yams", "Mustache", "ArgumentParser"])
        for target in plan.targets {
            #expect(target.dependencies.filter { !known.contains($0) } == [], "\(target.name)")
        }
    }

    @Test func siteWeChatAndPrepressDoNotKnowEachOther() throws {
        let siblings: Set = ["Site", "WeChat", "Prepress"]
        for target in try FloorPlan().targets where siblings.contains(target.name) {
            #expect(siblings.intersection(target.dependencies) == [], "\(target.name)")
        }
    }

    @Test func everyFolderWithCodeIsATargetAndEveryTargetAFolder() throws {
        let plan = try FloorPlan()
        for parent in ["Sources", "Tests"] {
            let root = Repository.root.appending(path: parent)
            let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { name in
                try HouseFile.isFolder("\(parent)/\(name)")
                    && HouseFile.paths(below: "\(parent)/\(name)").contains {
                        $0.hasSuffix(".swift") || $0.hasSuffix(".h")
                    }
            }
            let declared = plan.targets.map(\.folder).filter { $0.hasPrefix(parent + "/") }
            #expect(names.map { "\(parent)/\($0)" }.sorted() == declared.sorted())
        }
    }

    @Test func everyRoomHasTestsButTheExecutable() throws {
        let plan = try FloorPlan()
        let tests = Set(plan.targets.filter { $0.kind == .tests }.map(\.name))
        for room in plan.targets where room.kind == .room {
            #expect(tests.contains((room.name == "bulletin" ? "Bulletin" : room.name) + "Tests"), "\(room.name)")
        }
    }

    @Test func cupboardsHoldAModuleMapAndAHeaderOnly() throws {
        for target in try FloorPlan().targets where target.kind == .cupboard {
            #expect(
                try HouseFile.paths(below: target.folder)
                    == ["\(target.folder)/module.modulemap", "\(target.folder)/shim.h"])
        }
    }

    /// Whoever looks into a cupboard whose library is not linked calls it by way of the cellar, and nothing links it after all.
    @Test func whatIsNotLinkedIsOpenedWhenItIsCalled() throws {
        let plan = try FloorPlan()
        // glibc is linked anyhow.
        for cupboard in plan.targets where cupboard.kind == .cupboard && !cupboard.isLinked && cupboard.name != "CLinux"
        {
            let map = Repository.root.appending(path: "\(cupboard.folder)/module.modulemap")
            #expect(try !String(contentsOf: map, encoding: .utf8).contains("link "), "\(cupboard.name)")
            for user in plan.targets where user.dependencies.contains(cupboard.name) {
                #expect(user.dependencies.contains("CDeferred"), "\(user.name) → \(cupboard.name)")
            }
        }
    }

    @Test func theCellarHoldsOneFileALibrary() throws {
        let cellar = try #require(try FloorPlan().targets.first { $0.kind == .cellar })
        var files = try HouseFile.paths(below: cellar.folder)
        let own = ["deferred.c", "deferred.h", "include/CDeferred.h"].map { "\(cellar.folder)/\($0)" }
        #expect(files.filter { own.contains($0) } == own)
        files.removeAll { own.contains($0) }
        #expect(files.count > 10)
        for file in files {
            let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            #expect(text.matches(of: /(?m)^LIBRARY\(/).count == 1, "\(file)")
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(file)")
        }
    }

    /// `package import CThing` would let C types stand in a room's signatures.
    @Test func cTypesStayInTheRoomThatWrapsThem() throws {
        let plan = try FloorPlan()
        let cupboards = Set(plan.targets.filter { [.cupboard, .cellar].contains($0.kind) }.map(\.name))
            .union(["Glibc"])
        for file in try HouseFile.all(below: "Sources") {
            #expect(!file.imports.contains { $0.isShown && cupboards.contains($0.module) }, "\(file.path)")
        }
    }

    /// Two rooms that wrap one library would wrap it in two ways. Tests may use one more, as an oracle.
    @Test func noCupboardBelongsToTwoRoomsOrToNobody() throws {
        let plan = try FloorPlan()
        for cupboard in plan.targets where cupboard.kind == .cupboard {
            let users = plan.targets.filter { $0.dependencies.contains(cupboard.name) }
            let rooms = users.filter { $0.kind == .room }.map(\.name)
            #expect(!users.isEmpty && rooms.count <= 1, "\(cupboard.name): \(rooms)")
        }
    }
}
