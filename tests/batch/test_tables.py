"""Tables of four formats: what goes in comes out, and nothing in a cell can run."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest

from pmlint.batch.columns import Column
from pmlint.batch.tables import FORMATS, format_for, harmless
from pmlint.errors import ConfigError, PmlintError

COLUMNS = (
    Column("path", "text"),
    Column("score", "number"),
    Column("words", "count"),
    Column("board", "flag"),
    Column("date", "day"),
)
ROWS = [
    {"path": 'a,b\n"c" é.md', "score": -1.5, "words": 3, "board": True, "date": dt.date(2025, 3, 31)},
    {"path": "b.md", "score": None, "board": False},
    {"path": "c.md"},
]
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", '=HYPERLINK("http://x")', "\n=1"]


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    with format_for(path, len(rows))(path, COLUMNS) as table:
        for row in rows:
            table.write(row)
    return path


def read(path: Path) -> list[dict[str, object]]:
    """The rows as plain values."""
    match path.suffix:
        case ".json":
            return json.loads(path.read_text())  # type: ignore[no-any-return]
        case ".parquet":
            return pyarrow.parquet.read_table(path).to_pylist()  # type: ignore[no-any-return]
        case ".xlsx":
            head, *lines = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
            return [dict(zip(head, line, strict=True)) for line in lines]
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", FORMATS)
def test_rows_come_back(tmp_path: Path, suffix: str) -> None:
    first, second, third = read(write(tmp_path / f"scores{suffix}", ROWS))
    assert list(first) == [column.name for column in COLUMNS]
    assert first["path"] == ROWS[0]["path"]
    if suffix == ".csv":
        assert list(first.values())[1:] == ["-1.5", "3", "true", "2025-03-31"]
        assert list(second.values())[1:] == ["", "", "false", ""]
        return
    assert [first["score"], first["words"], first["board"]] == [-1.5, 3, True]
    assert str(first["date"])[:10] == "2025-03-31"
    assert [second["score"], second["words"], second["board"], second["date"]] == [None, None, False, None]
    assert set(third.values()) == {"c.md", None}


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_table_has_its_columns(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"scores{suffix}", [])
    assert read(path) == []
    if suffix == ".parquet":
        assert pyarrow.parquet.read_schema(path).names == [column.name for column in COLUMNS]


def test_many_rows_fill_several_groups(tmp_path: Path) -> None:
    path = write(tmp_path / "scores.parquet", [{"path": str(n), "words": n} for n in range(1234)])
    assert pyarrow.parquet.ParquetFile(path).num_row_groups == 3
    assert [row["words"] for row in read(path)] == list(range(1234))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_stays_a_text(tmp_path: Path, text: str) -> None:
    assert harmless(text) == f"'{text}"
    (row,) = read(write(tmp_path / "scores.csv", [{"path": text}]))
    assert row["path"] == f"'{text}"
    path = write(tmp_path / "scores.xlsx", [{"path": text}])
    cell = openpyxl.load_workbook(path).active["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).strip() == text.strip()


@pytest.mark.parametrize("text", ["a.md", "postmortems/2025-01.md", "a=1", "", "x - y", "'quoted'"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("suffix", FORMATS)
def test_characters_that_a_format_lacks_break_no_table(tmp_path: Path, suffix: str) -> None:
    (row,) = read(write(tmp_path / f"scores{suffix}", [{"path": "a\x00\x1b\ud800b"}]))
    assert str(row["path"])[0] == "a"
    assert str(row["path"])[-1] == "b"


def test_pandas_reads_a_csv_as_it_was_meant(tmp_path: Path) -> None:
    found = pd.read_csv(write(tmp_path / "scores.csv", ROWS[:2]), parse_dates=["date"])
    assert found["board"].tolist() == [True, False]
    assert found["score"].tolist()[0] == -1.5
    assert found["date"].tolist()[0] == pd.Timestamp("2025-03-31")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("scores.parq", "--output: '{}' names no format of tables; did you mean '.parquet'?"),
        ("scores", "--output: '{}' names no format of tables; end it in one of .csv, .json, .parquet, .xlsx"),
        (
            "gone/scores.csv",
            "--output: '{}' cannot be written: its folder is not there; make the folder first",
        ),
        ("folder.csv", "--output: '{}' cannot be written: it is a folder; name a file"),
    ],
)
def test_a_place_that_will_not_do_is_told_before_anything_is_scored(
    tmp_path: Path, name: str, line: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ConfigError) as error:
        format_for(tmp_path / name, 1)
    assert str(error.value) == line.format(tmp_path / name)


def test_excel_holds_so_many_rows(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"Excel holds 1,048,575 rows, not 2,000,000; write \.parquet"):
        format_for(tmp_path / "scores.xlsx", 2_000_000)


@pytest.mark.parametrize(
    ("suffix", "module", "extra"), [(".xlsx", "openpyxl", "excel"), (".parquet", "pyarrow", "parquet")]
)
def test_the_missing_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, module: str, extra: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(PmlintError, match=rf"needs '{module}.*pip install 'pmlint\[{extra}\]'"):
        format_for(tmp_path / f"scores{suffix}", 1)
