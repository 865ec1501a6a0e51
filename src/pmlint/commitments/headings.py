"""Which parts of a document promise commitments: by their headings and by the sentence before a list."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pmlint.commitments.clauses import head_of
from pmlint.commitments.found import words_of
from pmlint.commitments.outlook import ahead, assigned
from pmlint.commitments.people import People
from pmlint.document.model import Block, Document
from pmlint.language.matcher import Phrases
from pmlint.language.phrases import phrase_pattern
from pmlint.lexicons import load

_MOST = 60
"""Items of a list that are read to see which way it looks."""
Standing = Literal["strong", "likely", "weak", "blocked", "neutral"]
"""``strong``: every list item is a commitment; ``likely``: every one unless the list looks back;
``weak``: those worded as one; ``blocked``: none."""

_NUMBER = re.compile(r"^(?:[A-Z]{1,2}\d{1,2}|[IVX]{1,4}|[A-Z])[.):]?\s+(?=\w{3})")
_AROUND = re.compile(r"^[\W\d_]+|[\W_]+$")


@cache
def standing_of_title(title: str, extra: tuple[str, ...] = ()) -> Standing:
    """What a heading says about the items beneath it; the longest phrase of the lists decides.

    Args:
        title: The heading.
        extra: The user's own phrases for headings of commitments, which outdo every list.
    """
    if extra and phrase_pattern(extra).search(title[:200]):
        return "strong"
    text = _NUMBER.sub("", _AROUND.sub("", title[:200])).lower()
    if text in load("commitments/headings_exact"):
        return "strong"
    if text in load("commitments/headings_exact_blocked"):
        return "blocked"
    best: Standing = "neutral"
    length = 0
    for standing in ("blocked", "strong", "weak", "likely"):
        for match in _phrases(f"headings_{standing}").finditer(text):
            if len(match[0]) > length:
                best, length = standing, len(match[0])
    if best == "likely" and len(text.split()) > 6:
        return "neutral"
    if best in ("strong", "weak") and len(text.split()) > 14:
        return "neutral"  # a sentence, not a heading
    return best


@cache
def _phrases(name: str) -> Phrases:
    return phrase_pattern(load(f"commitments/{name}"))


class Standings:
    """The standing of each block of a document.

    Args:
        document: The document.
        people: What its words for people mean.
        extra: The user's own phrases for headings of commitments.
    """

    def __init__(self, document: Document, people: People, extra: tuple[str, ...] = ()) -> None:
        self.document = document
        self.people = people
        self.extra = extra
        self._lists: dict[int, list[Block]] = {}
        self._looks: dict[tuple[int, Standing], Standing] = {}
        for block in document.blocks:
            if block.kind == "item" and block.parent is None and block.list_id is not None:
                self._lists.setdefault(block.list_id, []).append(block)
        heading = next((b for b in document.blocks if b.kind == "heading"), None)
        self.name = heading.text if heading and heading.level == 1 else None
        self.labels = _labels(document)
        self.for_all = _for_all(document)
        self.has_place = any(
            self.of(block) == "strong" and block.kind in ("item", "row") for block in document.blocks
        )

    def of(self, block: Block) -> Standing:
        """Whether a block stands where commitments are."""
        lead = self._of_lead_in(block)
        standing = self.of_section(block) if lead is None else lead
        if block.kind != "item" or block.list_id is None or standing in ("strong", "blocked"):
            return standing
        key = (block.list_id, standing)
        if key not in self._looks:
            self._looks[key] = self._of_list(*key)
        return self._looks[key]

    def of_title(self, title: str) -> Standing:
        """What a heading says, the user's own phrases included."""
        return standing_of_title(title, self.extra)

    def _of_list(self, list_id: int, standing: Standing) -> Standing:
        """The standing of a list, given that of its place, by the way its items look."""
        items = self._lists.get(list_id, [])[:_MOST]
        late = bool(items) and 2 * items[0].index >= len(self.document.blocks)
        if assigned(items, self.people, either=late and standing == "weak"):
            return "strong"
        if standing == "likely" and late and ahead(items, self.people):
            return "strong"
        return "weak" if standing == "likely" else standing

    def of_section(self, block: Block) -> Standing:
        """What the headings above a block say, the nearest one that says anything first."""
        label = self.labels.get(block.index)
        titles = (*block.section, label) if label else block.section
        for depth in range(len(titles) - 1, -1, -1):
            if depth == 0 and len(titles) > 1 and titles[0] == self.name:
                break  # "Corrective action report": the name of the document, not of a part
            standing = self.of_title(titles[depth])
            if standing != "neutral":
                return standing
        return "neutral"

    def _of_lead_in(self, block: Block) -> Standing | None:
        if block.kind == "para" or block.lead_in is None or block.parent is not None:
            return None
        lead = self.document.blocks[block.lead_in]
        if (
            lead.kind == "heading"
            or lead.quoted
            or not lead.text.rstrip().endswith((":", "…", "-", "–", "—"))
        ):
            return None
        sentence = re.split(r"(?<=[.!?])\s+", words_of(lead))[-1]
        if len(sentence.split()) <= 6 and (standing := self.of_title(sentence)) != "neutral":
            return standing
        if _phrases("lead_ins").search(sentence):
            return "strong" if self.of_section(block) != "blocked" or "will" in sentence else None
        return None


_ALL = re.compile(
    r"\b(?:all|each|every|these|the following|both)\s+(?:of\s+)?(?:[\w'’-]+\s+){0,3}"
    r"(?:items?|actions?|tasks?|measures?|steps?|action points?)\b|"
    r"\b(?:items?|actions?|tasks?|points?|measures?|everything|all)\s+(?:[\w'’-]+\s+){0,2}(?:below|following)\b",
    re.I,
)


def _for_all(document: Document) -> dict[tuple[str, ...], list[str]]:
    """For each section the sentences that speak of all its items ("All items below are owned by …")."""
    found: dict[tuple[str, ...], list[str]] = {}
    for block in document.blocks:
        if block.kind == "para" and not block.quoted and _ALL.search(text := words_of(block)):
            sentences = re.split(r"(?<=[.!?])\s+", text)
            found.setdefault(block.section, []).extend(filter(_ALL.search, sentences))
    return {section: texts[:3] for section, texts in found.items()}


def _labels(document: Document) -> dict[int, str]:
    """For each block the list item above it that is nothing but a label ("- Review actions:")."""
    parents = {block.parent for block in document.blocks if block.parent is not None}
    labels: dict[int, str] = {}
    current = ""
    section: tuple[str, ...] = ()
    for block in document.blocks:
        if block.section != section:
            current, section = "", block.section
        text = words_of(block)
        if (
            block.kind == "item"
            and block.index not in parents
            and text.endswith(":")
            and len(text.split()) <= 7
        ):
            if (
                not (head := head_of(text))
                or head.form != "imperative"
                or standing_of_title(text) != "neutral"
            ):
                current = text
        elif current:
            labels[block.index] = current
    return labels
