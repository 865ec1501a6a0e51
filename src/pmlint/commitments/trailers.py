"""Owner, date and state that stand after a task without a label: "…, V. Lind, week 26, done."."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pmlint.commitments.dates import Calendar, expressions
from pmlint.commitments.owners import NO_OWNER, owner_phrase
from pmlint.commitments.people import NAME, TITLE, People
from pmlint.commitments.words import artefact_pattern
from pmlint.lexicons import load

Part = Literal["owner", "due", "status", "none"]

_MARK = re.compile(
    r"\s+(?:[–—|→]|-{1,3}|=>)\s+|[,;:]\s+|(?<=[^\W_][^\W_])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)"
    r"(?<!\bSr)[.!]\s+|(?<=\d)\.\s+(?=[^\W\d_])"
)
_LEAD = re.compile(
    r"(?:(?:due|target|eta|deadline|planned|scheduled|starting|start|effective|promised|expected|ready|"
    r"latest|from|since|at the latest|no later than|not later than)\s*:?\s+)?"
    r"(?:(?:by|before|until|till|on|in|for|from|at|as of|over|during|within|for)\s+)?"
    r"(?:the\s+)?(?:(?:very\s+)?(?:beginning|start|middle|mid|end)\s+(?:of\s+)?(?:the\s+)?)?",
    re.I,
)
_TAIL = re.compile(r"(?:\s+(?:at the latest|latest|\d{1,2}[:.]\d\d|noon|evening|morning))?[\s.!]*", re.I)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]\n]{1,80})[)\]]$")
_INITIALS = re.compile(rf"(?:{TITLE}\.?\s+\w|(?:[^\W\d_]\.\s?){{1,2}}[^\W\d_]{{2}})")
_SELF = frozenset(("me", "i", "myself", "me again", "the author", "the undersigned"))


def date_of(text: str) -> str:
    """The date that a short text is, without its preposition; ``""`` where it is anything else."""
    value = text.strip(" ()[]*_")
    if re.search(r"(?<![\d.])\d{1,2}\.\d{1,2}$", value):
        value += "."  # "until 30.11": the end of the sentence took the point
    found = [e for e in expressions(value, Calendar()) if _LEAD.fullmatch(value, 0, e.start)]
    for expression in found[:1]:
        lead = re.sub(r"(?:by|before|until|till|on|due|from|at the latest)\s+", "", value[: expression.start])
        if _TAIL.fullmatch(value, expression.end):
            return lead + value[expression.start : expression.end]
    return ""


@cache
def _states() -> re.Pattern[str]:
    words = "|".join(
        re.escape(word)
        for name in ("done_words", "open_words")
        for word in sorted(load(f"commitments/{name}"), key=len, reverse=True)
        if word not in ("no", "new", "yes", "live") and word not in load("commitments/vague_due")
    )
    return re.compile(rf"(?:already |now |answer |all )?(?:{words})(?: already| since| now)?", re.I)


def state_and_date(text: str) -> tuple[str, str]:
    """The state and the date of a text that is nothing else: "done on 7 March", "week 24, done"."""
    value = text.strip(" .!()[]*_")
    head = _states().match(value)
    if head and (head.end() == len(value) or (day := date_of(value[head.end() :].lstrip(" ,:;–—-")))):
        return head[0], "" if head.end() == len(value) else day
    first, _, last = value.rpartition(",") if "," in value else value.rpartition(" ")
    if last and _states().fullmatch(last.strip()) and (day := date_of(first.strip(" ,;–—-("))):
        return last.strip(), day
    return "", ""


def part_of(text: str, people: People, *, dated: bool, alone: bool, named: bool = False) -> Part:
    """What a segment at the end of a task is.

    Args:
        text: The segment.
        people: What the words for people mean.
        dated: Whether a date or a state stands beside it, so that an unknown name is an owner's.
        alone: Whether it stands as a sentence of its own or in brackets.
        named: Whether a lower-case word can only be a name here.
    """
    value = text.strip(" .!()[]*_")
    if not value or len(value) > 60 or len(value.split()) > 6:
        return "none"
    if state_and_date(value)[0]:
        return "status"
    if date_of(value):
        return "due"
    lone = named and re.fullmatch(r"[^\W\d_]{2,12}", value)
    if lone and people.named(value) and not artefact_pattern().match(value):
        return "owner"
    return "owner" if _owns(value, people, dated=dated, alone=alone) else "none"


def _owns(value: str, people: People, *, dated: bool, alone: bool) -> bool:
    if value.lower() in _SELF:
        return True
    if owner_phrase(value, people, sure=not dated) == NO_OWNER:
        return False
    names = re.findall(NAME, value)
    if names and all(people.known(name) or _INITIALS.match(name) for name in names):
        return True
    return dated or alone


def trailing(text: str, people: People) -> tuple[int, dict[Part, str]]:
    """Where the fields at the end of a task begin, and the fields; its length and nothing where it has none.

    Args:
        text: The task.
        people: What the words for people mean.
    """
    task = text.rstrip(" .;!")
    if bracket := _BRACKET.search(task):
        found = _all_fields([(s, True) for s in re.split(r"[,;/]\s*|\s[–—-]+\s", bracket[1])], people)
        return (bracket.start(), found) if found else (len(text), {})
    marks = list(_MARK.finditer(task))[-5:]
    ends = [mark.start() for mark in marks[1:]] + [len(task)]
    parts = [(task[mark.end() : end], mark[0].strip() != ",") for mark, end in zip(marks, ends)]
    for first, mark in enumerate(marks):
        if re.search(r"\w{2}", task[: mark.start()]) and (found := _all_fields(parts[first:], people)):
            return mark.start(), found
    return len(text), {}


def _all_fields(parts: list[tuple[str, bool]], people: People) -> dict[Part, str]:
    """The fields of parts that are nothing but fields; ``{}`` where one of them is something else."""
    kinds = [part_of(text, people, dated=False, alone=alone) for text, alone in parts]
    fixed = [kind in ("due", "status") for kind in kinds]
    found: dict[Part, str] = {}
    for i, (text, alone) in enumerate(parts):
        near = any(fixed[max(0, i - 1) : i + 2])
        named = alone and "due" in kinds[max(0, i - 1) : i + 2]
        kind = part_of(text, people, dated=near, alone=alone, named=named) if kinds[i] == "none" else kinds[i]
        if kind == "none" or (kind in found and kind != "owner"):
            return {}
        value = text.strip(" .!*_")
        if kind == "status":
            state, day = state_and_date(value)
            found["status"] = state
            if day:
                found.setdefault("due", day)
        else:
            value = date_of(value) if kind == "due" else value
            found[kind] = f"{found[kind]}, {value}" if kind in found else value
    return found
