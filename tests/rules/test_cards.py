"""Every example of every card: a flag gives exactly the marked words, a pass gives nothing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

import pytest

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import parse
from pmlint.records import Report
from pmlint.rules.cards import Card, Example
from pmlint.rules.registry import cards

CASES = [
    pytest.param(card, example, id=f"{card.code}:L{example.line}:{example.verdict}")
    for card in cards()
    for example in card.examples
]
NOT_SETTINGS = ("note", "target", "subtype", "format", "date", "select")


def settings_of(card: Card, example: Example) -> Settings:
    """The rule alone, with what the fence sets."""
    options = {key: value for key, value in example.options.items() if key not in NOT_SETTINGS}
    date = dt.date.fromisoformat(example.options["date"]) if "date" in example.options else None
    # A rule that builds on others' findings names them on the fence: select="PM1,PM406".
    select = tuple(example.options.get("select", card.code).split(","))
    # A rule's examples hold whatever a model thinks of them; a model's own cards are read by the better one.
    options.setdefault("model", "full" if card.kind == "model" else "rules")
    return Settings(select=select, min_confidence=0.5, date=date, **options)  # type: ignore[arg-type]


@cache
def reports(code: str) -> dict[int, Report]:
    """The report of each example of a card, by the line of its fence; like settings share a run."""
    card = next(card for card in cards() if card.code == code)
    alike: dict[str, list[Example]] = defaultdict(list)
    for example in card.examples:
        alike[repr(settings_of(card, example))].append(example)
    found: dict[int, Report] = {}
    for examples in alike.values():
        documents = [parse(e.text, format=e.options.get("format", "markdown")) for e in examples]
        checked = check_documents(documents, settings_of(card, examples[0]))
        found.update(zip((e.line for e in examples), checked, strict=True))
    return found


def faults(card: Card, example: Example, report: Report) -> list[str]:
    """Where the report differs from what the example says, in words."""
    findings = [f for f in report.findings if f.rule == card.code]
    wrong = list(report.failures)
    if example.spans or example.verdict == "pass":
        said = [example.text[start:end] for start, end in example.spans]
        if sorted((f.start, f.end) for f in findings) != sorted(example.spans):
            got = [(f.text, f.confidence) for f in findings]
            wrong.append(f"the card marks {said}, the rule flags {got}")
    elif not findings:
        wrong.append("the rule flags nothing")
    for key in ("target", "subtype"):
        if key in example.options and {getattr(f, key) for f in findings} != {example.options[key]}:
            wrong.append(f"{key} is {[getattr(f, key) for f in findings]}, not {example.options[key]}")
    # What the user reads has every placeholder filled.
    wrong += [f.message for f in findings if "{" in f.message + (f.suggestion or "")]
    return wrong


@pytest.mark.parametrize(("card", "example"), CASES)
def test_an_example_is_what_its_card_says(card: Card, example: Example) -> None:
    assert faults(card, example, reports(card.code)[example.line]) == [], example.text


@pytest.mark.parametrize(
    ("spans", "options", "fault"),
    [
        (((12, 23),), {}, None),
        (((12, 23),), {"target": "generic", "subtype": "human-error"}, None),
        (((0, 23),), {}, "the card marks"),
        (((12, 23), (24, 29)), {}, "the card marks"),
        (((12, 23),), {"target": "team"}, "target is"),
        (((12, 23),), {"subtype": "verdict"}, "subtype is"),
    ],
)
def test_an_example_that_errs_is_seen(
    spans: tuple[tuple[int, int], ...], options: dict[str, str], fault: str | None
) -> None:
    card = next(card for card in cards() if card.code == "PM102")
    text = "Root cause: human error. That."
    [report] = check_documents([parse(text)], Settings(select=("PM102",)))
    found = faults(card, Example("flag", text, spans, 1, options), report)
    assert not found if fault is None else [f for f in found if f.startswith(fault)]
    assert faults(card, Example("pass", text, (), 1, {}), report)
