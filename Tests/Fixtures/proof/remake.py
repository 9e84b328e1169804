#!/usr/bin/env python3
"""Remakes the box fixtures of the proof: one text, set by Typst, WeasyPrint and Chromium, read by MuPDF.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install typst==0.15.2 weasyprint==70.0
    apt-get install chromium mupdf-tools fonts-noto-cjk
    /tmp/peers/bin/python Tests/Fixtures/proof/remake.py

A fixture has a line for each page (`page WIDTH HEIGHT`), for each change of direction, font or baseline
(`run DIRECTION SIZE BASELINE FONT`), and for each character (`X ADVANCE CHARACTER`). Beside it stand the facts of the file, as the
proof's own script prints them.
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

HERE = pathlib.Path(__file__).parent
MEASURE, SIZE, WIDTH, HEIGHT, MARGIN = 24, 10.5, 420, 330, 40


def blocks():
    for line in (HERE / "text.txt").read_text(encoding="utf-8").splitlines():
        yield ("heading", line[2:]) if line.startswith("# ") else ("paragraph", line)


def web_page() -> str:
    def inline(text: str) -> str:
        return re.sub("==(.*?)==", r"<em>\1</em>", html.escape(text))

    body = "".join(f"<h2>{inline(t)}</h2>" if kind == "heading" else f"<p>{inline(t)}</p>" for kind, t in blocks())
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
        @page {{ size: {WIDTH}pt {HEIGHT}pt; margin: {MARGIN}pt }}
        body {{ margin: 0; width: {MEASURE}em; font: {SIZE}pt/1.7 "Noto Serif CJK SC"; text-align: justify }}
        h2 {{ font-size: 12.5pt; margin: .5em 0 }} p {{ margin: 0; text-indent: 2em; orphans: 1; widows: 1 }}
        em {{ font-style: normal; text-emphasis: filled dot; text-emphasis-position: over right }}
        </style>{body}"""


def typst_page() -> str:
    def inline(text: str) -> str:
        return re.sub(r"([\\#*_`$<>@~\[\]/=-])", r"\\\1", text.replace("==", ""))

    body = "\n\n".join(f"== {inline(t)}" if kind == "heading" else inline(t) for kind, t in blocks())
    return f"""#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: (x: {MARGIN}pt, y: {MARGIN}pt))
#set text(font: "Noto Serif CJK SC", size: {SIZE}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.7em, spacing: 0.7em)
#show heading: set text(size: 12.5pt)
#block(width: {MEASURE}em)[
{body}
]"""


def boxes(pdf: pathlib.Path) -> str:
    """MuPDF's structured text with what the proof reads, and no more."""
    xml = subprocess.run(
        ["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], check=True, capture_output=True, text=True
    ).stdout
    lines, run, direction, font, size = [], None, "", "", ""
    for element in xml.split("\n"):
        if found := re.match(r'<page id="[^"]*" width="([^"]*)" height="([^"]*)"', element):
            lines.append(f"page {found[1]} {found[2]}")
            run = None
        elif found := re.match(r'<line .*wmode="(\d)" dir="(\S+) (\S+)"', element):
            direction = "vertical" if found[1] == "1" else {"1 0": "upright", "0 1": "clockwise"}.get(
                f"{found[2]} {found[3]}", "other")
        elif found := re.match(r'<font name="(.*)" size="([^"]*)">', element):
            font, size = found[1], found[2]
        elif found := re.match(r'<char quad="([^"]*)" x="([^"]*)" y="([^"]*)".* c="([^"]*)"/>', element):
            quad = [float(number) for number in found[1].split()]
            advance = ((quad[2] - quad[0]) ** 2 + (quad[3] - quad[1]) ** 2) ** 0.5
            now = (direction, size, found[3], font)
            if now != run:
                lines.append("run " + " ".join(now))
                run = now
            lines.append(f"{float(found[2]):.3f} {advance:.3f} {html.unescape(found[4])}")
    return "\n".join(lines) + "\n"


def facts(pdf: pathlib.Path, folder: pathlib.Path) -> str:
    """What the proof's script prints: it stands in a Swift string."""
    source = (HERE.parents[2] / "Sources/Proofing/FactsScript.swift").read_text(encoding="utf-8")
    script = folder / "facts.js"
    script.write_text(textwrap.dedent(source.split('#"""\n')[1].split('"""#')[0]), encoding="utf-8")
    return subprocess.run(["mutool", "run", script, pdf], check=True, capture_output=True, text=True).stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "text.html").write_text(web_page(), encoding="utf-8")
        (folder / "text.typ").write_text(typst_page(), encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer",
             f"--print-to-pdf={folder}/chromium.pdf", f"{folder}/text.html"], check=True, stderr=subprocess.DEVNULL)
        import typst
        import weasyprint

        typst.compile(str(folder / "text.typ"), output=str(folder / "typst.pdf"))
        weasyprint.HTML(str(folder / "text.html")).write_pdf(str(folder / "weasyprint.pdf"))
        for maker in ("typst", "weasyprint", "chromium"):
            (HERE / f"{maker}.boxes").write_text(boxes(folder / f"{maker}.pdf"), encoding="utf-8")
            (HERE / f"{maker}.facts").write_text(facts(folder / f"{maker}.pdf", folder), encoding="utf-8")
            if len(sys.argv) > 1:
                (pathlib.Path(sys.argv[1]) / f"{maker}.pdf").write_bytes((folder / f"{maker}.pdf").read_bytes())


main()
