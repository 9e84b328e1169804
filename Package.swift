// swift-tools-version: 6.2
// The floor plan of the house. Arrows run one way, from the top of this list to the bottom; HouseTests compares
// every file's imports with it, and the build refuses an import that is not declared here.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

/// Where the headers of the print side's libraries lie, on the systems that we know; a folder that is not there does no
/// harm. pkg-config knows it too, but would also link these libraries, and every start would load seventy-five of them:
/// CDeferred opens them when they are first called.
let headers = [
    "/usr/include/cairo", "/usr/include/freetype2", "/usr/include/gdk-pixbuf-2.0", "/usr/include/glib-2.0",
    "/usr/include/harfbuzz", "/usr/include/librsvg-2.0", "/usr/include/pango-1.0",
    "/usr/lib/aarch64-linux-gnu/glib-2.0/include", "/usr/lib/x86_64-linux-gnu/glib-2.0/include",
    "/usr/lib64/glib-2.0/include",
].flatMap { ["-isystem", $0] }

/// A room: one folder below Sources with one job.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A room that calls libraries of the print side.
func printRoom(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(
        name: name, dependencies: ["CDeferred"] + dependencies,
        swiftSettings: strict + [.unsafeFlags(headers.flatMap { ["-Xcc", $0] })])
}

/// The tests of one room, in the folder that mirrors it.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies, swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "bulletin",
    products: [.executable(name: "bulletin", targets: ["bulletin"])],
    dependencies: [
        // Parses YAML into nodes that carry their line and column, which our diagnostics need.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // The reference that our templates are held against in tests: they are Mustache, as a web designer knows it.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // Help pages, completion and usage errors in the manner that users of command lines expect.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // Cupboards: a module map and a header for one C library each, nothing else.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CLinux"),

        // Cupboards of libraries that CDeferred opens when they are first called.
        .systemLibrary(name: "CPangoCairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CHarfBuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CRsvg", providers: [.apt(["librsvg2-dev"])]),
        .systemLibrary(name: "CPixbuf", providers: [.apt(["libgdk-pixbuf-2.0-dev"])]),
        // Reads the QR codes of official accounts in the pictures that are supplied of them; a C interface, in Debian.
        .systemLibrary(name: "CZBar", providers: [.apt(["libzbar-dev"])]),
        .systemLibrary(name: "CQPDF", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CICU", providers: [.apt(["libicu-dev"])]),
        // Writes the print order as a workbook that every office opens: complete, small, no dependency but zlib.
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CDeferred", cSettings: [.unsafeFlags(headers + ["-fvisibility=hidden", "-Wall", "-Werror"])]),

        // Rooms.
        room("Diagnostics"),
        room("Chinese"),
        room("Files", ["Diagnostics"]),
        room("QRCode"),
        printRoom("Imaging", ["CPixbuf", "CZBar", "Diagnostics"]),
        room("Settings", [yams, "Diagnostics"]),
        room("Theme", ["Settings", "Files", "Diagnostics"]),
        printRoom("Tables", ["CXlsxWriter", "Diagnostics"]),
        room("Markdown", ["CCmark", "Chinese", "Tables", "Diagnostics"]),
        room("Campaign", ["Files", "Imaging", "Markdown", "Tables", "Settings", "Diagnostics"]),
        room("Edition", ["Campaign", "Markdown", "Chinese", "Diagnostics"]),
        room("Templating", ["Theme", "Diagnostics"]),
        printRoom(
            "Drawing",
            ["CPangoCairo", "CHarfBuzz", "CRsvg", "CQPDF", "CDeflate", "Imaging", "Theme", "Diagnostics"]),
        room("Typesetting", ["Drawing", "Theme", "Chinese", "Diagnostics"]),
        room("Artifacts", ["CNettle", "CLinux", "Diagnostics"]),
        room("Site", ["Edition", "Campaign", "Markdown", "Templating", "Theme", "QRCode", "Artifacts", "Diagnostics"]),
        printRoom(
            "Prepress",
            [
                "Edition", "Campaign", "Markdown", "Typesetting", "Drawing", "Imaging", "Templating", "Theme",
                "Settings",
                "Files", "QRCode", "Tables",
                "CICU", "Artifacts", "Diagnostics",
            ]),
        room("Proofing", ["Files", "Chinese", "Diagnostics"]),
        .executableTarget(
            name: "bulletin",
            dependencies: [
                "Diagnostics", "Files", "Campaign", "Edition", "Markdown", "Theme", "Templating", "Site", "Prepress",
                "Drawing", "Artifacts", "Proofing", "CDeferred",
                argumentParser,
            ],
            swiftSettings: strict),

        // Tests: one folder a room.
        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Diagnostics"),
        tests(of: "Files", ["Diagnostics"]),
        tests(of: "Chinese"),
        tests(of: "QRCode", ["CQRencode"]),
        tests(of: "Imaging", ["QRCode", "Diagnostics"]),
        tests(of: "Settings", ["Diagnostics"]),
        tests(of: "Theme", ["Diagnostics"]),
        tests(of: "Tables", ["Diagnostics"]),
        tests(of: "Markdown", ["Diagnostics"]),
        tests(of: "Campaign", ["Diagnostics", "Markdown", "Settings"]),
        tests(of: "Edition", ["Campaign", "Markdown", "Diagnostics"]),
        tests(of: "Templating", [mustache, "Theme", "Diagnostics"]),
        tests(of: "Drawing", ["Imaging", "Theme", "Diagnostics"]),
        tests(of: "Typesetting", ["Drawing", "Theme", "Diagnostics"]),
        tests(of: "Artifacts", ["Diagnostics"]),
        tests(of: "Site", ["Edition", "Campaign", "Theme", "Templating", "Artifacts", "Markdown", "Diagnostics"]),
        tests(
            of: "Prepress",
            [
                "Edition", "Campaign", "Markdown", "Theme", "Typesetting", "Drawing", "Artifacts", "Templating",
                "Tables", "Settings", "Diagnostics",
            ]),
        tests(of: "Proofing", ["Drawing", "Theme", "Diagnostics"]),
        .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "BulletinTests", dependencies: ["TestSupport", "QRCode", "Diagnostics"],
            swiftSettings: strict),
    ]
)
