"""One A3 poster as PDF: ours against Typst, WeasyPrint and Chromium on the same design, whole processes, in turn; then all
posters of the campaign in all their sizes, PDFs and pictures apart."""

import html
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from measure import forget_fonts, install_peers, median, run, spread
from print import campaign, fresh

ROUNDS = int(os.environ.get("ROUNDS", "7"))
DAY = "2024-07-10"
POSTER = ["content/slogans/general.md", "--item", "pause-the-finger", "--template", "slogan-block", "--size", "A3"]
ART = "templates/posters/slogan-block/poster.svg"
WIDTH, HEIGHT = 297, 420  # millimetres
POINT = 25.4 / 72


class Look:
    """Characters of one look on one line, where our own poster has them: millimetres from the upper left corner."""

    def __init__(self, font, size, colour, x, y):
        self.family = "Noto Serif CJK SC" if "Serif" in font else "Noto Sans CJK SC"
        self.weight = {"Black": 900, "Bold": 700}.get(font.split("-")[-1], 400)
        self.size, self.colour, self.x, self.y = size, colour, x * POINT, y * POINT
        self.text = ""


def runs(pdf):
    """The lines of a finished poster, as MuPDF finds them."""
    text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", pdf], capture_output=True, check=True).stdout
    found = []
    for line in xml.fromstring(text).iter("line"):
        for font in line.iter("font"):
            current = None
            for char in font.iter("char"):
                if current is None or current.colour != char.get("color"):
                    x, y = float(char.get("x")), float(char.get("y"))
                    current = Look(font.get("name"), float(font.get("size")), char.get("color"), x, y)
                    found.append(current)
                current.text += char.get("c")
    return found


def art(root, svg):
    """The template's drawing without its frames, and what our poster draws over it as plain paths: label and code."""
    with open(os.path.join(root, ART), encoding="utf-8") as file:
        drawing = re.sub(r'<g id="frames".*?</g>', "", file.read(), flags=re.S)
    with open(svg, encoding="utf-8") as file:
        body = file.read().split("</defs>")[1]
    # In points of the sheet; the drawing is in millimetres of an A4.
    paths = "".join(re.findall(r'<path [^>]*/>', body))
    return drawing.replace("</svg>", f'<g transform="scale({POINT * 210 / WIDTH})">{paths}</g></svg>')


def typst(lines):
    parts = [f"#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: 0mm)"]
    parts.append('#set text(lang: "zh", region: "cn", top-edge: "baseline")')
    parts.append('#place(image("art.svg", width: 100%))')
    for line in lines:
        look = f'font: "{line.family}", weight: {line.weight}, size: {line.size}pt, fill: rgb("{line.colour}")'
        words = json.dumps(line.text, ensure_ascii=False)
        parts.append(f"#place(dx: {line.x:.3f}mm, dy: {line.y:.3f}mm, text({look}, {words}))")
    return "\n".join(parts)


# From a line box's top to its baseline, in em, at a line height of 1: Noto's ascent and descent about the middle.
ASCENT = 0.936


def page(lines):
    style = (
        f"@page{{size:{WIDTH}mm {HEIGHT}mm;margin:0}}body{{margin:0}}img{{position:absolute;left:0;top:0;width:{WIDTH}mm}}"
        "p{position:absolute;margin:0;line-height:1;white-space:pre}"
    )
    parts = ['<img src="art.svg" alt="">']
    for line in lines:
        top = line.y - ASCENT * line.size * POINT
        look = (
            f"left:{line.x:.3f}mm;top:{top:.3f}mm;font:{line.weight} {line.size}pt/1 '{line.family}';color:{line.colour}"
        )
        parts.append(f'<p style="{look}">{html.escape(line.text)}</p>')
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style}</style>{"".join(parts)}'


def peers(folder):
    """Name, command and goal. Typst and WeasyPrint are called from Python, whose start is in their time."""
    call = [sys.executable, "-c"]
    setting = "import typst,sys; typst.compile(sys.argv[1], output=sys.argv[2])"
    weaving = "import weasyprint,sys; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return [
        ("typst", [*call, setting, "poster.typ", "typst.pdf"], 0.6),
        ("weasyprint", [*call, weaving, "poster.html", "weasyprint.pdf"], 0.1),
        ("chromium", [*chromium, f"--print-to-pdf={folder}/chromium.pdf", f"file://{folder}/poster.html"], 0.05),
    ]


def single(bulletin, path):
    return [bulletin, "poster", *POSTER, "--on", DAY, "--quiet", "--out", path]


def removed(command, path, folder):
    """A run that finds no output of an earlier one."""
    if os.path.exists(path):
        os.remove(path)
    result = run(command, folder)
    if not os.path.getsize(path):
        raise SystemExit(f"no poster: {path}")
    return result


def compare(root, bulletin, folder):
    first = []
    ours = os.path.join(folder, "ours.pdf")
    for _ in range(ROUNDS):
        forget_fonts(folder)
        first.append(removed(single(bulletin, ours), ours, folder))
    print(f"one A3 poster, the first time on a machine  {spread([r.wall for r in first])}", flush=True)
    run(single(bulletin, os.path.join(folder, "ours.svg")), folder)
    lines = runs(ours)
    for name, text in (
        ("art.svg", art(root, os.path.join(folder, "ours.svg"))),
        ("poster.typ", typst(lines)),
        ("poster.html", page(lines)),
    ):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for peer, command, goal in peers(folder):
        path = os.path.join(folder, f"{peer}.pdf")
        a, b = [], []
        for _ in range(ROUNDS):
            a.append(removed(single(bulletin, ours), ours, folder))
            b.append(removed(command, path, folder))
        wall = median([r.wall for r in a]) / median([r.wall for r in b])
        print(
            f"one A3 poster  ours {spread([r.wall for r in a])} {median([r.memory for r in a]):.0f} MB"
            f" {os.path.getsize(ours) // 1000} KB  {peer} {spread([r.wall for r in b])}"
            f" {median([r.memory for r in b]):.0f} MB {os.path.getsize(path) // 1000} KB  ratio {wall:.3f}  goal {goal}",
            flush=True,
        )


def whole(bulletin, folder):
    """All posters of the campaign in all their sizes, without the boards that places.csv asks for."""
    path = os.path.join(folder, "content", "places.csv")
    with open(path, encoding="utf-8") as file:
        head = file.readline()
    with open(path, "w", encoding="utf-8") as file:
        file.write(head)
    for name, words in (("PDF", ["--formats", "pdf"]), ("PNG", ["--formats", "png"])):
        all_runs = [fresh(bulletin, folder, "--only", "posters", *words) for _ in range(ROUNDS)]
        kinds = json.loads(all_runs[-1].output)["kinds"][name.lower()]
        walls = [r.wall for r in all_runs]
        print(f"all {kinds['files']} posters as {name}  {spread(walls)}  {median([r.memory for r in all_runs]):.0f} MB", flush=True)


def main():
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    bulletin = os.environ.get("BULLETIN", os.path.join(root, ".build/release/bulletin"))
    with tempfile.TemporaryDirectory() as folder:
        install_peers(folder)
        campaign(root, folder)
        forget_fonts(folder)
        compare(root, bulletin, folder)
        whole(bulletin, folder)


if __name__ == "__main__":
    main()
