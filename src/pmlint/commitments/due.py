"""When a commitment is due: the words that say so and the day they mean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from pmlint.commitments.dates import Calendar, Expression, expressions
from pmlint.language.matcher import Phrases
from pmlint.language.phrases import phrase_pattern
from pmlint.lexicons import load
from pmlint.records import DueKind


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as written and as meant.

    Attributes:
        kind: ``"date"``, ``"vague"`` or ``"none"``.
        text: The words, ``None`` for kind ``"none"``.
        date: The day, where it can be told.
        start: First character of the words in the text searched.
        end: One past the last character.
    """

    kind: DueKind = "none"
    text: str | None = None
    date: dt.date | None = None
    start: int = 0
    end: int = 0


NO_DUE = Due()
_SURE = (
    r"(?:by|due(?:\s+(?:date|by|on|in))?|before|until|till|no later than|not later than|latest|eta|"
    r"deadline|target(?:\s+date)?|ready for)\s*:?\s*(?:the\s+)?"
)
_LIKELY = (
    r"(?:on|in|at|for|from|starting(?:\s+(?:on|in|from))?|beginning(?:\s+in)?|effective|during|"
    r"as of|scheduled for|planned for|~)\s*:?\s*(?:the\s+)?"
)
_BEFORE_SURE = re.compile(rf"(?<!\w){_SURE}(?:(?:the\s+)?(?:beginning|middle)\s+of\s+)?$", re.I)
_BEFORE_LIKELY = re.compile(rf"(?<!\w){_LIKELY}$", re.I)
_BEFORE_TRAILING = re.compile(r"(?:[(\[—–|,;:]|\s-{1,2})\s*$")
_AFTER_TRAILING = re.compile(r"\s*[)\].;!]*\s*(?:$|[)\]|(—–,;])")
_STANDS_FOR_ITSELF = re.compile(
    r"(?:within|inside|over|in|during|next|this|tomorrow|tonight|today|eo[dwmqy]|cob|by)\b", re.I
)
_SPAN_OF_SOMETHING = re.compile(
    r"\s*(?:of|after|following|from|prior|before|ago|old|notice|retention|window)\b", re.I
)


def due_in_field(value: str, calendar: Calendar) -> Due:
    """What a due column or a "Due:" field says; an unknown value with a digit is a date without a day."""
    text = value.strip().strip("*_ ()[]").strip()
    if not text or text.lower() in load("commitments/no_value"):
        return NO_DUE
    found = expressions(text, calendar)
    if not found and re.search(r"(?<![\d.])\d{1,2}\.\d{1,2}$", text):
        found = expressions(text + ".", calendar)
    if not found and re.fullmatch(r"\d{1,2}/\d{1,2}", text) and calendar.anchor:
        found = expressions(f"{text}/{calendar.anchor.year}", calendar)
    if found:
        return Due("date", text, found[0].date, 0, len(text))
    if bare := re.fullmatch(r"(?:in\s+|~)?(\d{1,3}\s+(?:days?|weeks?|months?|d|w))", text, re.I):
        longer = re.sub(r"d$", "days", re.sub(r"w$", "weeks", bare[1]))
        later = expressions(f"in {longer}", calendar)
        return Due("date", text, later[0].date if later else None, 0, len(text))
    if re.search(r"\d", text) and not _vague().search(text):
        return Due("date", text, None, 0, len(text))
    return Due("vague", text, None, 0, len(text))


def due_in(text: str, calendar: Calendar, *, done: bool = False) -> Due:
    """What a task says about its due date in its own words.

    A date counts with a word such as "by" before it or in trailing position; a date that only describes
    ("the change of 3 March") or repeats ("every Friday") does not.

    Args:
        text: The task.
        calendar: How dates are to be read.
        done: Whether the work is finished, so that a past date may be meant.
    """
    candidates = expressions(text, calendar)
    for test in (_surely_due, _trailing, _likely_due):
        for i, expression in enumerate(candidates):
            if test(text, expression, calendar, done):
                return _due(text, expression, candidates[i + 1 : i + 2])
    vague = _vague().search(text)
    if vague:
        return Due("vague", vague[0], None, *vague.span())
    return NO_DUE


def _due(text: str, expression: Expression, after: tuple[Expression, ...]) -> Due:
    start, end, day = expression.start, expression.end, expression.date
    if expression.relative and after and re.fullmatch(r"\s*[,(–—-]\s*", text[end : after[0].start]):
        end, day = (
            after[0].end,
            after[0].date,
        )  # "this evening (22 August)": the calendar date is the surer one
    end -= text[start:end].endswith(".")
    return Due("date", text[start:end], day, start, end)


def _surely_due(text: str, e: Expression, calendar: Calendar, done: bool) -> bool:
    if _bare_may(text, e):
        return False
    if _BEFORE_SURE.search(text[: e.start]):
        return True
    words = text[e.start : e.end]
    if not (e.relative and _STANDS_FOR_ITSELF.match(words)):
        return False
    if re.match(r"(?:in|within)\b", words, re.I):
        return not _SPAN_OF_SOMETHING.match(text, e.end)
    return not done


def _trailing(text: str, e: Expression, calendar: Calendar, done: bool) -> bool:
    before = text[: e.start]
    if re.fullmatch(r"\d{4}", text[e.start : e.end]):
        return False
    opened = e.start == 0 or _BEFORE_TRAILING.search(before)
    return bool(
        opened and _AFTER_TRAILING.match(text, e.end) and e.end > len(text) // 3 and not _bare_may(text, e)
    )


def _likely_due(text: str, e: Expression, calendar: Calendar, done: bool) -> bool:
    if done or not _BEFORE_LIKELY.search(text[: e.start]) or _bare_may(text, e):
        return False
    return e.date is None or calendar.anchor is None or e.date >= calendar.anchor


def _bare_may(text: str, e: Expression) -> bool:
    # "may" and "march" are verbs, "mar" and "sat" other words, unless capitalised.
    return text[e.start : e.end] in ("may", "march", "mar", "sat", "mon", "sun", "jan", "dec", "august")


@cache
def _vague() -> Phrases:
    return phrase_pattern(load("commitments/vague_due"))
