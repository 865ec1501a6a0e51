"""Dask's partitions give what one frame gives, also where a worker is killed among them."""

from __future__ import annotations

import os
import signal

import dask.dataframe as dd
import pandas as pd
import polars as pl
import pytest
from dask.distributed import Client, LocalCluster, wait

import pmlint
from pmlint.batch import dask as batch
from pmlint.errors import PmlintError
from tests.texts import CLEAN, EXAMPLES, MIXED

pytestmark = pytest.mark.filterwarnings("ignore")  # of what a killed worker leaves open

TEXTS = [
    MIXED,
    None,
    CLEAN,
    *(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.md"))),
    MIXED,
]
FRAME = pd.DataFrame({"body": TEXTS, "date": "2025-03-31"}, index=range(100, 100 + len(TEXTS)))


def test_partitions_give_what_the_whole_gives() -> None:
    found = batch.score(dd.from_pandas(FRAME, npartitions=3))
    expected = pmlint.score_frame(FRAME)
    assert found.dtypes.astype(str).to_dict() == expected.dtypes.astype(str).to_dict()
    pd.testing.assert_frame_equal(found.compute(scheduler="sync"), expected)
    pd.testing.assert_frame_equal(found.compute(scheduler="threads"), expected)


def test_a_killed_worker_costs_nothing() -> None:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        futures = client.compute(batch.score(dd.from_pandas(FRAME, npartitions=6)).to_delayed())
        wait(futures, return_when="FIRST_COMPLETED")
        victim = min(worker.pid for worker in cluster.workers.values())
        os.kill(victim, signal.SIGKILL)
        found = pd.concat(client.gather(futures))
        assert victim not in {worker.pid for worker in cluster.workers.values() if worker.pid}
    pd.testing.assert_frame_equal(found, pmlint.score_frame(FRAME))


def test_a_missing_column_is_told_before_anything_is_computed() -> None:
    with pytest.raises(PmlintError, match="there is no column 'boddy'"):
        batch.score(dd.from_pandas(FRAME, npartitions=2), text="boddy")


@pytest.mark.parametrize("df", [FRAME, pl.DataFrame({"body": ["a"]}), [1]])
def test_other_frames_are_refused(df: object) -> None:
    with pytest.raises(PmlintError, match=r"is no Dask data frame; pmlint\.score_frame takes the others"):
        batch.score(df)
