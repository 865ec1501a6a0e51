"""A due date that no calendar has, or that had passed before the document was written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules._whole import written_on
from pmlint.rules.actions._items import range_in
from pmlint.rules.base import Draft, Hit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_ISO = re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b")
_WORDS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?\b", re.I
)
_AMERICAN = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I)
_LEAP = 2024  # a year with a 29 February, for dates that name no year


def find(item: ActionItem, draft: Draft) -> Iterator[Hit]:
    """A hit on the words of a due date that cannot be kept."""
    words = item.due_text or ""
    start, end = range_in(draft.document.source, item, words)
    if item.due is None:
        if words and _is_no_date(words):
            yield Hit(
                start,
                end,
                args={"words": words},
                severity="error",
                confidence=0.95,
                message="the calendar has no “{words}”",
                suggestion="Which day was meant?",
            )
        return
    written = written_on(draft)
    if written is not None and item.status == "open" and item.due < written:
        # Without a year in the words, the year was inferred, and the inference may be what is wrong.
        sure = 0.85 if re.search(r"\d{4}", words) else 0.4
        yield Hit(start, end, args={"words": words, "due": item.due, "written": written}, confidence=sure)


def _is_no_date(words: str) -> bool:
    for pattern in (_ISO, _WORDS, _AMERICAN):
        match = pattern.search(words)
        if match:
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else _MONTHS.index(parts["name"].lower()) + 1
            try:
                dt.date(int(parts["year"] or _LEAP), month, int(parts["day"]))
            except ValueError:
                return True
            return False
    return False
