"""One Markdown text as pages: ours against Typst, WeasyPrint and Chromium, whole processes, in turn."""

import glob
import html
import os
import re
import subprocess
import sys
import tempfile

from measure import forget_fonts, install_peers, median, run, spread

ROUNDS = int(os.environ.get("ROUNDS", "7"))
SIZES = (10, 100, 500, 2000)


def handbook(root):
    """The text of the real handbook's chapters, without front matter and fences, which peers do not know."""
    parts = []
    for path in sorted(glob.glob(os.path.join(root, "content/handbook/*.md"))):
        with open(path, encoding="utf-8") as file:
            text = file.read().split("---", 2)[2]
        parts.append(re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))
    return "\n".join(parts)


def inline(text, strong, link):
    text = re.sub(r"\*\*(.+?)\*\*", strong, text)
    return re.sub(r"\[(.+?)\]\((.+?)\)", link, text)


def typst(text):
    lines = [
        '#set page(width: 148mm, height: 210mm, margin: (x: 22mm, y: 23mm), numbering: "1")',
        '#set text(font: ("Noto Serif CJK SC",), size: 10.5pt, lang: "zh", region: "cn")',
        "#set par(justify: true, leading: 0.9em, first-line-indent: (amount: 2em, all: true))",
    ]
    for line in text.split("\n"):
        line = re.sub(r"([#$@<>_`\\])", r"\\\1", line) if not line.startswith("#") else line
        if match := re.match(r"(#+) (.*)", line):
            line = "=" * (len(match[1]) - 1) + " " + match[2]
        line = re.sub(r"^\\> ?", "", line)
        lines.append(inline(line, r"*\1*", r"\1"))
    return "\n".join(lines)


def page(text):
    body = []
    for block in re.split(r"\n\s*\n", text):
        block = block.strip()
        if not block:
            continue
        safe = inline(html.escape(block, quote=False), r"<strong>\1</strong>", r'<a href="\2">\1</a>')
        if match := re.match(r"(#+) (.*)", safe):
            body.append(f"<h{len(match[1])}>{match[2]}</h{len(match[1])}>")
        elif safe.startswith("- "):
            body.append("<ul>" + "".join(f"<li>{line[2:]}" for line in safe.split("\n")) + "</ul>")
        else:
            body.append(f"<p>{safe}")
    style = (
        "@page{size:148mm 210mm;margin:23mm 22mm}body{font:10.5pt/1.7 'Noto Serif CJK SC';text-align:justify;margin:0}"
        "p{text-indent:2em;margin:0}h2,h3{font-size:1.2em;margin:1em 0 0}"
    )
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style}</style>{"".join(body)}'


def peers(folder):
    """Names and commands."""
    call = [sys.executable, "-c"]
    setting = "import typst,sys; typst.compile(sys.argv[1], output=sys.argv[2])"
    weaving = "import weasyprint,sys; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return [
        ("typst", [*call, setting, "text.typ", "typst.pdf"]),
        ("weasyprint", [*call, weaving, "text.html", "weasyprint.pdf"]),
        ("chromium", [*chromium, f"--print-to-pdf={folder}/chromium.pdf", f"file://{folder}/text.html"]),
    ]


def pages(path):
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", facts)[1])


def write(folder, text):
    for name, content in (("text.md", text), ("text.typ", typst(text)), ("text.html", page(text))):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)


def compare(bulletin, folder, name, text):
    write(folder, text)
    ours = [bulletin, "typeset", "text.md", "--size", "A5", "--measure", "28em", "--out", "ours.pdf", "--quiet"]
    first = []
    for _ in range(ROUNDS):
        forget_fonts(folder)
        first.append(run(ours, folder))
    print(f"{name:10} ours the first time on a machine {spread([r.wall for r in first])}", flush=True)
    for peer, command in peers(folder):
        rounds = 3 if peer in ("weasyprint", "chromium") and len(text) > 50_000 else ROUNDS
        a, b = [], []
        for _ in range(rounds):
            a.append(run(ours, folder))
            b.append(run(command, folder))
        wall = median([r.wall for r in a]) / median([r.wall for r in b])
        memory = median([r.memory for r in a]) / median([r.memory for r in b])
        count = pages(os.path.join(folder, "ours.pdf")), pages(os.path.join(folder, f"{peer}.pdf"))
        print(
            f"{name:10} {len(text)} characters  ours {spread([r.wall for r in a])} {median([r.memory for r in a]):.0f} MB"
            f"  {peer} {spread([r.wall for r in b])} {median([r.memory for r in b]):.0f} MB"
            f"  wall {wall:.2f} memory {memory:.2f}  pages {count[0]}/{count[1]}",
            flush=True,
        )


def growth(bulletin, folder, text):
    """Time and memory from ten pages to two thousand."""
    for wanted in SIZES:
        copies = max(1, round(wanted / (len(text) / 520)))
        cut = text if copies > 1 else text[: 520 * wanted]
        with open(os.path.join(folder, "text.md"), "w", encoding="utf-8") as file:
            file.write("\n".join([cut] * copies))
        command = [bulletin, "typeset", "text.md", "--size", "A5", "--measure", "28em", "--out", "ours.pdf", "--quiet"]
        runs = [run(command, folder) for _ in range(3)]
        count = pages(os.path.join(folder, "ours.pdf"))
        wall = median([r.wall for r in runs])
        print(
            f"{count:5} pages  {len(cut) * copies:8} characters  {wall:.3f} s  {1e6 * wall / (len(cut) * copies):.2f} ms "
            f"per 1,000 characters  {median([r.memory for r in runs]):.0f} MB",
            flush=True,
        )


def main():
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    bulletin = os.environ.get("BULLETIN", os.path.join(root, ".build/release/bulletin"))
    text = handbook(root)
    with tempfile.TemporaryDirectory() as folder:
        install_peers(folder)
        compare(bulletin, folder, "handbook", text)
        compare(bulletin, folder, "180 pages", "\n".join([text] * max(1, round(180 / (len(text) / 520)))))
        growth(bulletin, folder, text)


if __name__ == "__main__":
    main()
