"""The printed outputs of the real campaign: one handbook, all PDFs, and a build with nothing to do."""

import json
import os
import shutil
import sys
import tempfile

from measure import forget_fonts, median, run, spread

ROUNDS = 7
DAY = "2024-07-10"


def campaign(root, folder):
    """A copy of the real campaign, so that its own output stays as it is."""
    for name in ("content", "templates"):
        shutil.copytree(os.path.join(root, name), os.path.join(folder, name))


def keep_one_unit(folder):
    """The first unit, and no places: they name the others."""
    for name, rows in (("units.csv", 1), ("places.csv", 0)):
        path = os.path.join(folder, "content", name)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines[: 1 + rows])


def fresh(bulletin, folder, *words, first=False):
    """A build without an output; `first` is one on a machine that has not cut these fonts before."""
    shutil.rmtree(os.path.join(folder, "output"), ignore_errors=True)
    if first:
        forget_fonts(folder)
    return run([bulletin, "build", "--on", DAY, "--format", "json", *words], folder)


def main():
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    bulletin = os.path.join(root, ".build/release/bulletin")
    with tempfile.TemporaryDirectory() as folder:
        campaign(root, folder)
        forget_fonts(folder)

        whole = [fresh(bulletin, folder) for _ in range(3)]
        kinds = json.loads(whole[-1].output)["kinds"]
        print(f"whole campaign      {spread([r.wall for r in whole])}  {median([r.memory for r in whole]):.0f} MB")
        for kind in ("pdf", "png", "html"):
            tally = kinds[kind]
            print(f"  {kind:5} {tally['files']:4} files  {tally['bytes'] / 1e6:7.1f} MB  {tally['seconds']:.2f} s of rendering")

        again = [run([bulletin, "build", "--on", DAY, "--format", "json"], folder) for _ in range(ROUNDS)]
        print(f"nothing to do       {spread([r.wall for r in again])}  {median([r.memory for r in again]):.0f} MB")

        pdfs = [fresh(bulletin, folder, "--only", "posters,handbook", "--formats", "pdf") for _ in range(ROUNDS)]
        count = json.loads(pdfs[-1].output)["kinds"]["pdf"]["files"]
        print(f"all {count} PDFs        {spread([r.wall for r in pdfs])}  {median([r.memory for r in pdfs]):.0f} MB")

        keep_one_unit(folder)
        for name, first in (("the first time", True), ("again", False)):
            one = [fresh(bulletin, folder, "--only", "handbook", first=first) for _ in range(ROUNDS)]
            print(f"one handbook, {name:14} {spread([r.wall for r in one])}  {median([r.memory for r in one]):.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
