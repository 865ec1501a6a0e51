"""Commitments that are items of a list, nested ones included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.commitments.around import texts_around
from pmlint.commitments.clauses import head_of
from pmlint.commitments.fields import Fields, is_field, split_fields
from pmlint.commitments.found import LONGEST, Found, words_of
from pmlint.commitments.headings import Standings
from pmlint.commitments.people import People
from pmlint.commitments.promises import EFFECTS, LESSONS, PREFIX, own_duty, promised
from pmlint.commitments.words import artefact_pattern
from pmlint.document.model import Block
from pmlint.lexicons import load

_STAMP = re.compile(
    r"\W*(?:\d{4}-\d\d-\d\d[T ,]+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]m\b|[A-Z]{2,4}\b)?\s*[-–—:|(]", re.I
)


_CHANGE = re.compile(r"\W*(?:(?:a|the)\s+)?change\s*:", re.I)
_ASIDE = re.compile(r"\W*(?:(?:a|the)\s+)?(?:goal|measurement|metric|how we will measure)\s*:", re.I)


_OPTIONS = re.compile(
    r"\b(?:options?|alternatives?|could|might|considered|discussed|possibilit\w+|choices?|either|would)\b",
    re.I,
)
_CHECKLIST = re.compile(
    r"(?:the |all )?(?:incident|sections?|report|post-?mortem|timeline|action items?|review|"
    r"document)\b.*\b(?:has|have|is|are|was|were)\b",
    re.I,
)
"""A template's tick box about the report itself ("Incident has been dealt with")."""
_MANUAL = re.compile(
    r"\b(?:how to|instructions?|reproduc\w+|guide|set-?up|usage|install\w*|agenda|procedure|checklist|"
    r"tips|advice)\b",
    re.I,
)


