"""Frames in, frames out: order, index, missing texts, and the same numbers as checking one by one."""

from __future__ import annotations

import datetime as dt

import dask.dataframe as dd
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import pmlint
import pmlint.pandas
from pmlint.batch.columns import score_columns
from pmlint.errors import PipelineError, PmlintError
from tests.texts import CLEAN, EXAMPLES, MIXED

DAY = dt.date(2025, 2, 3)
RELATIVE = "## Action items\n\n- Ana will publish the test plan by Friday\n"
TEXTS = [MIXED, None, CLEAN, "", RELATIVE, MIXED, (EXAMPLES / "outage.md").read_text(encoding="utf-8")]
DATES = [None, DAY, None, None, DAY, None, DAY]
LABELS = [30, 10, 20, 20, 50, 40, 60]


def pandas_frame(texts=TEXTS, dates=DATES, labels=LABELS, dtype=None):
    body = pd.Series(texts, dtype=dtype).array if dtype else texts
    return pd.DataFrame({"body": body, "date": dates}).set_axis(pd.Index(labels, name="number"))


def polars_frame():
    return pl.DataFrame({"body": TEXTS, "date": DATES, "number": LABELS})


def plain(frame):
    """Rows as plain values; days as text, missing cells as None."""
    if isinstance(frame, pd.DataFrame):
        rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    else:
        rows = frame.to_pylist() if isinstance(frame, pa.Table) else frame.to_dicts()
    return [
        {name: str(cell)[:10] if isinstance(cell, dt.date) else cell for name, cell in row.items()}
        for row in rows
    ]


@pytest.fixture(scope="module")
def scores():
    return pmlint.score_frame(pandas_frame())


def test_numbers_are_those_of_checking_one_by_one(scores):
    assert len(scores) == len(TEXTS)
    for text, date, row in zip(TEXTS, DATES, plain(scores), strict=True):
        if text is None:
            continue
        report = pmlint.check(text, date=date)
        expected = [
            getattr(report.scores, name) if report.scores else None for name in ("blameless", "candid")
        ]
        assert [row["blameless"], row["candid"]] == expected
        assert row["words"] == report.words
        assert row["findings"] == len(report.problems)
        assert row["date"] == (str(report.date) if report.date else None)
        assert row["commitments"] == len(report.action_items)
        assert row["timeline"] == report.facts["timeline"]


def test_order_and_index_are_kept(scores):
    assert list(scores.index) == LABELS
    assert scores.index.name == "number"
    assert list(scores["id"]) == LABELS
    assert list(scores.columns) == ["id", *(column.name for column in score_columns())]


def test_a_missing_text_is_a_row_with_a_reason(scores):
    row = scores.iloc[1]
    assert row["error"] == "no text"
    assert row.drop(["id", "error"]).isna().all()
    assert scores["error"].isna().tolist() == [True, False, True, False, True, True, True]


def test_duplicates_are_computed_once(engine):
    found = pmlint.score_frame(pandas_frame([CLEAN, MIXED, CLEAN, CLEAN], [None, None, None, DAY], range(4)))
    assert [document.source for document in engine] == [CLEAN, MIXED, CLEAN]  # the last has another date
    assert found["blameless"].tolist() == [len(text) % 100 for text in (CLEAN, MIXED, CLEAN, CLEAN)]


@pytest.mark.parametrize(
    "dtype", ["object", "string[python]", "string[pyarrow]", "str", pd.ArrowDtype(pa.string())], ids=str
)
def test_every_kind_of_text_column_gives_the_same(scores, dtype):
    pd.testing.assert_frame_equal(pmlint.score_frame(pandas_frame(dtype=dtype)), scores)


@pytest.mark.parametrize(
    "dates",
    [
        pd.to_datetime(pd.Series(DATES)),
        pd.to_datetime(pd.Series(DATES)).dt.tz_localize("UTC"),
        pd.Series(DATES, dtype=pd.ArrowDtype(pa.date32())),
        [day and day.isoformat() for day in DATES],
        [day and f"{day}T10:00:00" for day in DATES],
        ["" if day is None else str(day) for day in DATES],
    ],
    ids=["datetime", "zoned", "arrow", "text", "moment", "empty text"],
)
def test_every_kind_of_date_column_gives_the_same(scores, dates):
    dates = dates.array if isinstance(dates, pd.Series) else dates
    pd.testing.assert_frame_equal(pmlint.score_frame(pandas_frame(dates=dates)), scores)


