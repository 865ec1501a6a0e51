"""A rule's card as text for a terminal."""

from __future__ import annotations

import re
from textwrap import fill

from pmlint.report.style import painter
from pmlint.rules.cards import HEADINGS, Card

_BLOCKS = re.compile(r"\n{2,}")
_LISTED = re.compile(r"([-*]|\d+[.)]) ")


def card_text(card: Card, *, color: bool = False, width: int = 80) -> str:
    """The card: title, sections, and its examples with the flagged words in brackets.

    Args:
        card: The card.
        color: Whether to colour.
        width: Cells of a line.
    """
    paint = painter(color)
    kind = "good sign" if card.praise else card.severity
    title = f"{paint(card.code, 'code')} {paint(card.name, 'head')} {paint(f'[{kind}]', card.severity)}"
    parts = [f"{title}\n{fill(card.summary, width)}"]
    for heading in HEADINGS[:-1]:
        parts.append(f"{paint(heading, 'head')}\n{_body(card.section(heading), width)}")
    for verdict, heading in (("flag", "Flagged"), ("pass", "Not flagged")):
        shown = [
            _example(card, number, width) for number, e in enumerate(card.examples) if e.verdict == verdict
        ]
        if shown:
            parts.append(f"{paint(heading, 'head')}\n" + "\n".join(shown))
    parts.append(
        f"{paint('Sources', 'head')}\n" + "\n".join(_item(f"- {source}", width) for source in card.sources)
    )
    return "\n\n".join(parts) + "\n"


def _body(markdown: str, width: int) -> str:
    return "\n\n".join(_block(block, width) for block in _BLOCKS.split(markdown))


def _block(block: str, width: int) -> str:
    """Paragraphs and list items are filled; tables, quotations and code stay as they are."""
    if block.lstrip().startswith(("|", "~~~", "```", ">", "    ")):
        return block
    items: list[str] = []
    for line in block.splitlines():
        if _LISTED.match(line.lstrip()) or not items:
            items.append(line)
        else:
            items[-1] += " " + line.strip()
    return "\n".join(_item(item, width) for item in items)


def _item(text: str, width: int) -> str:
    mark = _LISTED.match(text.lstrip())
    indent = len(text) - len(text.lstrip()) + (len(mark[0]) if mark else 0)
    return fill(text, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _example(card: Card, number: int, width: int) -> str:
    example = card.examples[number]
    text, last = "", 0
    for start, end in example.spans:
        text += f"{example.text[last:start]}[{example.text[start:end]}]"
        last = end
    text += example.text[last:]
    rows = [
        fill(line, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        for line in text.splitlines()
    ]
    if note := example.options.get("note"):
        rows.append(fill(f"({note})", width, initial_indent="    ", subsequent_indent="    "))
    return "\n".join(rows)
