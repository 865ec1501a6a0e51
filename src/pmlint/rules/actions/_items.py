"""What the rules on action items share: the task in words, and one finding for what a whole list lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from pmlint.document.model import Document
from pmlint.language.phrases import verb_lemmas
from pmlint.records import ActionItem
from pmlint.rules._whole import heading_over, range_of
from pmlint.rules.base import Draft, Hit

FEWEST_FOR_ONE_FINDING = 5
"""From so many items on, what most of them lack is said once, at the head of the list."""
_SHARE = 0.75
_LONGEST_TASK = 90

_MARKS = re.compile(
    r"^(?:[^\w\"“(@]*)(?:\[[ xX]\]\s*)?(?:(?:action(?: item)?|todo|to-do|ai)[\s#\d-]*[:.)]\s*)?"
    r"(?:(?:in (?:the )?future|going forward|next time|from now on),?\s+)?",
    re.I,
)
_WE = r"we|i|they|the team|everyone|everybody|our team|all teams|all"
_WILL = (
    r"(?:['’]ll|\s*(?:will|should|must|shall|(?:has|have|needs?|want|plan|intend|(?:are|is|"
    r"am) going)\s+to|to)\b)\s+"
    r"(?:also\s+|now\s+|be able to\s+)?"
)
_NEED = re.compile(r"^(?:need|have|want)\s+to\s+", re.I)
_TRAILER = re.compile(
    r"\s*(?:[-–—|;,.]\s*)?(?:\b(?:owner|assignee|assigned to|due|deadline|who|when|by when|responsible|"
    r"dri|eta)\s*[:=].*|"
    r"[(\[][^()\[\]]{0,60}[)\]]\s*[.;]?|@[\w.-]+\s*[.;]?)$",
    re.I | re.S,
)


def task(item: ActionItem) -> str:
    """What is to be done, as it reads after "Who will …": without marks, subject, owner and date.

    Args:
        item: The commitment.
    """
    words = max(item.text.split("\t"), key=len)
    words = _without(words, item.due_text)
    for _ in range(3):
        words = _TRAILER.sub("", words)
    words = _MARKS.sub("", words, count=1)
    words = _NEED.sub("", _without_subject(words, item))
    words = " ".join(words.split()).strip(" .;:,-–—")
    if len(words) > _LONGEST_TASK:
        words = words[:_LONGEST_TASK].rsplit(" ", 1)[0].rstrip(" ,;:(") + " …"
    return words or "this"


def question(item: ActionItem, with_verb: str, without_verb: str) -> str:
    """The question about an item: ``with_verb`` where its task opens with a verb, else ``without_verb``.

    Args:
        item: The commitment.
        with_verb: A text with ``{task}``, which becomes "add an alert on queue depth".
        without_verb: A text with ``{task}``, which stays as written.
    """
    words = task(item)
    first, _, rest = words.partition(" ")
    base = _bases().get(first.lower())
    # "Ola adds a strap" opens with a verb once Ola is gone; "Tests for the form" does not.
    third = first.lower().endswith("s") and first.lower() != base
    if base is None or (third and item.text.startswith(first)):
        return without_verb.replace("{task}", words)
    return with_verb.replace("{task}", f"{base} {rest}".strip())


@cache
def _bases() -> dict[str, str]:
    # Past forms stay out: "added" may be a report.
    forms = verb_lemmas("commitments/concrete_verbs") | verb_lemmas("commitments/vague_verbs")
    forms |= verb_lemmas("commitments/framing_verbs") | verb_lemmas("commitments/degree_verbs")
    return {form: base for form, base in forms.items() if form == base or form.endswith(("ing", "s"))}


def _without_subject(words: str, item: ActionItem) -> str:
    owners = "|".join(re.escape(owner) for owner in item.owners) or "(?!)"
    named = rf"(?:the |our )?(?:{owners})(?:(?:,| and|, and) (?:{owners}))*"
    without = re.sub(rf"^(?:{_WE}|{named}){_WILL}", "", words, count=1, flags=re.I)
    return (
        without
        if without != words
        else re.sub(rf"^{named}\s+(?=[a-z])|^{named}:\s+", "", words, count=1, flags=re.I)
    )


def _without(words: str, part: str | None) -> str:
    if not part:
        return words
    by = r"(?:(?:no later than|not later than|latest by|by|until|before|on|in|due)\s+)?"
    pattern = rf"[\s,;–—-]*\b{by}{re.escape(part)}"
    return re.sub(pattern, "", words, count=1, flags=re.I)


def open_items(items: Sequence[ActionItem]) -> list[ActionItem]:
    """The commitments still to be kept: what is done needs neither owner nor date."""
    return [item for item in items if item.status == "open"]


def each_or_once(
    draft: Draft,
    lacks: Callable[[ActionItem], bool],
    each: Callable[[ActionItem], Hit],
    *,
    has: str,
    has_not: str,
) -> Iterator[Hit]:
    """A hit for each open item that lacks something; one for the whole list where hardly any item has it.

    Args:
        draft: The document with its commitments.
        lacks: Whether an open item lacks it.
        each: The hit of one such item; its suggestion is lent to the hit for them all.
        has: As in "none of the 7 open items …".
        has_not: As in "6 of the 7 open items …".
    """
    still_open = open_items(draft.items)
    found = [item for item in still_open if lacks(item)]
    if len(found) < FEWEST_FOR_ONE_FINDING or len(found) < _SHARE * len(still_open):
        yield from map(each, found)
        return
    total = len(still_open)
    message = f"none of the {total} open items {has}"
    if len(found) < total:
        message = f"{len(found)} of the {total} open items {has_not}"
    start, end = head_of(draft.document, found[0])
    yield Hit(
        start, end, message=message, suggestion=f"Go through them one by one: {each(found[0]).suggestion}"
    )


def head_of(document: Document, item: ActionItem) -> tuple[int, int]:
    """Source range of the heading or line that introduces the item's list, else of the item.

    Args:
        document: The document.
        item: A commitment of it.
    """
    block = next(b for b in reversed(document.blocks) if b.start <= item.start)
    if block.kind == "para":
        return item.start, item.end
    return (
        range_of(document.blocks[block.lead_in])
        if block.lead_in is not None
        else heading_over(document, block)
    )
