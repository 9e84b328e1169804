import Testing

/// The reading of the manifest itself: a reader that finds nothing would let everything pass.
struct FloorPlanTests {
    @Test func targetsAreReadWithTheirDependencies() {
        let plan = FloorPlan(
            manifest: """
                let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
                func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
                    .target(name: name, dependencies: dependencies, swiftSettings: strict)
                }
                targets: [
                    .systemLibrary(name: "CThing", pkgConfig: "thing", providers: [.apt(["libthing-dev"])]),
                    .systemLibrary(name: "CPress"),
                    .target(name: "CDeferred", cSettings: [.unsafeFlags(headers)]),
                    room("Low"),  // room("Ghost"),
                    printRoom("Press", ["CPress", "Low"]),
                    room(
                        "High",
                        [
                            yams, "CThing",
                            "Low",
                        ]),
                    .executableTarget(name: "tool", dependencies: ["High", yams], swiftSettings: strict),
                    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
                    tests(of: "High", ["Low"]),
                    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
                ]
                """)
        #expect(
            plan.targets.map(\.name) == [
                "CThing", "CPress", "CDeferred", "Low", "Press", "High", "tool", "TestSupport", "HighTests",
                "HouseTests",
            ])
        #expect(
            plan.targets.map(\.dependencies) == [
                [], [], [], [], ["CDeferred", "CPress", "Low"], ["Yams", "CThing", "Low"], ["High", "Yams"], [],
                ["High", "TestSupport", "Low"],
                ["TestSupport"],
            ])
        #expect(
            plan.targets.map(\.kind) == [
                .cupboard, .cupboard, .cellar, .room, .room, .room, .room, .tests, .tests, .tests,
            ])
        #expect(plan.targets.filter(\.isLinked).map(\.name) == ["CThing"])
    }

    @Test(arguments: [
        ("import Foundation", "Foundation", false), ("package import Low", "Low", true),
        ("    internal import CThing", "CThing", false), ("@testable import High", "High", false),
        ("@preconcurrency package import struct Low.Thing", "Low", true), ("public import Low", "Low", true),
    ])
    func importsAreFound(line: String, module: String, isShown: Bool) {
        #expect(HouseFile.importedModule(in: line[...]) == .init(module: module, isShown: isShown))
    }

    @Test(arguments: ["// import Foundation", "let important = 1", "\"import Foundation\"", "importantThing()"])
    func otherLinesAreNoImports(line: String) {
        #expect(HouseFile.importedModule(in: line[...]) == nil)
    }

    @Test func theHouseHasItsFiles() throws {
        #expect(try HouseFile.all(below: "Sources").count > 100)
        #expect(try HouseFile.all(below: "Tests").contains { $0.path == "Tests/HouseTests/FloorPlanTests.swift" })
        #expect(try HouseFile.paths(below: "no/such/folder") == [])
    }

    @Test func theHouseHasItsRooms() throws {
        let names = Set(try FloorPlan().targets.map(\.name))
        #expect(
            names.isSuperset(of: [
                "Diagnostics", "Markdown", "Artifacts", "Prepress", "bulletin", "CCmark", "CDeferred", "HouseTests",
            ]))
    }
}
