from __future__ import annotations

import datetime as dt
import json

import pytest

from pmlint.cli import CLEAN, FAILED
from pmlint.rules import registry
from pmlint.rules.cards import read_card


@pytest.fixture(autouse=True)
def rules(monkeypatch, folder):
    """Two rules, whatever rules there are."""

    def card(**front):
        path = folder / "card.md"
        lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in {**FRONT, **front}.items())
        path.write_text(f"---\n{lines}\n---\n{BODY}")
        return read_card(path)

    found = (
        card(aliases=["finger-pointing"]),
        card(code="PM503", name="own-part", category="candor", severity="info", praise=True),
    )
    (folder / "card.md").unlink()
    monkeypatch.setattr(registry, "cards", lambda: found)


FRONT = {
    "code": "PM101",
    "name": "named-fault",
    "category": "blame",
    "severity": "warning",
    "kind": "phrase",
    "since": "0.1",
    "summary": "Flags this | and that.",
    "message": "says this",
    "sources": ["A source"],
}
BODY = """\
## What it flags
A failure put on someone,
told without what led there.

- one kind
  of thing
- another

## Why it matters
Why.

## What to write instead
Instead.

## When it is wrong
| a | b |
| - | - |

## Examples
~~~flag
[[The porter forgot]] the key.
~~~

~~~pass note="a system is never blamed"
The door failed to open.
~~~
"""


@pytest.fixture
def settings(pmlint, engine, folder):
    """The settings that the engine is called with for these options."""
    (folder / "a.md").write_text("Fine.")

    def run(*options):
        engine.clear()
        code, _, err = pmlint("a.md", "--no-cache", *options)
        assert (code, err) == (CLEAN, "")
        return engine[0]

    return run


def test_rules_are_chosen_by_comma_lists_and_repeated_options(settings):
    found = settings("--select", "PM1,own-part", "--select", "finger-pointing", "--ignore", "pm101, PM5")
    assert found.select == ("PM1", "own-part", "finger-pointing")
    assert found.ignore == ("pm101", "PM5")


def test_values_reach_the_engine(settings):
    found = settings(
        "--min-severity=error", "--min-confidence", "0.9", "--date", "2025-03-31", "--exclude", "a,b"
    )
    assert (found.min_severity, found.min_confidence) == ("error", 0.9)
    assert (found.date, found.exclude) == (dt.date(2025, 3, 31), ("a", "b"))


def test_the_nearest_configuration_counts_unless_another_or_none_is_named(settings, folder):
    (folder / "pmlint.toml").write_text('names = "roles-only"')
    (folder / "other.toml").write_text("min_confidence = 0.1")
    assert settings().names == "roles-only"
    assert settings("--config", "other.toml").min_confidence == 0.1
    assert settings("--config", "other.toml").names == "allow"
    assert settings("--no-config").names == "allow"


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["--formt", "json"], "unknown option '--formt'; did you mean '--format'?"),
        (
            ["check", "--min-severty=info"],
            "unknown option '--min-severty=info'; did you mean '--min-severity'?",
        ),
        (["--format", "jsn"], "--format: 'jsn' is none of text, json; did you mean 'json'?"),
        (["--color=alwys"], "--color: 'alwys' is none of auto, always, never; did you mean 'always'?"),
        (["--format"], "--format: expected one argument"),
        (["--select", "PM102"], "--select: unknown rule 'PM102'; did you mean 'PM101'?"),
        (["--ignore", "nmaed-fault"], "--ignore: unknown rule 'nmaed-fault'; did you mean 'named-fault'?"),
        (
            ["--min-confidence", "high"],
            "--min-confidence: 'min_confidence' is a number from 0 to 1, not 'high'",
        ),
        (
            ["--min-severity", "eror"],
            "--min-severity: 'min_severity' cannot be 'eror'; did you mean 'error'?",
        ),
        (["--date", "2025-02-30"], "--date: 'date' is a date such as \"2025-03-31\", not '2025-02-30'"),
        (["--config", "gone.toml"], "gone.toml: there is no such configuration file; check the path"),
        (["--no-config", "--config", "x"], "--config: not allowed with argument --no-config"),
        (["chek"], "'chek' is neither a command nor a file; did you mean 'check'?"),
        (["explain"], "the following arguments are required: RULE; see 'pmlint explain --help'"),
        (["rules", "x"], "unknown argument 'x'; see 'pmlint rules --help'"),
        (["config", "-x"], "unknown option '-x'; see 'pmlint config --help'"),
        (["explain", "PM102"], "unknown rule 'PM102'; did you mean 'PM101'?"),
        (["explain", "~"], "unknown rule '~'; 'pmlint rules' lists them"),
    ],
)
def test_what_cannot_be_understood_is_one_line(pmlint, argv, line):
    assert pmlint(*argv) == (FAILED, "", f"pmlint: {line}\n")