def test_polars_and_arrow_give_the_same_and_stay_what_they_are(scores):
    expected = plain(scores)
    in_polars = pmlint.score_frame(polars_frame(), id="number")
    assert isinstance(in_polars, pl.DataFrame)
    assert plain(in_polars) == expected
    assert in_polars.schema["date"] == pl.Date
    in_arrow = pmlint.score_frame(polars_frame().to_arrow(), id="number")
    assert isinstance(in_arrow, pa.Table)
    assert plain(in_arrow) == expected


def test_without_an_id_polars_rows_are_numbered():
    assert pmlint.score_frame(polars_frame())["id"].to_list() == list(range(7))


@pytest.mark.parametrize("make", [pmlint.findings_frame, pmlint.actions_frame])
def test_long_frames_join_by_id_and_agree_across_libraries(make):
    in_pandas = make(pandas_frame())
    assert list(in_pandas.index) == list(range(len(in_pandas)))
    assert plain(make(polars_frame(), id="number")) == plain(in_pandas)
    reports = [
        pmlint.check(text, date=date) if text is not None else None for text, date in zip(TEXTS, DATES)
    ]
    attribute = "findings" if make is pmlint.findings_frame else "action_items"
    expected = [
        (label, one.text)
        for label, report in zip(LABELS, reports)
        if report
        for one in getattr(report, attribute)
    ]
    assert list(zip(in_pandas["id"], in_pandas["text"])) == expected
    assert len(expected) > 10 or make is pmlint.actions_frame


def test_relative_dates_count_from_the_rows_date():
    actions = pmlint.actions_frame(pandas_frame())
    assert actions[actions["id"] == 50]["due"].tolist() == [pd.Timestamp("2025-02-07")]


def test_an_empty_frame_has_the_same_columns(scores):
    empty = pmlint.score_frame(pandas_frame().iloc[:0])
    assert len(empty) == 0
    assert empty.dtypes.equals(scores.dtypes)
    assert pmlint.findings_frame(pandas_frame([None], [None], [1])).empty


def test_the_accessor_gives_the_same(scores):
    df = pandas_frame()
    pd.testing.assert_frame_equal(df["body"].pmlint.score(date=df["date"]), scores)
    assert df["body"].pmlint.score(date=DAY)["date"].dropna().unique().tolist() == [pd.Timestamp(DAY)]
    assert plain(df["body"].pmlint.findings(df["date"])) == plain(pmlint.findings_frame(df))
    assert plain(df["body"].pmlint.actions(df["date"])) == plain(pmlint.actions_frame(df))


@pytest.mark.parametrize("date", [pd.Series([DAY, DAY], index=[2, 1]), [DAY], pd.Series([DAY])])
def test_the_accessor_refuses_dates_that_do_not_fit(date):
    with pytest.raises(PmlintError, match=r"the dates (have another index than|do not fit) the texts"):
        pd.Series([CLEAN, MIXED], index=[1, 2]).pmlint.score(date=date)


def test_labels_of_several_levels_are_ids():
    df = pandas_frame([CLEAN, MIXED], [None, None], range(2))
    df.index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])
    found = pmlint.score_frame(df)
    assert found.index.equals(df.index)
    assert found["id"].tolist() == [("a", 1), ("b", 2)]


def test_a_bad_row_costs_itself_alone(engine):
    texts = [CLEAN, "CRASH", "BREAK", 3, CLEAN, float("nan"), CLEAN]
    dates = [None, None, None, None, "next week", None, pd.NaT]
    found = pmlint.score_frame(pandas_frame(texts, dates))
    reasons = found["error"].fillna("").tolist()
    assert reasons[0] == reasons[6] == ""
    assert reasons[1].startswith("internal error: KeyError: 'porter'")
    assert reasons[2] == "rule PM101 broke: ValueError: x"
    assert reasons[3:6] == ["no text but int", "'next week' is no date; write it as 2025-03-31", "no text"]
    assert found["blameless"].isna().tolist() == [False, True, True, True, True, True, False]


