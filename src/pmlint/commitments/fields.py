"""What an item says about itself in labels, brackets and trailers ("Owner: …", "(@dana, 12 May)")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pmlint.commitments.owners import NO_OWNER, owner_phrase
from pmlint.commitments.people import HANDLE, People
from pmlint.commitments.trailers import state_and_date, trailing
from pmlint.lexicons import load

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{1,80})[)\]]")
_DASH = re.compile(r"\s+(?:[—–]|-{1,3}|→|=>|\|)\s*([^—–|\n]{1,60})$")
_FINAL = re.compile(rf"(?:^|[.;,:]\s+|\s)((?:{HANDLE})(?:\s*(?:,|&|and)\s*{HANDLE}){{0,3}})\s*[.,;]?\s*$")

_DATED = re.compile(r",?\s+(?:by|due(?: by| on)?|before|until)\s+(.+)$", re.I)
_AFTER_OWNER = re.compile(r"\s*[,;]\s*|\s+[–—-]\s+|\s+(?=(?:by|due|before|until)\b)")


@dataclass
class Fields:
    """Fields of an item; texts as written, ``""`` where absent.

    Attributes:
        task: The item's words without its fields.
    """

    task: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""
    ticket: str = ""
    priority: str = ""

    def settle(self) -> None:
        """Move a state that is written beside the date ("week 24, done") to its own field."""
        if self.due and not self.status:
            state, day = state_and_date(self.due)
            if state:
                self.status, self.due = state, day


@cache
def labels() -> dict[str, str]:
    """Field names by label: ``"assignee"`` → ``"owner"``."""
    result = {}
    for line in load("commitments/field_labels"):
        name, _, words = line.partition(":")
        result.update({word.strip(): name.strip() for word in words.split(",")})
    return result


@cache
def _labelled() -> re.Pattern[str]:
    inline = labels().keys() - {word for word, name in labels().items() if name == "none"} - _column_only()
    words = "|".join(re.escape(word) for word in sorted(inline, key=len, reverse=True))
    return re.compile(rf"(?:(?<=^)|(?<=[\s(\[;,|—–-]))({words})\s*(?::|=|\?:|\s[-–—]\s)\s*", re.I)


@cache
def _column_only() -> frozenset[str]:
    return frozenset(load("commitments/column_only"))


def split_fields(text: str, people: People) -> Fields:
    """The fields that an item carries in its own line, and the task that remains."""
    fields = Fields(task=text)
    _take_labelled(fields)
    _take_brackets(fields, people)
    _take_trailer(fields, people)
    _take_unmarked(fields, people)
    fields.settle()
    fields.task = fields.task.strip().strip("|;,").strip()
    return fields


def is_field(text: str) -> bool:
    """Whether a whole item is nothing but a field ("Due: 12 May")."""
    label = re.match(r"([\w/() #?-]{1,30}?)\s*(?::|=|\s[-–—])\s*\S", text.strip())
    return label is not None and labels().get(label[1].lower(), "task") not in ("task", "none")


def _take_labelled(fields: Fields) -> None:
    marks = list(_labelled().finditer(fields.task))
    if not marks:
        return
    text, rest = fields.task, fields.task[: marks[0].start()]
    for mark, following in zip(marks, [*marks[1:], None]):
        value = text[mark.end() : following.start() if following else len(text)]
        name = labels()[mark[1].lower()]
        if name == "task":
            rest += value
            continue
        value, _, after = _value(value, name)
        if name == "owner" and (dated := _DATED.search(value)):
            fields.due = fields.due or dated[1].strip(" .")
            value = value[: dated.start()]
        if not getattr(fields, name):
            setattr(fields, name, value.strip(" .,;|()[]*"))
        rest += after
    fields.task = rest.strip(" (|[;,—–-") if not rest.rstrip().endswith(".") else rest.strip()


def _value(value: str, name: str) -> tuple[str, str, str]:
    # A field ends with its line or bracket, an owner or a date also with its sentence.
    end = re.search(
        r"\n|[)\]]|(?<=\w\w)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.\s+(?=[A-Z])"
        if name in ("owner", "due")
        else r"\n|[)\]]",
        value,
    )
    return (value[: end.start()], "", value[end.end() :]) if end else (value, "", "")


def _take_brackets(fields: Fields, people: People) -> None:
    for match in _BRACKET.finditer(fields.task):
        closing = match.end() >= len(fields.task.rstrip(" .;,")) or match.start() < 2
        if not closing and "@" not in match[1]:
            continue
        if _take(fields, match[1], people, sure=False):
            fields.task = (fields.task[: match.start()] + fields.task[match.end() :]).strip()
            return


def _take_trailer(fields: Fields, people: People) -> None:
    if fields.owner:
        return
    match = _DASH.search(fields.task)
    # A plain hyphen joins many things to a task; a dash at its end mostly its owner.
    if match and _take(fields, match[1], people, sure="-" in match[0][: match[0].find(match[1])]):
        fields.task = fields.task[: match.start()].strip()
        return
    final = _FINAL.search(fields.task)
    if final:
        fields.owner = final[1]


def _take_unmarked(fields: Fields, people: People) -> None:
    start, found = trailing(fields.task, people)
    if (fields.owner and "owner" in found) or not found:
        return
    fields.owner = fields.owner or found.get("owner", "")
    fields.due = fields.due or found.get("due", "")
    fields.status = fields.status or found.get("status", "")
    fields.task = fields.task[:start].rstrip()


def _take(fields: Fields, text: str, people: People, *, sure: bool) -> bool:
    """Take the owner, and the date after it, out of a bracket or trailer."""
    parts = _AFTER_OWNER.split(text, maxsplit=1)
    whole = owner_phrase(text, people, sure=sure)
    owner, tail = (text, "") if whole != NO_OWNER or len(parts) == 1 else (parts[0], parts[-1])
    if owner_phrase(owner, people, sure=sure and not tail) == NO_OWNER:
        return False
    fields.owner = fields.owner or owner.strip(" .*_")
    if re.search(r"\d|day|week|month|quarter|sprint|EO[DWMQY]|[A-Z][a-z]{2,8}$", tail):
        fields.due = fields.due or re.sub(r"^\s*(?:by|due|before|until)\b:?", "", tail, flags=re.I).strip(
            " ."
        )
    return True
