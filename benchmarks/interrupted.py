"""A run of `pmlint score` killed in the middle and started again: what is lost, what is computed twice.

    python benchmarks/interrupted.py [--documents 400] [--model fast]

With one and two workers, with and without a cache, `kill -9` ends the run once half of its rows are written
down. Exits with 1 where a document of those is computed again, or where the table differs from that of a run
that was left alone.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from scores import write_documents

from pmlint.batch.checker import Checker
from pmlint.batch.journal import Journal

LOG = "PMLINT_BENCHMARK_LOG"
"""Set in a run that is watched: the file that names each document that is computed and not remembered."""

if LOG in os.environ:  # worker processes import this file too
    compute = Checker._fresh

    def _fresh(self, sources):
        for checked in compute(self, sources):
            with Path(os.environ[LOG]).open("a", encoding="utf-8") as log:
                log.write(f"{checked.source.path}\n")
            yield checked

    Checker._fresh = _fresh


def start(folder: Path, output: Path, log: Path, *options: str) -> subprocess.Popen[bytes]:
    command = ["score", str(folder), "--output", str(output), "--no-config", *options]
    environ = {**os.environ, LOG: str(log), "PMLINT_CACHE_DIR": str(output.with_suffix(".cache"))}
    return subprocess.Popen([sys.executable, __file__, "--", *command], env=environ, stdout=subprocess.PIPE)


def finish(process: subprocess.Popen[bytes]) -> str:
    said = process.communicate()[0].decode().strip()
    if process.returncode != 0:
        raise SystemExit(f"a run ended with {process.returncode}")
    return said.partition(": ")[2]


def computed(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").split("\n")[:-1] if log.exists() else []


def rows(output: Path) -> set[str]:
    """The documents whose rows are written down so far."""
    parts = output.with_name(f"{output.name}.partial").glob("rows-*.jsonl")
    return set(Journal.written(None, parts))  # type: ignore[arg-type]


def kill_in_the_middle(process: subprocess.Popen[bytes], output: Path, number: int) -> None:
    while len(rows(output)) < number:
        if process.poll() is not None:
            raise SystemExit("the run ended before it was half done")
        time.sleep(0.05)
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGKILL)
    process.wait()
    psutil.wait_procs(family, timeout=10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--model", default="fast")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = write_documents(place / "documents", args.documents)
        whole = place / "whole.csv"
        finish(start(folder, whole, place / "whole.log", "--no-cache", "--model", args.model))
        bad = False
        print(f"{args.documents} documents{'before':>22}{'again':>8}{'both':>8}{'rows':>8}{'equal':>8}")
        for workers in ("1", "2"):
            for keep in ((), ("--no-cache",)):
                kind = f"workers-{workers}{'-no-cache' if keep else ''}"
                output, log, again = (place / f"{kind}.{end}" for end in ("csv", "first", "second"))
                options = ("--workers", workers, "--model", args.model, *keep)
                kill_in_the_middle(start(folder, output, log, *options), output, args.documents // 2)
                before = rows(output)
                said = finish(start(folder, output, again, *options))
                both = before & set(computed(again))
                equal = output.read_bytes() == whole.read_bytes()
                total = output.read_bytes().count(b"\n") - 1
                print(f"{kind:24}{len(before):>10}{len(computed(again)):>8}{len(both):>8}", end="")
                print(f"{total:>8}{'yes' if equal else 'NO':>8}   {said}", flush=True)
                bad |= bool(both) or not equal
    return int(bad)


if __name__ == "__main__":
    if "--" in sys.argv:
        from pmlint.cli import main as pmlint_main

        sys.exit(pmlint_main(sys.argv[2:]))
    sys.exit(main())
