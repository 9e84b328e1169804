"""Whole processes, measured by the kernel: wall time and the largest resident set of each run."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    def __init__(self, wall, memory, output):
        self.wall = wall  # seconds
        self.memory = memory  # megabytes
        self.output = output


def run(command, folder, environment=None):
    """Runs a command to its end; raises when it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=errors, env={**os.environ, **(environment or {})}
        )
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace")[-2000:]
            words = " ".join(map(str, command))
            raise SystemExit(f"failed with status {os.waitstatus_to_exitcode(status)}: {words}\n{said}")
    return Run(wall, usage.ru_maxrss / 1024, output.decode())


def forget_fonts(folder):
    """Makes `folder` hold what the program keeps between runs, and empties it: the next run is the first on this machine."""
    os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def install_peers(folder):
    """Typst and WeasyPrint from PyPI, below `folder`, unless this Python has them already."""
    if subprocess.run([sys.executable, "-c", "import typst, weasyprint"], capture_output=True).returncode != 0:
        below = os.path.join(folder, "python")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", below, "typst==0.15.2", "weasyprint==70.0"]
        subprocess.run(pip, check=True)
        os.environ["PYTHONPATH"] = below


def median(values):
    return statistics.median(values)


def spread(values, unit="s", digits=3):
    """`median (least–largest)`, with the unit."""
    return f"{median(values):.{digits}f} {unit} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def count(folder):
    """Files and bytes below a folder, private notes left out."""
    files = total = 0
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            files += 1
            total += os.path.getsize(os.path.join(path, name))
    return files, total
