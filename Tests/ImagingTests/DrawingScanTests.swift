import Diagnostics
import Testing

@testable import Imaging

/// Drawings are published and printed as they are: nothing in them may run or fetch.
@Suite struct DrawingScanTests {
    private func faults(_ inside: String) -> [String] {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">\(inside)</svg>"
        return DrawingScan(SourceFile(path: "a.svg", bytes: Array(text.utf8))).faults.map(\.code.id)
    }

    @Test(arguments: [
        "<script>1</script>", "<SCRIPT href='#a'/>", "<svg:script/>", "<rect onclick='a()'/>",
        "<image href='http://a/b.png'/>",
        "<image xlink:href=\"//a/b.png\"/>", "<use href='b.svg#c'/>", "<a href='#a'/>", "<use href='javascript:a()'/>",
        "<foreignObject/>",
        "<style>@import 'a.css';</style>", "<style>rect{fill:url(http://a/b)}</style>", "<rect fill='url(b.svg#c)'/>",
        "<text>字</text>", "<!ENTITY a 'b'>",
    ])
    func `what runs or fetches is refused`(inside: String) { #expect(faults(inside) == ["BB531"]) }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "<g>", count: depth) + "<rect/>" + String(repeating: "</g>", count: depth)
    }

    /// Ten groups, each of which draws the one before so many times.
    private static func bomb(_ times: Int) -> String {
        let groups = (1..<10).map { index in
            "<g id='g\(index)'>" + String(repeating: "<use href='#g\(index - 1)'/>", count: times) + "</g>"
        }
        return "<defs><g id='g0'><rect/></g>" + groups.joined() + "</defs><use href='#g9'/>"
    }

    @Test(arguments: [
        nested(100), bomb(10), "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use xlink:href='#a'/></g>",
        "<pattern id='p'><rect fill='url(#p)'/></pattern>",
    ])
    func `what nobody could draw is refused`(inside: String) { #expect(faults(inside) == ["BB531"]) }

    @Test func `a hundred thousand groups are refused once`() { #expect(faults(Self.nested(100_000)) == ["BB531"]) }

    @Test(arguments: [nested(90), bomb(1), "<g id='a'><rect/></g><use href='#a'/><use href='#a'/>"])
    func `nesting and references in measure pass`(inside: String) { #expect(faults(inside) == []) }

    /// A path with so many bytes of data.
    private static func path(_ bytes: Int) -> String {
        let data = "M0 0" + String(repeating: "l1 1", count: bytes / 4)
        return "<path d='\(data.prefix(bytes))'/>"
    }

    /// Filling a path whose lines cross takes time with the square of its points.
    @Test(arguments: [
        (path(65_536), []), (path(65_537), ["BB294"]), (path(1_000_000), ["BB294", "BB531"]),
        (path(65_000) + path(65_000) + path(65_000) + path(65_000), []),
        (path(65_000) + path(65_000) + path(65_000) + path(65_000) + path(3000), ["BB531"]),
        ("<g id='a'>" + path(1000) + "</g>" + String(repeating: "<use href='#a'/>", count: 250), []),
        ("<g id='a'>" + path(1000) + "</g>" + String(repeating: "<use href='#a'/>", count: 270), ["BB531"]),
        ("<polygon points='" + String(repeating: "1 1 ", count: 20_000) + "'/>", ["BB294"]),
    ])
    func `paths of too many points are refused`(inside: String, codes: [String]) { #expect(faults(inside) == codes) }

    @Test func `a path of too many points is named with its place and its size`() throws {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n\n  \(Self.path(80_000))</svg>"
        let found = DrawingScan(SourceFile(path: "a.svg", bytes: Array(text.utf8))).faults
        #expect(found.map(\.code.id) == ["BB294"] && found[0].place?.line == 3 && found[0].place?.column == 3)
        #expect(found[0].summary(in: .english).contains("79 KB of path data, at most 64 KB"))
        #expect(found[0].summary(in: .chinese).contains("路径数据 79 KB，最多 64 KB"))
    }

    @Test(arguments: [
        "<rect width='8' height='8' fill='url(#a)'/>", "<use href='#a'/>", "<!-- <script> -->", "<path d='M0 0h8'/>",
        "<image href='data:image/png;base64,AA=='/>",
    ])
    func `plain drawings pass`(inside: String) { #expect(faults(inside) == []) }
}
