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

    @Test(arguments: [
        "<rect width='8' height='8' fill='url(#a)'/>", "<use href='#a'/>", "<!-- <script> -->", "<path d='M0 0h8'/>",
        "<image href='data:image/png;base64,AA=='/>",
    ])
    func `plain drawings pass`(inside: String) { #expect(faults(inside) == []) }
}
