"""A key changes with everything that a result depends on, and with nothing else."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

import pmlint
from pmlint.batch import keys
from pmlint.batch.keys import code_stamp, prose_key, report_key, settings_key
from pmlint.config.settings import Settings
from pmlint.document import TextSource

TEXT = TextSource("We will improve.")


def key(document: TextSource = TEXT, **changes: object) -> str:
    settings = Settings(**changes)  # type: ignore[arg-type]
    return report_key(document, settings, settings_key(settings))


@pytest.mark.parametrize(
    "changed",
    [
        replace(TEXT, text="We will improve!"),
        replace(TEXT, format="text"),
        replace(TEXT, date=dt.date(2025, 3, 31)),
        replace(TEXT, path="2025-03-31.md"),
    ],
)
def test_content_format_date_and_a_dated_name_count(changed: TextSource) -> None:
    assert key(changed) != key()


@pytest.mark.parametrize(
    "changes",
    [
        {"select": ("PM1",)},
        {"ignore": ("PM101",)},
        {"min_severity": "error"},
        {"min_confidence": 0.9},
        {"names": "roles-only"},
        {"date": dt.date(2025, 3, 31)},
        {"follow_up_weeks": (1, 2)},
        {"pipeline": "en_core_web_md"},
        {"model": "full"},
        {"lexicons": {"people": ("Ngozi",)}},
    ],
)
def test_settings_count(changes: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_model", lambda name: name)
    assert key(**changes) != key()


@pytest.mark.parametrize(
    "changes",
    [
        {"exclude": ("x",)},
        {"respect_gitignore": False},
        {"max_file_size": 5},
        {"source": Path("pmlint.toml")},
    ],
)
def test_settings_that_only_choose_the_files_do_not(changes: dict[str, object]) -> None:
    assert key(**changes) == key()


def test_every_setting_was_thought_of() -> None:
    """A new setting counts; one that is left out of the key by name exists."""
    assert set(Settings.__dataclass_fields__) >= keys._NO_MATTER


def test_rules_switched_off_for_one_file_count_for_it_alone() -> None:
    off = {"per_file_ignores": {"a.md": ("PM1",)}}
    a, b = replace(TEXT, path="a.md"), replace(TEXT, path="b.md")
    assert key(a, **off) != key(a)
    assert key(b, **off) == key(b)


def test_copies_share_an_entry_and_so_do_names_that_tell_nothing() -> None:
    assert key(replace(TEXT, path="a/b.md")) == key(replace(TEXT, path="c.md"))
    assert key(replace(TEXT, notice="read as cp1252, not UTF-8")) == key()


def test_the_models_hash_counts_not_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = SimpleNamespace(manifest={"hash": "1"})
    monkeypatch.setattr("pmlint.scoring.model.load_model", lambda name: loaded)
    first = key(model="fast")
    assert key(model="full") == first
    loaded.manifest = {"hash": "2"}
    assert key(model="fast") != first


def test_an_edited_rule_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "pmlint"
    copy.mkdir()
    (copy / "__init__.py").write_text("")
    (copy / "rule.md").write_text("old")
    monkeypatch.setattr(pmlint, "__file__", str(copy / "__init__.py"))
    stamp = code_stamp.__wrapped__
    before = stamp()
    assert stamp() == before
    old = (copy / "rule.md").stat()
    (copy / "rule.md").write_text("new")
    os.utime(copy / "rule.md", ns=(old.st_atime_ns, old.st_mtime_ns + 1))
    after = stamp()
    assert after != before
    monkeypatch.setattr(pmlint, "__version__", "9")
    assert stamp() != after


def test_prose_is_measured_whatever_the_settings_are() -> None:
    assert prose_key(TEXT) == prose_key(replace(TEXT, path="2025-01-01.md"))
    assert prose_key(TEXT) != prose_key(replace(TEXT, format="text"))
    assert prose_key(TEXT) != key()


def test_half_a_surrogate_pair_has_a_key() -> None:
    assert key(TextSource("\ud800")) != key(TextSource("?"))
