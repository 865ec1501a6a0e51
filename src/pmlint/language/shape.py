"""The shape of a document: whether it tells what happened, why, what follows, and in which order."""

from __future__ import annotations

import re
import weakref
from dataclasses import dataclass
from typing import Any, Literal

from pmlint.document.model import Block, Document
from pmlint.language.phrases import lexicon_pattern
from pmlint.language.reviews import plans_review
from pmlint.language.sections import Part, parts_around, parts_of
from pmlint.language.times import stamp, times_in

Timeline = Literal["none", "partial", "full"]
Separated = Literal["yes", "no", "na"]

WHY = re.compile(
    r"\b(?:because|root cause|caused by|due to|the (?:cause|reason)|as a result of|led to|contributed to)\b",
    re.I,
)
"""Words that announce a cause."""
_DISOWNED = re.compile(
    r"\b(?:not|n['’]t|never|hardly|claims? to be|called|so-called)\s+(?:\w+\s+){0,2}$", re.I
)
_NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*\s?(?:%|[a-zA-Z]{1,12}\b)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a document is made of.

    Attributes:
        timeline: ``"full"``: a sequence with times or dates; ``"partial"``: some times, or a section that
            tells what happened without them; ``"none"``: neither.
        stamped: Indices of the blocks that open with a time or a date (action items left out).
        timeline_blocks: Indices of the blocks of the course of events: those under such a heading, else the
            stamped ones.
        cause_blocks: Indices of the blocks under a heading that announces causes.
        action_blocks: Indices of the blocks under a heading that announces commitments.
        summary_blocks: Indices of the blocks under a summary's heading.
        separated: Whether facts are kept apart from causes; ``"na"`` without a course of events or a cause.
        follow_up: Whether a later look at the commitments is planned.
        says_blameless: Source range of the words that claim the document blames nobody, or ``None``.
        board: Whether it is a retrospective board, which gathers opinions and tells no course of events.
        headings: Number of headings.
        times: Number of different times, dates and spans of time told.
        figures: Number of figures with a unit.
    """

    timeline: Timeline
    stamped: tuple[int, ...]
    timeline_blocks: tuple[int, ...]
    cause_blocks: tuple[int, ...]
    action_blocks: tuple[int, ...]
    summary_blocks: tuple[int, ...]
    separated: Separated
    follow_up: bool
    says_blameless: tuple[int, int] | None
    board: bool
    headings: int
    times: int
    figures: int

    def facts(self) -> dict[str, Any]:
        """The shape as plain data for a report: no block indices."""
        return {
            "timeline": self.timeline,
            "separated": self.separated,
            "causes_section": bool(self.cause_blocks),
            "actions_section": bool(self.action_blocks),
            "follow_up_planned": self.follow_up,
            "says_blameless": self.says_blameless is not None,
            "board": self.board,
        }


def shape(document: Document) -> Shape:
    """The shape of a document; asking again for the same document costs nothing."""
    found = _cache.get(id(document))
    if found is None or found[0]() is not document:
        _cache.clear()  # documents come one after the other; keeping more than one would only hold memory
        found = (weakref.ref(document), _shape(document))
        _cache[id(document)] = found
    return found[1]


_cache: dict[int, tuple[weakref.ref[Document], Shape]] = {}


def _shape(document: Document) -> Shape:
    prose = [b for b in document.blocks if not (b.quoted or b.template)]
    body = [b for b in prose if b.kind != "heading"]
    told = _by_part(body, "events")
    causes = _by_part(body, "causes")
    actions = _by_part(body, "actions")
    stamped = tuple(b.index for b in body if b.index not in set(actions) and _is_stamped(b))
    events = told or stamped
    telling = [b for b in body if b.index not in set(actions)]
    times = len({time for b in telling for time in times_in(b.text)})
    timeline = _timeline(stamped, times, told)
    return Shape(
        timeline=timeline,
        stamped=stamped,
        timeline_blocks=events,
        cause_blocks=causes,
        action_blocks=actions,
        summary_blocks=_by_part(body, "summary"),
        separated=_separated(timeline, events, causes, telling),
        follow_up=plans_review(prose),
        says_blameless=_claim(prose),
        board=_is_board(prose),
        headings=sum(b.kind == "heading" for b in prose),
        times=times,
        figures=len({m[0] for b in telling for m in _NUMBER.finditer(b.text)}),
    )


def _by_part(body: list[Block], part: Part) -> tuple[int, ...]:
    return tuple(b.index for b in body if part in parts_around(b))


def _is_stamped(block: Block) -> bool:
    if block.kind == "row":
        return any(stamp(block.text[c.start : c.end]) for c in block.cells[:2])
    # A date alone on its line is a field of the head ("Friday, 3 May 2024"), not something that happened.
    return any(len(line.split()) > 4 and stamp(line) for line in block.text.split("\n"))


def _timeline(stamped: tuple[int, ...], times: int, told: tuple[int, ...]) -> Timeline:
    if len(stamped) >= 4 or (len(stamped) == 3 and told) or times >= 8:
        return "full"
    return "partial" if times >= 2 or stamped or told else "none"


def _separated(
    timeline: Timeline, events: tuple[int, ...], causes: tuple[int, ...], telling: list[Block]
) -> Separated:
    if not events and timeline == "none":
        return "na"
    if causes and events and not set(causes) & set(events):
        return "yes"
    return "no" if any(WHY.search(b.text) for b in telling) else "na"


def _claim(prose: list[Block]) -> tuple[int, int] | None:
    pattern = lexicon_pattern("structure/blameless_claims")
    for block in prose:
        for match in pattern.finditer(block.text):
            if not _DISOWNED.search(block.text[max(0, match.start() - 40) : match.start()]):
                return block.source_range(*match.span())
    return None


def _is_board(prose: list[Block]) -> bool:
    titles = [b.text for b in prose if b.kind == "heading"]
    kinds = [parts_of(title) for title in titles]
    boards = sum("board" in parts for parts in kinds)
    columns = any(
        "board" in parts_of(cell.header) for b in prose if b.kind == "row" for cell in b.cells if cell.header
    )
    tells = any(parts & {"events", "causes"} for parts in kinds)
    return (boards >= 2 or columns or (boards == 1 and len(titles) <= 4)) and not tells
