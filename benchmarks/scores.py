"""Time and peak memory of `pmlint score`: one and two workers, cold and cached, and ever more documents.

    python benchmarks/scores.py [--documents 1000] [--flat 100 1000 5000] [--model fast]

The documents are those of corpora/postmortems, repeated with a sentence of their own each, so that none is
known from another. Memory is the sum over all processes of a run, looked at ten times a second. Exits with 1
where the largest run of --flat takes more than a quarter more memory than the run before it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import psutil
from timing import ONE_THREAD

DOCUMENTS = Path(__file__).parents[1] / "corpora/postmortems/documents"
MOST_GROWTH = 1.25


class Seen(NamedTuple):
    """Seconds on the clock and of CPU, and the most megabytes that all processes held at one time."""

    wall: float
    cpu: float
    peak: float

    def __str__(self) -> str:
        return f"{self.wall:10.1f}{self.cpu:10.1f}{self.peak:12.0f}"


def write_documents(folder: Path, number: int) -> Path:
    folder.mkdir()
    sources = [path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.iterdir())]
    for index, text in enumerate(islice(cycle(sources), number)):
        (folder / f"{index:05}.md").write_text(f"{text}\nCopy {index} was filed.\n", encoding="utf-8")
    return folder


def run(folder: Path, store: Path, *options: str) -> Seen:
    """One run into a table that was not there before."""
    output = folder.parent / "scores.csv"
    output.unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "pmlint",
        "score",
        str(folder),
        "--output",
        str(output),
        "--no-config",
        *options,
    ]
    environ = {**os.environ, **ONE_THREAD, "PMLINT_CACHE_DIR": str(store)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    peak = 0
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, memory(watched))
            time.sleep(0.1)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Seen(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, peak / 1e6)


def memory(process: psutil.Process) -> int:
    """Bytes held by a process and its children."""
    total = 0
    try:
        for each in (process, *process.children(recursive=True)):
            total += each.memory_info().rss
    except psutil.NoSuchProcess:
        return 0  # ended between two looks
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--flat", type=int, nargs="*", default=[100, 1000, 5000])
    parser.add_argument("--model", default="fast")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = write_documents(place / "documents", args.documents)
        print(f"{args.documents:,} documents{'seconds':>34}{'CPU s':>10}{'MB at most':>12}")
        for workers in ("1", "2"):
            for kind in ("cold", "cached"):
                seen = run(folder, place / f"store{workers}", "--workers", workers, "--model", args.model)
                print(f"{f'workers: {workers}, {kind}':36}{seen}", flush=True)
        peaks = []
        for number in args.flat:
            copies = write_documents(place / str(number), number)
            seen = run(copies, place / "none", "--no-cache", "--model", args.model)
            print(f"{f'{number:,} documents, nothing kept':36}{seen}", flush=True)
            peaks.append(seen.peak)
    return int(len(peaks) > 1 and peaks[-1] > MOST_GROWTH * peaks[-2])


if __name__ == "__main__":
    sys.exit(main())