def test_a_broken_configuration_is_one_line_with_its_place(pmlint, folder):
    (folder / "pmlint.toml").write_text("\nselct = []")
    code, out, err = pmlint("a.md")
    assert (code, out) == (FAILED, "")
    assert err == f"pmlint: {folder / 'pmlint.toml'}:2: unknown key 'selct'; did you mean 'select'?\n"


def test_a_rule_is_explained_by_code_name_or_former_name(pmlint):
    for rule in ("PM101", "pm101", "named-fault", "finger-pointing"):
        code, out, err = pmlint("explain", rule)
        assert (code, err) == (CLEAN, "")
        assert out == EXPLAINED


EXPLAINED = """\
PM101 named-fault [warning]
Flags this | and that.

What it flags
A failure put on someone, told without what led there.

- one kind of thing
- another

Why it matters
Why.

What to write instead
Instead.

When it is wrong
| a | b |
| - | - |

Flagged
  [The porter forgot] the key.

Not flagged
  The door failed to open.
    (a system is never blamed)

Sources
- A source
"""


def test_the_rules_are_listed_as_text(pmlint):
    assert pmlint("rules")[1] == (
        "Code   Name         Severity   What it flags\n"
        "PM101  named-fault  warning    Flags this | and that.\n"
        "PM503  own-part     good sign  Flags this | and that.\n"
    )


def test_the_rules_are_listed_as_markdown(pmlint):
    assert pmlint("rules", "--format", "markdown")[1].splitlines()[2:] == [
        r"| PM101 | named-fault | warning | Flags this \| and that. |",
        r"| PM503 | own-part | good sign | Flags this \| and that. |",
    ]


def test_the_rules_are_listed_as_json(pmlint):
    first = json.loads(pmlint("rules", "--format", "json")[1])[0]
    assert first == {
        "code": "PM101",
        "name": "named-fault",
        "category": "blame",
        "severity": "warning",
        "kind": "phrase",
        "since": "0.1",
        "summary": "Flags this | and that.",
        "praise": False,
    }


def test_the_defaults_are_the_reference(pmlint):
    from pmlint.config import defaults_text

    assert pmlint("config", "--defaults") == (CLEAN, defaults_text(), "")


def test_the_settings_in_force_can_be_read_back(pmlint, folder):
    from dataclasses import replace
    from pathlib import Path

    from pmlint.config import load

    (folder / "pmlint.toml").write_text(
        'select = ["PM1"]\ndate = "2025-03-31"\n[lexicons]\nteams = ["Ward \\"7\\" \\\\ é"]\n'
        '[per_file_ignores]\n"a b/*.md" = ["PM1"]\n'
    )
    _, out, _ = pmlint("config")
    assert out.startswith(f"# settings from {folder / 'pmlint.toml'}\n")
    assert 'select = ["PM1"]  # changed\n' in out
    assert 'names = "allow"\n' in out
    Path("printed.toml").write_text(out, encoding="utf-8")
    printed = load(config=Path("printed.toml"))
    assert replace(printed, source=None) == replace(load(folder), source=None)


def test_without_a_file_the_settings_come_from_the_defaults(pmlint):
    assert pmlint("config")[1].startswith("# settings from the defaults; there is no configuration file\n")
