"""What is known is not computed again, and what fails stops no other."""

from __future__ import annotations

import pytest

import pmlint
from pmlint.batch.cache import Cache
from pmlint.batch.checker import Checker
from pmlint.config.settings import Settings
from pmlint.document import TextSource
from pmlint.errors import PipelineError, ReadError
from tests.texts import CLEAN, MIXED

SOURCES = [TextSource(MIXED), TextSource(CLEAN, path="clean.md"), TextSource("")]


def checked(sources, settings=None, cache=None):
    return list(Checker(settings or Settings(), cache).check(sources))


def test_reports_are_those_of_checking_one_by_one():
    found = checked(SOURCES)
    assert [one.report.findings for one in found] == [pmlint.check(s.text).findings for s in SOURCES]
    assert [one.report.path for one in found] == [None, "clean.md", None]


def test_kept_reports_equal_fresh_ones():
    fresh, first, again = checked(SOURCES), checked(SOURCES, cache=Cache()), checked(SOURCES, cache=Cache())
    assert [c.report for c in again] == [c.report for c in first] == [c.report for c in fresh]
    assert [c.document is None for c in again] == [True, True, True]
    assert [c.text for c in again] == [s.text for s in SOURCES]


def test_only_what_is_new_is_computed(engine):
    checked(SOURCES[:1], cache=Cache())
    assert len(engine) == 1
    assert [c.source for c in checked(SOURCES, cache=Cache())] == SOURCES
    assert [document.source for document in engine] == [MIXED, CLEAN, ""]
    checked(SOURCES)
    assert len(engine) == 6


def test_other_settings_are_another_result(engine):
    checked(SOURCES[:1], cache=Cache())
    checked(SOURCES[:1], Settings(ignore=("PM1",)), cache=Cache())
    assert len(engine) == 2


@pytest.mark.parametrize("damage", [b"", b"x", None])
def test_a_corrupted_entry_is_computed_again(engine, damage):
    cache = Cache()
    (first,) = checked(SOURCES[:1], cache=cache)
    (path,) = cache.folder.rglob("*.json.z")
    if damage is None:  # an entry that can be read and is no report
        cache.put(path.parent.name + path.name.removesuffix(".json.z"), {"findings": 1})
    else:
        path.write_bytes(damage)
    (second,) = checked(SOURCES[:1], cache=cache)
    assert second.report == first.report
    assert len(engine) == 2
    checked(SOURCES[:1], cache=cache)
    assert len(engine) == 2


def test_a_crash_costs_one_document(engine):
    found = checked([TextSource("Fine."), TextSource("CRASH"), TextSource("Good.")], cache=Cache())
    assert [type(one.error) for one in found] == [type(None), KeyError, type(None)]
    assert [one.report is None for one in found] == [False, True, False]


def test_a_report_without_a_rules_word_is_not_kept(engine):
    for _ in range(2):
        assert checked([TextSource("BREAK")], cache=Cache())[0].report.failures
    assert len(engine) == 2


def test_a_document_that_cannot_be_parsed_costs_itself_alone(engine):
    found = checked([TextSource("a", format="pdf"), TextSource("b")])
    assert isinstance(found[0].error, ReadError)
    assert found[1].report


def test_what_is_unfit_for_all_ends_the_run():
    with pytest.raises(PipelineError, match="not installed"):
        checked([TextSource(MIXED)], Settings(pipeline="en_no_such"))


def test_reports_come_as_soon_as_they_are_there(engine):
    found = Checker(Settings()).check(TextSource(f"{number}") for number in range(5))
    next(found)
    assert len(engine) == 1