def test_half_a_surrogate_pair_is_no_failure():
    text = "# Pump \ud83d\n\nThe pump was replaced."
    frame = pd.DataFrame({"body": [text, text], "date": ["", "\ud83d"]}, dtype="object")
    found = pmlint.score_frame(frame)
    assert found["title"][0] == "Pump \ufffd"
    assert found["error"].fillna("").tolist() == ["", "'\ufffd' is no date; write it as 2025-03-31"]


@pytest.mark.parametrize(
    "date",
    ["2024-03-01T23:30:00-05:00", "1 March 2024", "March 1, 2024", 20240301, pd.Period("2024-03-01", "D")],
)
def test_a_date_may_be_written_in_any_way_that_names_one_day(date):
    frame = pd.DataFrame({"body": [MIXED], "date": pd.Series([date], dtype="object")})
    assert pmlint.score_frame(frame)["date"].tolist() == [pd.Timestamp("2024-03-01")]


@pytest.mark.parametrize("date", ["03/04/2024", "2024-02-30", "2024-03", 1709251200, True])
def test_a_date_that_could_be_two_or_none_is_told(date):
    frame = pd.DataFrame({"body": [MIXED], "date": pd.Series([date], dtype="object")})
    assert pmlint.score_frame(frame)["error"].tolist() == [f"'{date}' is no date; write it as 2025-03-31"]


def test_results_are_kept_on_request_alone(engine, cache_dir):
    frame = pandas_frame([CLEAN], [None], [1])
    pmlint.score_frame(frame)
    assert not list(cache_dir.rglob("*.z"))
    first = pmlint.score_frame(frame, cache=True)
    pd.testing.assert_frame_equal(pmlint.score_frame(frame, cache=True), first)
    assert len(engine) == 2


def test_settings_and_format_count():
    frame = pandas_frame([MIXED], [None], [1])
    chosen = pmlint.findings_frame(frame, settings=pmlint.Settings(select=("PM102",)))
    assert chosen["rule"].tolist() == ["PM102"]
    html = pmlint.score_frame(pandas_frame(["<p>Fine.</p>"], [None], [1]), format="html")
    assert html["words"].tolist() == [1]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"text": "boddy"}, "there is no column 'boddy'; did you mean 'body'?"),
        ({"date": "dates"}, "there is no column 'dates'; did you mean 'date'?"),
        ({"id": "numbr"}, "there is no column 'numbr'; did you mean 'number'?"),
        ({"format": "markdwn"}, "there is no format 'markdwn'; did you mean 'markdown'?"),
        ({"text": 0}, "there is no column '0'; names are texts here: df.columns = df.columns.map(str)"),
    ],
)
def test_what_is_missing_is_named(arguments, line):
    with pytest.raises(PmlintError) as error:
        pmlint.score_frame(polars_frame(), **arguments)
    assert str(error.value) == line


@pytest.mark.parametrize(
    ("df", "line"),
    [
        (pl.LazyFrame({"body": ["a"]}), "'LazyFrame' is no data frame in memory; collect() it first"),
        ([1], "'list' is no data frame in memory; give a pandas or polars data frame"),
        (pd.Series(["a"]), "'Series' is no data frame in memory; to_frame() it first"),
        (
            dd.from_pandas(pd.DataFrame({"body": ["a"]}), npartitions=1),
            "'DataFrame' is no data frame in memory; pmlint.batch.dask.score takes it",
        ),
    ],
)
def test_what_is_no_frame_is_refused(df, line):
    with pytest.raises(PmlintError) as error:
        pmlint.score_frame(df)
    assert str(error.value) == line


def test_columns_that_share_a_name_are_refused():
    df = pd.DataFrame([["a", "b"]], columns=["body", "body"])
    with pytest.raises(PmlintError, match="two columns have the same name"):
        pmlint.score_frame(df)


def test_a_frame_without_dates_takes_those_of_the_texts():
    found = pmlint.score_frame(pd.DataFrame({"body": [MIXED]}))
    assert found["date"].tolist() == [pd.Timestamp("2025-02-20")]


def test_what_is_unfit_for_every_text_is_raised():
    with pytest.raises(PipelineError, match="en_no_such"):
        pmlint.score_frame(polars_frame(), settings=pmlint.Settings(pipeline="en_no_such"))
