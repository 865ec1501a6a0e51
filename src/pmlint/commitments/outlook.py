"""Which way a list looks: ahead, as commitments do, or back, as a story does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pmlint.commitments.clauses import head_of
from pmlint.commitments.fields import split_fields
from pmlint.commitments.found import words_of
from pmlint.commitments.people import People
from pmlint.commitments.promises import own_duty, promised
from pmlint.document.model import Block
from pmlint.language.inflect import verb_forms
from pmlint.lexicons import load

_BACK = re.compile(
    r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t|couldn['’]t|"
    r"(?:would|should|could|might|must)(?:n['’]t| not)? have)\b|"
    r"\b(?:we|I|they|he|she|it|who|nobody|no one|everyone|somebody|someone|which|that)"
    r"\s+(?:\w+ly\s+)?\w+ed\b|"
    r"^\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d\b|\d{1,2}\s?[ap]m\b)|[?]\s*$|"
    r"\b(?:(?-i:may)|might|perhaps|probably|seems?|unclear|unknown)\b",
    re.I,
)
_STATE = re.compile(r"\b(?:is|are|isn['’]t|aren['’]t|has|have|can|cannot|can['’]t)\b", re.I)
_TALE = re.compile(r"\b(?:the|a|an|our|their|this|that|one|it|we|they|he|she|I)\s+(?:[\w'-]+\s+){0,3}$", re.I)


@cache
def _past_forms() -> re.Pattern[str]:
    forms = set()
    for line in load("language/irregular_verbs"):
        base = line.split()[0]
        past = verb_forms(base)[2]
        if past not in (base, "set", "put", "read", "cut", "left", "found", "felt", "saw", "lay"):
            forms.add(past)
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b", re.I)


def looks_back(text: str) -> bool:
    """Whether a text tells what happened, asks or guesses."""
    if _BACK.search(text):
        return True
    past = _past_forms().search(text)
    return bool(past and _TALE.search(text[: past.start()]))


def looks_ahead(text: str, people: People) -> bool:
    """Whether a text is worded as something to do."""
    head = head_of(text)
    if head and head.form in ("imperative", "future", "duty", "named"):
        return True
    return promised(text, people) or own_duty(text)


def ahead(blocks: Sequence[Block], people: People) -> bool:
    """Whether the items of a list, under a heading that speaks of change, are commitments."""
    forth = back = 0
    for block in blocks:
        text = words_of(block)
        fields = split_fields(text, people)
        if fields.owner or fields.due or looks_ahead(text, people):
            forth += 1
        elif looks_back(text) or _STATE.search(text):
            back += 1
    return 3 * forth >= len(blocks) and 3 * back <= len(blocks)


def assigned(blocks: Sequence[Block], people: People, *, either: bool = False) -> bool:
    """Whether most items of a list say who does them by when, as commitments do whatever their heading.

    Args:
        blocks: The items.
        people: What the words for people mean.
        either: Whether an owner or a date alone will do.
    """
    if len(blocks) < 2:
        return False
    given = back = 0
    for block in blocks:
        text = words_of(block)
        fields = split_fields(text, people)
        whole = bool(fields.owner and fields.due)
        given += whole or bool((fields.owner or fields.due) and (either or looks_ahead(fields.task, people)))
        back += looks_back(text)
    return 2 * given >= len(blocks) and 3 * back <= len(blocks)
