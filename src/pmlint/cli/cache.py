"""Show or empty the store of results that 'check' and 'score' keep between runs."""

from __future__ import annotations

import argparse
import json
import sys

from pmlint.cli.codes import CLEAN
from pmlint.cli.options import add_format
from pmlint.cli.parser import one_of
from pmlint.report.neutral import one_line

HELP = "show or empty the store of results"
EPILOG = """\
Results are kept by the content of a document, the settings and this pmlint; they
quote the documents and stay on this machine. PMLINT_CACHE_DIR names another folder,
--no-cache of 'check' and 'score' leaves the store alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint cache``."""
    parser.add_argument("task", type=one_of("info", "clear"), metavar="TASK", help="info or clear")
    add_format(parser, "text", "json")


def run(args: argparse.Namespace) -> int:
    """Writes how full the store is, or what was dropped."""
    from pmlint.batch.cache import Cache

    cache = Cache()
    usage = cache.clear() if args.task == "clear" else cache.usage()
    if args.format == "json":
        data = {
            "folder": str(cache.folder),
            "entries": usage.entries,
            "bytes": usage.size,
            "max_bytes": cache.max_bytes,
            "cleared": args.task == "clear",
        }
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
        return CLEAN
    results = "1 result" if usage.entries == 1 else f"{usage.entries:,} results"
    size = f"{usage.size / 1e6:,.1f} MB"
    folder = one_line(str(cache.folder))
    if args.task == "clear":
        sys.stdout.write(f"dropped {results} ({size}) from {folder}\n")
    else:
        sys.stdout.write(f"{results}, {size} of at most {cache.max_bytes / 1e6:,.0f} MB, in {folder}\n")
    return CLEAN
