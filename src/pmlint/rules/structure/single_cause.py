"""One single root cause, or a person in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pmlint.document.model import Block
from pmlint.language.phrases import words_pattern
from pmlint.language.place import Place
from pmlint.language.shape import shape
from pmlint.language.vocabulary import Vocabulary
from pmlint.rules._whole import heading_over, is_whole
from pmlint.rules.base import Draft, Hit

_ROOT_TITLE = re.compile(r"^\W*(?:the )?root[ -]?cause\W*$", re.I)
_SAID = re.compile(
    r"\b(?:root|main|sole|only|single|primary|real) cause\b[^.:]{0,40}?(?:\b(?:was|is|were)\b|:|–|—)\s*", re.I
)
_FURTHER = re.compile(
    r"\b(?:contribut\w+|factors?|conditions?|causes|combin\w+|coincid\w+|several|at the same time|"
    r"meanwhile|in addition|"
    r"additionally|furthermore|moreover|also|second(?:ly)?|besides|on top of|made worse|aggravat\w+|"
    r"enabl\w+|because|which is why|"
    r"both|as well as|underlying|deeper|whys?)\b",
    re.I,
)
_HUMAN = re.compile(
    r"(?:a |an |the |simple |pure |plain )*(?:human|operator|user|pilot|driver|nurse|staff|manual|"
    r"individual)[ -]?(?:error|mistake|"
    r"failure|fault|oversight|slip|negligence)\b",
    re.I,
)
_LONGEST = 45  # words; a cause told at length brings its conditions with it
_VERB = (
    r"(?:['’]s (?:mistake|error|failure|negligence|oversight|decision|carelessness)|who\b|did\b|was\b|"
    r"had\b|forgot|ran|left|took|"
    r"made|chose|wrote|sent|gave|put|set|\w+ed\b|not\b|failing|forgetting)"
)


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on a person named as the root cause, else one on the heading or words of a lone short cause."""
    document, form = draft.document, shape(draft.document)
    blocks = [document.blocks[i] for i in form.cause_blocks]
    persons = [hit for place in draft.places for hit in _person(place, set(form.cause_blocks))]
    yield from (hit for hit in persons if not _said_already(hit, draft))
    if persons or not is_whole(document) or not blocks:
        return
    alone = [b for b in blocks if b.section and _ROOT_TITLE.match(b.section[-1])]
    words = sum(len(b.text.split()) for b in alone)
    if (
        alone == blocks
        and 0 < words <= _LONGEST
        and not any(_FURTHER.search(b.text) for b in _around(draft, alone))
    ):
        yield Hit(*heading_over(document, alone[0]))


def _said_already(hit: Hit, draft: Draft) -> bool:
    """Whether a finding of blame that is shown speaks about these words."""
    return any(
        f.category == "blame"
        and f.confidence >= draft.settings.min_confidence
        and f.start < hit.end
        and hit.start < f.end
        for f in draft.findings
    )


def _around(draft: Draft, alone: list[Block]) -> list[Block]:
    titles = [b for b in draft.document.blocks if b.kind == "heading" and not _ROOT_TITLE.match(b.text)]
    return [*alone, *titles]


def _person(place: Place, causes: set[int]) -> Iterator[Hit]:
    """A hit on a person, a role or "human error" right after the words that announce the root cause."""
    match = _SAID.search(place.text)
    heads = (
        bool(_ROOT_TITLE.match(place.heading)) and place.block.index in causes and place.sentence.start == 0
    )
    begin = match.end() if match else 0 if heads else None
    if begin is None or place.block.kind == "heading":
        return
    found = _HUMAN.match(place.text, begin) or _somebody(place.vocabulary).match(place.text, begin)
    if found is not None:
        start, end = _range(place, found)
        yield Hit(
            start,
            end,
            severity="warning",
            confidence=0.8,
            args={"words": found["who"] if "who" in found.groupdict() else found[0]},
            message="“{words}” stands where the cause would be: the story usually goes on from there",
            suggestion="What made this look right, or possible, at the time? And what let it go through?",
        )


def _range(place: Place, match: re.Match[str]) -> tuple[int, int]:
    """Source range of a match in a sentence."""
    group = "who" if "who" in match.groupdict() else 0
    return place.document.source_range(place.sentence, match.start(group), match.end(group))


@lru_cache(maxsize=4)
def _somebody(words: Vocabulary) -> re.Pattern[str]:
    known = words_pattern(words.roles | words.people)
    return re.compile(rf"(?P<who>(?:(?:the|a|an|our|one|that) )?(?:[\w-]+ ){{0,2}}?{known})\s*{_VERB}", re.I)