class Lists:
    """The list items of a document and what they are to each other.

    Args:
        standings: Which parts of the document promise commitments.
        people: What its words for people mean.
    """

    def __init__(self, standings: Standings, people: People) -> None:
        self.standings = standings
        self.people = people
        self.blocks = standings.document.blocks
        self.children: dict[int, list[Block]] = {}
        self._fellows: dict[int | None, list[Block]] = {}
        self._families: dict[tuple[tuple[str, ...], int | None], list[Block]] = {}
        self._groups: dict[int, bool] = {}
        self._lists_of_orders: dict[int | None, bool] = {}
        for block in self.blocks:
            if block.parent is not None:
                self.children.setdefault(block.parent, []).append(block)
            elif block.kind == "item":
                self._fellows.setdefault(block.list_id, []).append(block)
            if block.kind == "item":
                self._families.setdefault((block.section, block.parent), []).append(block)

    def commitments(self) -> Iterator[Found]:
        """The items that state commitments, in document order."""
        for block in self.blocks:
            if block.kind == "item" and not block.quoted and not block.template and self._is_item(block):
                yield self._found(block)

    def _is_item(self, block: Block) -> bool:
        text = words_of(block)
        if not re.search(r"\w{2}", text) or text.lower().strip(" .") in load("commitments/no_value"):
            return False
        if PREFIX.match(text):
            return True
        if (
            is_field(text)
            or (block.checked is not None and _CHECKLIST.match(text))
            or self._is_label(text)
            or self._aside_of_change(block)
        ):
            return False
        if self._is_group(block) and (text.endswith(":") or not artefact_pattern().search(text)):
            return False
        standing = self._standing(block)
        if standing == "strong":
            return not _STAMP.match(text) and self._stands_alone(block)
        if standing == "weak" and self._stands_alone(block) and self._worded(block):
            return True
        return standing in ("weak", "neutral") and self._in_orders(block)

    def _standing(self, block: Block) -> str:
        while block.parent is not None:
            above = self.standings.of_title(words_of(self.blocks[block.parent]))
            if above not in ("neutral", "likely") and self._is_group(self.blocks[block.parent]):
                return above
            block = self.blocks[block.parent]
        return self.standings.of(block)

    def _is_group(self, block: Block) -> bool:
        """Whether an item is the heading of the items beneath it."""
        if block.index not in self._groups:
            self._groups[block.index] = self._heads_its_children(block)
        return self._groups[block.index]

    def _heads_its_children(self, block: Block) -> bool:
        under = [child for child in self.children.get(block.index, ()) if not is_field(words_of(child))]
        text = words_of(block)
        if not under:
            return False
        if text.endswith(":") and len(text.split()) <= 8:
            return True
        return (
            head_of(text) is None
            and len(text.split()) <= 6
            and any(head_of(words_of(child)) for child in under)
        )

    def _is_label(self, text: str) -> bool:
        return text.endswith(":") and len(text.split()) <= 6 and head_of(text) is None

    def _in_orders(self, block: Block) -> bool:
        """Whether an item is an order in a list of orders, which nobody but the authors can mean."""
        if block.parent is not None or not _is_order(words_of(block), self.people):
            return False
        if any(_MANUAL.search(title) for title in block.section):
            return False
        if block.lead_in is not None and _OPTIONS.search(words_of(self.blocks[block.lead_in])):
            return False
        return self._orders(block.list_id)

    def _orders(self, list_id: int | None) -> bool:
        """Whether most items of a list are orders."""
        if list_id not in self._lists_of_orders:
            fellows = self._fellows.get(list_id, [])
            orders = sum(_is_order(words_of(fellow), self.people) for fellow in fellows)
            self._lists_of_orders[list_id] = len(fellows) > 1 and orders * 4 >= len(fellows) * 3
        return self._lists_of_orders[list_id]

    def _aside_of_change(self, block: Block) -> bool:
        """Whether an item is the goal or the measurement of a change named beside it."""
        return bool(_ASIDE.match(words_of(block))) and any(
            _CHANGE.match(words_of(b)) for b in self._siblings(block)
        )

    def _siblings(self, block: Block) -> list[Block]:
        return self._families.get((block.section, block.parent), [])

    def _stands_alone(self, block: Block) -> bool:
        """Whether an item is no elaboration: it is an order, or everything above it is a heading."""
        if block.parent is None:
            return True
        parent = self.blocks[block.parent]
        if self._is_group(parent):
            return self._stands_alone(parent)
        head = head_of(words_of(block))
        return head is not None and head.form == "imperative"

    def _worded(self, block: Block) -> bool:
        """Whether an item under a heading such as "Lessons" names a thing to do."""
        if self.standings.has_place:
            return False
        head = head_of(words_of(block))
        if head is None or re.search(r"\b(?:should|could|would)(?:n['’]t| not)? have\b", words_of(block)):
            return False
        agent = head.form == "duty" or promised(words_of(block), self.people)
        if head.form in ("future", "duty"):
            return agent and head.verb is not None and head.verb.lemma not in EFFECTS
        lessons = any(map(LESSONS.search, block.section))
        return head.form == "imperative" and lessons

    def _found(self, block: Block) -> Found:
        own = split_fields(words_of(block), self.people)
        below = list(self._below(block))
        if _CHANGE.match(words_of(block)):
            below += [b for b in self._siblings(block) if _ASIDE.match(words_of(b))]
        for child in below:
            _merge(own, split_fields(words_of(child), self.people))
        elaboration = "\n".join(words_of(child) for child in below[:20] if not is_field(words_of(child)))[
            :LONGEST
        ]
        return Found(
            block, block.start, block.end, words_of(block), own, elaboration,
            texts_around(self.standings, block), block.checked,
        )  # fmt: skip

    def _below(self, block: Block) -> Iterator[Block]:
        for child in self.children.get(block.index, ()):
            if is_field(words_of(child)) or not self._stands_alone(child):
                yield child
                yield from self._below(child)


def _is_order(text: str, people: People) -> bool:
    head = head_of(text)
    if head is None or re.search(r"\b(?:you|your)\b", text, re.I):
        return False
    return head.form == "imperative" or promised(text, people) or own_duty(text)


def _merge(fields: Fields, other: Fields) -> None:
    for name in ("owner", "due", "status", "ticket", "priority"):
        if not getattr(fields, name):
            setattr(fields, name, getattr(other, name))
