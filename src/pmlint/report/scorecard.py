"""A scorecard as text and as data."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from typing import Any

from pmlint.records import SCHEMA_VERSION, Level, Scorecard, Trait
from pmlint.report.neutral import one_line
from pmlint.report.style import Paint, painter

LEVEL_WORDS: dict[Level, str] = {
    "good": "good evidence",
    "some": "some evidence",
    "little": "little evidence",
    "none": "does not apply",
}
_SIGNS: dict[Level, str] = {"good": "+++", "some": "++ ", "little": "+  ", "none": "-  "}
_STYLES: dict[Level, str] = {"good": "good", "some": "warning", "little": "error", "none": "dim"}
_INDENT = "      "


def scorecard_to_dict(card: Scorecard) -> dict[str, Any]:
    """The card as plain data, its traits in their order."""
    traits = [asdict(trait) | {"support": [asdict(s) for s in trait.support]} for trait in card.traits]
    return {
        "schema_version": SCHEMA_VERSION,
        "path": card.path,
        "first": card.first.name if card.first else None,
        "traits": traits,
    }


def render_scorecard(card: Scorecard, *, color: bool = False, width: int = 80) -> str:
    """The card as text: each trait with its level, the sentences that support it and what to change.

    Args:
        card: The card.
        color: Whether to colour.
        width: Cells of a line.
    """
    paint = painter(color)
    lines = [paint(one_line(card.path), "path")] if card.path else []
    for trait in card.traits:
        lines += ["", *_trait(trait, paint, width)]
    first = card.first
    if first is not None:
        lines += ["", *_wrapped(f"Start with: {first.title.lower()}.", "", width)]
    return "\n".join(lines).strip("\n") + "\n"


def _trait(trait: Trait, paint: Paint, width: int) -> list[str]:
    first, *rest = _wrapped(f"{trait.title}: {LEVEL_WORDS[trait.level]}", _INDENT, width)
    sign = paint(_SIGNS[trait.level], _STYLES[trait.level])
    lines = [f"  {sign} {paint(first.strip(), 'head')}", *(paint(line, "head") for line in rest)]
    lines += _wrapped(trait.because, _INDENT, width)
    for support in trait.support:
        mark = "for" if support.speaks_for else "but"
        words = textwrap.shorten(one_line(support.text), 2 * width, placeholder=" …")
        lines += _wrapped(f"{mark} {support.line}: {words}", _INDENT, width, hanging="       ")
    if trait.change:
        where = f" (line {trait.line})" if trait.line else ""
        lines += [
            paint(line, "ask")
            for line in _wrapped(f"Change{where}: {one_line(trait.change)}", _INDENT, width)
        ]
    return lines


def _wrapped(text: str, indent: str, width: int, *, hanging: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent + hanging, break_long_words=False
    )
