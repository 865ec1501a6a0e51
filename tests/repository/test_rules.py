"""Every rule is a card with its code, and shows by enough examples what it means."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmlint.rules.cards import HEADINGS, Card, read_card
from pmlint.rules.registry import cards, rules

REQUIRED = (
    [f"PM10{n}" for n in range(1, 7)]
    + [f"PM20{n}" for n in range(1, 6)]
    + [f"PM30{n}" for n in range(1, 9)]
    + [f"PM40{n}" for n in range(1, 8)]
    + [f"PM50{n}" for n in range(1, 4)]
)


def faults(card: Card) -> list[str]:
    """What the card lacks, in words."""
    flags = [example for example in card.examples if example.verdict == "flag"]
    passes = [example for example in card.examples if example.verdict == "pass"]
    found = []
    if len(flags) < 3:
        found.append("fewer than 3 flags")
    if len(passes) < 4 or len(passes) <= len(flags):
        found.append("too few passes")
    if not any(example.options.get("note", "").startswith("near miss") for example in passes):
        found.append("no near miss")
    found += [f"empty section: {name}" for name in HEADINGS[:-1] if len(card.section(name).split()) < 8]
    if not card.sources:
        found.append("no source")
    if card.kind not in ("phrase", "model") and not card.path.with_suffix(".py").is_file():
        found.append("no code")
    if card.kind in ("phrase", "model") and card.path.with_suffix(".py").is_file():
        found.append("code that nobody calls")
    return found


def test_every_rule_that_was_promised_is_there() -> None:
    assert set(REQUIRED) <= {card.code for card in cards()}


def test_every_card_binds_to_its_code() -> None:
    assert [rule.card for rule in rules()] == list(cards())


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.code)
def test_a_card_is_whole(card: Card) -> None:
    assert faults(card) == []


CARD = """\
---
code: PM203
name: everyone-and-no-one
category: diffuse
severity: warning
kind: {kind}
since: "0.1"
summary: Everyone is meant, so nobody is.
message: "{{words}} is nobody in particular"
sources: {sources}
---
## What it flags
Words for all of us that stand where a single owner would be needed.

## Why it matters
{why}

## What to write instead
The one person, role or team that decided or will decide this.

## When it is wrong
When the whole group did in fact decide together and says how.

## Examples

{examples}
"""
WHY = "Nobody can answer a question that is put to everybody at once."
FLAG = "~~~flag\n[[Everyone]] could have done better.\n~~~\n"
PASS = "~~~pass\nMira asked the crew.\n~~~\n"
NEAR = '~~~pass note="near miss: a head count"\nEveryone left the hall by 10:05.\n~~~\n'
WHOLE = 3 * FLAG + 3 * PASS + NEAR


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, None),
        ({"examples": 2 * FLAG + 3 * PASS + NEAR}, "fewer than 3 flags"),
        ({"examples": 3 * FLAG + 2 * PASS + NEAR}, "too few passes"),
        ({"examples": 4 * FLAG + 3 * PASS + NEAR}, "too few passes"),
        ({"examples": 3 * FLAG + 4 * PASS}, "no near miss"),
        ({"why": "It does."}, "empty section: Why it matters"),
        ({"sources": "[]"}, "no source"),
        ({"kind": "grammar"}, "no code"),
    ],
)
def test_a_card_that_lacks_something_is_seen(
    tmp_path: Path, changes: dict[str, str], fault: str | None
) -> None:
    parts = {"kind": "phrase", "sources": '["Orwell (1946)"]', "why": WHY, "examples": WHOLE, **changes}
    path = tmp_path / "everyone_and_no_one.md"
    path.write_text(CARD.format(**parts), encoding="utf-8")
    assert faults(read_card(path)) == ([fault] if fault else [])
