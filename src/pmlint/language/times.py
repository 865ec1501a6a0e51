"""Times of day, dates and spans of time as people write them into an account of events."""

from __future__ import annotations

import re
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_AMOUNT = (
    r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|"
    r"a few|a couple of)"
)
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|shifts?|sprints?)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTE = r"[0-5]\d"
_AM_PM = r"[ap]\.?m\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_CLOCK = (
    rf"(?<![\d.:]){_HOUR}[:h]{_MINUTE}(?::{_MINUTE})?(?!\d)(?:\s?{_AM_PM})?|"
    rf"\b{_HOUR}\.{_MINUTE}\s?(?:{_AM_PM}|h\b|hrs\b|hours\b)|\b1?\d\s?{_AM_PM}|"
    rf"\b(?:[01]\d|2[0-4]){_MINUTE}\s?(?:hrs|hours|h|utc|gmt|z)\b"
)
_DATE = (
    rf"\b{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?!\d)|\b{_DAY}[/.-]{_DAY}[/.-](?:19|20)?\d\d(?!\d)|"
    rf"\b(?:0?[1-9]|1[0-2])/{_DAY}(?![\d/])|\b{_NTH}(?:\s+of)?\s+{_MONTH}|\b{_MONTH}\s+{_NTH}(?!\d)|"
    rf"\b{_MONTH},?\s+{_YEAR}\b"
)
_COUNTED = r"(?:day|week|month|hour|shift|year)\s?#?\d{0,4}(?=\s*[:.)|,–—-])"
_OFFSET = (
    rf"(?:T\s?[+-]\s?\d{{1,4}}(?::{_MINUTE}){{0,2}}\b|"
    rf"\+\s?\d{{1,4}}(?::{_MINUTE}\b|\s?(?:s|m|h|d|{_UNIT})\b))"
)
_LATER = rf"{_AMOUNT}\s+{_UNIT}\s+(?:later|earlier|before|after|in(?:to)?)\b"
_BEFORE_STAMP = (
    r"[\s|\[({*_~>–—-]*"
    r"(?:(?:at|on|around|about|approx(?:imately)?|circa|ca|by|from|since|until|in)\b\.?\s*|[~≈]\s*)?"
)
_STAMP = re.compile(
    rf"{_BEFORE_STAMP}(?:(?:(?:early|late|mid)[ -])?(?:{_WEEKDAY},?\s+)?(?:{_CLOCK}|{_DATE})|"
    rf"{_WEEKDAY}(?=\W)|{_COUNTED}|{_OFFSET}|{_LATER})",
    re.I,
)
_MENTION = re.compile(
    rf"{_CLOCK}|{_DATE}|\bon {_WEEKDAY}|{_LATER}|\b(?:after|within|for|about|over)\s+{_AMOUNT}\s+{_UNIT}\b|"
    r"\bthe (?:next|following|previous|same) (?:day|morning|afternoon|evening|night|week|month)\b",
    re.I,
)

# Every mention of a time holds one of these; most sentences hold none.
_HINT = re.compile(
    r"\d|day|month|year|hour|hr|minute|min|sec|week|shift|sprint|morning|afternoon|evening|night", re.I
)


def stamp(text: str) -> re.Match[str] | None:
    """The time or date that a line of a log opens with, or ``None``.

    >>> bool(stamp("14:02 – the pager goes off")), bool(stamp("The pager goes off at 14:02"))
    (True, False)
    """
    return _STAMP.match(text[:120])


@lru_cache(maxsize=512)
def times_in(text: str) -> tuple[str, ...]:
    """The different times, dates and spans of time in a text, in order of appearance.

    >>> times_in("At 14:02 the pager goes off; two hours later, at 16:05, it stops.")
    ('14:02', 'two hours later', '16:05')
    """
    if not _HINT.search(text):
        return ()
    return tuple(dict.fromkeys(match[0].lower() for match in _MENTION.finditer(text)))
