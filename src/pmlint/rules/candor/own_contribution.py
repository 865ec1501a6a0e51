"""An author or leader who names a decision or omission of their own: praise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pmlint.language.phrases import Keyed
from pmlint.language.place import Place
from pmlint.language.sections import parts_around
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.candor import _own_words as words
from pmlint.rules.candor._unheard_words import TOLD_US

TRIGGER = words.FIRST_PERSON

_STATE = re.compile(r"(?:\w+\W+){1,5}?(?:have|['’]ve|of)\s+(?:been|done|gone|had|helped|felt|known)\b", re.I)
_SPECULATION = Keyed(
    "as how if what",
    rf"\b(?:if|what|how) {words.SELF} (?:could|should|had|might|knew|missed|have|got)\b|"
    r"\bas (?:fast|soon|well) as (?:I|we)\b",
)
_CLOCK = re.compile(r"\W*(?:\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\s)?\W*\d{1,2}[:.h]\d{2}")
_NEED_A_THING = frozenset(("make", "do"))
_TELLING = frozenset(("events", "actions", "board", "summary"))
_RARELY = 0.009  # of all words
_NEARBY = 110  # characters after a decision in which it tells what it left out


def find(place: Place) -> Iterator[Hit]:
    """One hit on the words that name the part; words in quotes name none."""
    if _SPECULATION.search(place.text):
        return
    for matches, confidence in ((_told(place), None), (_by_place(place), 0.55)):
        for match in matches:
            if not place.quoted(*match.span()):
                yield Hit(*match.span(), args={"words": match[0]}, confidence=confidence)
                return


def _told(place: Place) -> Iterator[re.Match[str]]:
    """Words that name an own part by themselves."""
    text = place.text
    yield from (m for m in words.HINDSIGHT.finditer(text) if not _STATE.match(m[0]))
    yield from (m for m in words.OMISSION.finditer(text) if _left_undone(m))
    for pattern in (words.OWNED, words.LAPSE, words.REALISED, words.STATE, words.SLIP, words.DISMISSED):
        yield from pattern.finditer(text)
    if _CLOCK.match(text):  # in a timeline a decision is a step
        return
    yield from (m for m in words.DECISION.finditer(text) if _hurt(m))
    yield from islice(TOLD_US.finditer(text), 1)


def _by_place(place: Place) -> Iterator[re.Match[str]]:
    """Acts of the author that count as an own part because of where they are told."""
    text = place.text
    if _CLOCK.match(text):
        return
    acts = [m for m in words.ACT.finditer(text) if m["verb"].lower() not in load("candor/neutral_acts")]
    if acts and _under_own_part(place):
        yield from acts
    elif not _TELLING & parts_around(place.block):
        yield from (m for m in acts if m[0].startswith("I") and _rarely_says_i(place.document.source))


@lru_cache(maxsize=8)
def _rarely_says_i(source: str) -> bool:
    """In a report on what others did as well, "I chose it" is an account; in a diary it is a step."""
    return len(words.ALONE.findall(source)) < _RARELY * len(source.split())


def _left_undone(match: re.Match[str]) -> bool:
    verb = match["verb"].lower()
    if verb in _NEED_A_THING:
        return match["thing"] is not None
    return verb not in load("candor/harmless_verbs")


def _hurt(match: re.Match[str]) -> bool:
    text, end = match.string, match.end()
    if words.LEFT_OUT.search(text, end, end + _NEARBY):
        return True
    return match[0].startswith(("I", "i")) and bool(words.REASON.search(text, end, end + _NEARBY))


def _under_own_part(place: Place) -> bool:
    titles = (*place.block.section[-2:], place.lead_in[:80])
    return "causes" in parts_around(place.block) or any(words.OWN_SECTION.search(t) for t in titles)
