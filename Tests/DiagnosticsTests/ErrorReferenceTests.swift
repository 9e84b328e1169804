import Diagnostics
import Foundation
import TestSupport
import Testing

/// docs/errors.{zh,en}.md is the registry, written out: `BULLETIN_RECORD=1 swift test --filter ErrorReferenceTests` renews it.
@Suite struct ErrorReferenceTests {
    @Test(arguments: Language.allCases) func theReferenceSaysWhatTheRegistrySays(language: Language) throws {
        let reference = Repository.root.appending(path: "docs/errors.\(language.rawValue).md")
        try expectGolden(ErrorReference(language: language).text, at: reference)
    }
}

/// All codes as a page of Markdown, one table a range.
private struct ErrorReference {
    let language: Language

    var text: String {
        var lines = [heading, ""]
        for range in CodeRange.all {
            let codes = DiagnosticCode.all.filter { CodeRange.of($0)?.numbers == range.numbers }
            guard !codes.isEmpty else { continue }
            lines += ["## \(range.title.text(in: language))", "", header, "|--|--|--|--|"]
            lines += codes.map(row) + [""]
        }
        return lines.joined(separator: "\n")
    }

    private var heading: String {
        Wording(
            """
            # 错误和警告一览

            程序每发现一处问题，都会说出文件、行、列、编号和改法，例如 `content/cases/01.md:4:1: error[BB023]: …`。这里按编号列出全部。
            怎么读、怎么改，见 [使用指南](guide.zh.md)。

            - **错误**：内容要改，改好之前什么也不生成（退出码 1）。
            - **本机**：内容没有错，是这台电脑缺字体、空间或权限（退出码 3）。
            - **警告**：照常生成，但印刷前请看一眼（退出码 0）。

            表里的“…”是运行时填入的具体内容；方括号里的话只在程序猜得出时才说。
            本页由程序的登记表自动写出，请勿手改。
            """,
            """
            # Errors and warnings

            Every fault is said with its file, line, column, code and mend, as in `content/cases/01.md:4:1: error[BB023]: …`.
            This page lists all codes.

            - **error**: the content needs a change; nothing is written before (exit status 1).
            - **machine**: the content is right, but this machine lacks a font, space or rights (exit status 3).
            - **warning**: everything is made; look at it before printing (exit status 0).

            “…” stands for what is filled in at run time; a part in brackets is said only when it is known.
            This page is written out from the registry by a test; do not edit it.
            """
        ).text(in: language)
    }

    private var header: String {
        language == .chinese ? "| 编号 | 程度 | 说的是 | 怎么改 |" : "| code | kind | what it says | mend |"
    }

    private func row(of code: DiagnosticCode) -> String {
        "| \(code.id) | \(kind(of: code)) | \(cell(code.summary)) | \(cell(code.mend)) |"
    }

    private func kind(of code: DiagnosticCode) -> String {
        let kind: Wording =
            switch (code.severity, code.kind) {
            case (.warning, _): .init("警告", "warning")
            case (.error, .content): .init("错误", "error")
            case (.error, .machine): .init("本机", "machine")
            }
        return kind.text(in: language)
    }

    /// A wording with its arguments as “…”, and the marks escaped that Markdown would read in a table.
    private func cell(_ wording: Wording) -> String {
        var cell = ""
        for character in wording.text(in: language).replacing(/\{\w+\}/, with: "…") {
            if "|\\`*_<>[]#".contains(character) { cell.append("\\") }
            cell.append(character)
        }
        return cell
    }
}
