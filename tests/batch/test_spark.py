"""What Spark is told fits what it is given; Spark does to it what Arrow does here."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

import pmlint
from pmlint.batch.spark import partitions, schema
from tests.texts import CLEAN, MIXED

ARROW = {
    "string": pa.string(),
    "double": pa.float64(),
    "bigint": pa.int64(),
    "boolean": pa.bool_(),
    "timestamp": pa.timestamp("us"),
}


def test_partitions_fit_the_schema() -> None:
    frames = [
        pd.DataFrame({"path": ["a", "b"], "body": [MIXED, None]}),
        pd.DataFrame({"path": ["c"], "body": [CLEAN]}),
        pd.DataFrame({"path": [], "body": []}, dtype="str"),
    ]
    wanted = [column.replace("`", "").split() for column in schema().split(", ")]
    arrow = pa.schema([(name, ARROW[kind]) for name, kind in wanted])
    found = list(partitions(id="path")(iter(frames)))
    tables = [pa.Table.from_pandas(part, schema=arrow, preserve_index=False) for part in found]
    together = pa.concat_tables(tables)
    whole = pmlint.score_frame(pd.concat(frames), id="path")
    assert together["id"].to_pylist() == ["a", "b", "c"]
    assert together["blameless"].to_pylist()[0] == whole["blameless"].iloc[0]
    assert together["words"].to_pylist() == list(whole["words"].astype(object).replace({pd.NA: None}))
    assert together["error"].to_pylist() == [None, "no text", None]


def test_another_kind_of_id_can_be_named() -> None:
    assert schema("bigint").startswith("`id` bigint, `title` string")
