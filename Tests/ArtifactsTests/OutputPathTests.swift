import Artifacts
import Diagnostics
import Testing

struct OutputPathTests {
    @Test(arguments: [
        "a", "site/index.html", "handbook/商城社区居委会.pdf", "posters/no-transfer/case-8x0.7m.pdf", "site/c/03.html",
        ".well-known/x", "site/README.md", String(repeating: "a", count: 255) + "/b",
    ])
    func relativePathsAreTaken(text: String) throws {
        #expect(try OutputPath(text).text == text)
    }

    @Test(arguments: [
        "", "/etc/passwd", "../up", "a/../b", "a/..", ".", "a/./b", "a//b", "a/", "a\nb", "a\u{0}b", "a\u{7F}",
        "a\u{202E}b",
        "a\\b", "C:/x", "a*", "a?", "a<b", "a|b", "a\"b", "name.", "name ", "folder./x",
        String(repeating: "字", count: 86), String(repeating: "ab/", count: 400) + "c",
        ".staging/x", ".bulletin/state", ".Bulletin/state", "manifest.json", "README.md", ".gitignore",
    ])
    func whatIsNoPathOfAnOutputIsRefused(text: String) {
        let fault = #expect(throws: Fault.self) { try OutputPath(text) }
        #expect(fault?.diagnostic.code == .unsuitablePath)
        #expect(fault?.diagnostic.arguments["reason"] != nil)
    }

    @Test func aPathHasAFolderANameAndAnExtension() throws {
        let path = try OutputPath("posters/a.b/case-A3.tar.gz")
        #expect(path.folder == "posters/a.b" && path.name == "case-A3.tar.gz" && path.fileExtension == "gz")
        let bare = try OutputPath("README")
        #expect(bare.folder == "" && bare.name == "README" && bare.fileExtension == "")
        #expect(try OutputPath("site/.htaccess").fileExtension == "")
    }
}
