"""The same documents by way of pandas, polars, Arrow, a Series, Dask with a worker killed, and one by one.

    python benchmarks/agreement.py [--documents 354] [--model fast]

Prints for each how many cells were compared with those of the pandas frame, how many differ, and the largest
difference between two numbers. Exits with 1 where any cell differs.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import warnings
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import pandas as pd
import polars as pl
import pyarrow as pa
from dask.distributed import Client, LocalCluster, wait

import pmlint
import pmlint.pandas
from pmlint.batch import dask as batch
from pmlint.batch.columns import SCORES

DOCUMENTS = Path(__file__).parents[1] / "corpora/postmortems/documents"
PARTITIONS = 12


def read(number: int) -> pd.DataFrame:
    """The documents; every fourth is given a date, the others keep to the one in their text."""
    texts = [path.read_text(encoding="utf-8") for path in islice(sorted(DOCUMENTS.iterdir()), number)]
    dates = [pd.Timestamp(2024, 1 + n % 12, 1 + n % 28) if n % 4 == 0 else pd.NaT for n in range(len(texts))]
    return pd.DataFrame({"body": texts, "date": dates})


def one_by_one(df: pd.DataFrame, settings: pmlint.Settings) -> pd.DataFrame:
    """What ``pmlint.check`` says of each text, added up here and not by the code that is measured."""
    rows = []
    for text, date in zip(df["body"], df["date"]):
        report = pmlint.check(text, settings=settings, date=None if pd.isna(date) else date.date())
        row: dict[str, Any] = {
            "date": report.date,
            "words": report.words,
            "findings": len(report.problems),
            "commitments": len(report.action_items),
            "commitments_complete": sum(not item.missing for item in report.action_items),
        }
        for name in SCORES if report.scores else ():
            row[name] = getattr(report.scores, name)
            row[f"{name}_low"], row[f"{name}_high"] = report.scores.intervals.get(name, (None, None))
        for rule, count in Counter(finding.rule for finding in report.findings).items():
            row[f"{rule}_per_1000"] = round(1000 * count / report.words, 3)
        rows.append(row)
    found = pd.DataFrame(rows)
    return found.fillna({name: 0.0 for name in found if name.endswith("_per_1000")})


def on_dask(df: pd.DataFrame, settings: pmlint.Settings) -> pd.DataFrame:
    """Two processes, one of them killed when the first partition is done."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        parts = batch.score(dd.from_pandas(df, npartitions=PARTITIONS), settings=settings).to_delayed()
        futures = client.compute(parts)
        wait(futures, return_when="FIRST_COMPLETED")
        victim = min(worker.pid for worker in cluster.workers.values())
        done = sum(future.done() for future in futures)
        os.kill(victim, signal.SIGKILL)
        found = pd.concat(client.gather(futures))
    print(f"dask: a worker was killed after {done} of {PARTITIONS} partitions")
    return found


def plain(column: pd.Series) -> list[Any]:
    """Every cell as a number, a text or None, whatever the library keeps it as."""
    cells = column.astype(object)
    return [None if pd.isna(c) else str(c)[:10] if hasattr(c, "year") else c for c in cells]


def compare(name: str, expected: pd.DataFrame, found: pd.DataFrame) -> bool:
    columns = [column for column in expected if column in found]
    pairs = [pair for c in columns for pair in zip(plain(expected[c]), plain(found[c]), strict=True)]
    differing = sum(left != right for left, right in pairs)
    gaps = [abs(a - b) for a, b in pairs if isinstance(a, float | int) and isinstance(b, float | int)]
    print(f"{name:12}{len(columns):>9}{len(pairs):>9}{differing:>9}{max(gaps):>12g}", flush=True)
    return not differing


def main() -> int:
    warnings.simplefilter("ignore")  # of what a killed worker leaves open
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=354)
    parser.add_argument("--model", default="fast")
    args = parser.parse_args()
    settings = pmlint.Settings(model=args.model)
    df = read(args.documents)
    expected = pmlint.score_frame(df, settings=settings)
    killed = on_dask(df, settings)
    print(f"{len(df)} rows{'columns':>13}{'cells':>9}{'differ':>9}{'at most':>12}")
    polars = pl.from_pandas(df)
    found = {
        "polars": pmlint.score_frame(polars, settings=settings).to_pandas(),
        "pyarrow": pmlint.score_frame(polars.to_arrow(), settings=settings).to_pandas(),
        "Series": df["body"].pmlint.score(date=df["date"], settings=settings),
        "Arrow dtypes": pmlint.score_frame(
            df.astype({"body": pd.ArrowDtype(pa.string())}), settings=settings
        ),
        "Dask": killed,
        "one by one": one_by_one(df, settings),
    }
    agree = [compare(name, expected, frame) for name, frame in found.items()]
    return int(not all(agree))


if __name__ == "__main__":
    sys.exit(main())
