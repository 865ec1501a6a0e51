"""The date of a document: what it says of itself, never today's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from pmlint.document.model import Block

_KEYS = (
    "incident_date",
    "incident-date",
    "date_of_incident",
    "event_date",
    "date",
    "occurred",
    "start",
    "started_at",
    "published",
    "created",
    "created_at",
    "updated",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/._]?(?P<m>0[1-9]|1[0-2])[-/._]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAMED = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ -](?P<m1>{_MONTH})|"
    rf"(?P<m2>{_MONTH})[ -](?P<d2>\d{{1,2}})(?:st|nd|rd|th)?),?[ -](?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?:(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)|"
    r"(?P<s2>[/-])(?P<b2>\d{1,2})(?P=s2)(?P<y2>\d\d))(?![\d/-])"
)
_STATED = re.compile(r"\b(?:incident |event |report |meeting |start )?date\b|\bwhen\b", re.IGNORECASE)
_BLOCKS = 10
_PROMISES = re.compile(
    r"\b(?:actions?|next steps?|follow[ -]?ups?|to[ -]?dos?|measures?|"
    r"remed\w+|prevent\w*|commitments?|agreed|"
    r"correcti\w+|recommendations?|what we will|what will change|plans?)\b",
    re.IGNORECASE,
)
"""Headings of sections whose dates are due dates, and headers of the tables there."""
_DUE = re.compile(
    r"\b(?:due|by|until|till|before|deadline|eta|target|expected|planned|no later than|promised|"
    r"next review)\b[^.;|\n]{0,20}$",
    re.IGNORECASE,
)
"""What stands before a date that somebody is to keep."""


def document_date(
    front: Mapping[str, Any], path: str | None, title: str | None, blocks: tuple[Block, ...]
) -> dt.date | None:
    """The document's own date: front matter, else file name, else title, else a date stated near the top.

    Args:
        front: Parsed front matter.
        path: The file's path, as far as it is known.
        title: The document's title.
        blocks: The document's blocks.
    """
    day_first = _day_first(blocks)
    for key in _KEYS:
        found = _of_value(front.get(key), day_first)
        if found:
            return found
    top = [
        _without_due(_without_commands(block))
        for block in blocks[:_BLOCKS]
        if not (block.template or _promises(block))
    ]
    stated = [text for text in top if _STATED.search(text[:40])]
    name = [PurePath(path).stem] if path else []
    for text in [*name, title or "", *stated, *top]:
        found = find_date(text, day_first=day_first)
        if found:
            return found
    return None


def _promises(block: Block) -> bool:
    titles = (*block.section[1:], *(cell.header for cell in block.cells))
    return any(_PROMISES.search(title[:100]) for title in titles)


def _without_commands(block: Block) -> str:
    """A block's text without its inline code, save code that is a date and nothing else."""
    text = block.text
    for start, end in block.code:
        if not _ISO.fullmatch(text[start:end].strip()):
            text = f"{text[:start]}{'…' * (end - start)}{text[end:]}"
    return text


def _without_due(text: str) -> str:
    """A text with the dates cut out that somebody is to keep."""
    for pattern in (_ISO, _NAMED, _NUMERIC):
        text = pattern.sub(
            lambda m: "…" if _DUE.search(m.string, max(0, m.start() - 40), m.start()) else m[0], text
        )
    return text


def find_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """The first full date in a text.

    Args:
        text: Any text.
        day_first: Whether ``03/04/2024`` is the third of April; ``None`` leaves such a date out.
    """
    found = [(m.start(), date) for m in _ISO.finditer(text) if (date := _date(m["y"], m["m"], m["d"]))]
    for m in _NAMED.finditer(text):
        if date := _of_named(m):
            found.append((m.start(), date))
    for m in _NUMERIC.finditer(text):
        if date := _of_numeric(m, day_first):
            found.append((m.start(), date))
    return min(found)[1] if found else None


def _of_value(value: Any, day_first: bool | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, list) and value:  # an incident of several days
        return _of_value(value[0], day_first)
    # YAML takes 20240301 for a number.
    return find_date(str(value)[:200], day_first=day_first) if isinstance(value, str | int) else None


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _of_named(match: re.Match[str]) -> dt.date | None:
    month = (match["m1"] or match["m2"])[:3].lower()
    return _date(match["y"], _MONTHS.index(month) + 1, match["d1"] or match["d2"])


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    """First number, second number and year of a numeric date."""
    year = int(match["y"]) if match["y"] else 2000 + int(match["y2"])
    return int(match["a"]), int(match["b"] or match["b2"]), year


def _of_numeric(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    first, second, year = _parts(match)
    if first > 12 or first == second:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _day_first(blocks: Iterable[Block]) -> bool | None:
    """What the unmistakable numeric dates of a document say about its order of day and month."""
    votes = set()
    for block in blocks:
        for match in _NUMERIC.finditer(block.text):
            first, second, _ = _parts(match)
            if (first > 12) != (second > 12):
                votes.add(first > 12)
    return votes.pop() if len(votes) == 1 else None
