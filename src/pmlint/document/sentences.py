"""A text cut into sentences by rules made for incident and project reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document.wordset import word_set

_STOP = re.compile(
    r"(?P<stop>[.!?…]+)"
    r"(?P<tail>[\"'”’)\]»*_]{0,4})"
    r"(?P<note>(?:\[\^?\w{1,4}\]){0,3})"  # footnote marks belong to the sentence before them
    r"(?P<gap>[ \t]+)"
)
_BULLET = re.compile(r"(?:[•◦‣▪●○·–—*+-]|\d{1,2}[.)])[ \t]+")
_DASH = re.compile(r"[–—-]+[ \t]+")
_WORD = re.compile(r"[\w.&'’-]{1,20}$")
_OPENER = re.compile(r"(?:[–—-][ \t]{1,3})?[\"'“‘(\[«*_`#@~$£€<{+-]{0,4}")
_INITIAL = re.compile(r"(?:^|[\s.(\"“@-])[A-Z]$")
_NUMBERING = re.compile(r"\(?(?:\d[\w.]{0,4}|[A-Za-z]|[ivxIVX]{1,4})")

_NEVER = word_set(
    "e.g i.e eg ie vs cf ca dr mr mrs ms prof messrs incl excl esp approx resp viz w.r.t a.k.a n.b dept "
    "mgmt ph.d b.sc m.sc col lt sgt capt hon rev gov"
)
_BEFORE_NUMBERS = word_set(
    "no nos fig figs sec secs vol p pp ch eq ref refs ver v art para ext tel jan feb mar apr jun jul aug "
    "sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
_IN_NAMES = word_set("inc ltd co corp llc bros gmbh u.s u.k e.u u.n st ave blvd jr sr")
_HALVES = frozenset(("a.m", "p.m", "am", "pm"))
_CLIPPED = word_set(
    "etc al min mins hr hrs max avg est misc temp prod dev ops eng config env mgr qty wk wks yr yrs"
)
_SHORT = _NEVER | _BEFORE_NUMBERS | _IN_NAMES | _HALVES | _CLIPPED
_STARTERS = word_set(
    "The This That These Those It We I They He She You There Here A An In On At After Before When While "
    "If As Our My His Her Their No Not All Both But And So However Then Also Once Since Because For From "
    "With Without By To What Who Why How Where Which During Until Unfortunately Later Next Finally "
    "Meanwhile"
)
_ZONE = re.compile(
    r"[A-Z]{2,5}\b|(?:Eastern|Pacific|Central|Mountain|Greenwich|Zulu)\b|[A-Z][a-z]+ [Tt]ime\b"
)


def cut(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end) ranges, without the white space around them.

    A line feed always ends a sentence; a bullet at the start of a line is left out. Abbreviations, decimals,
    versions, times, file names, URLs, initials and ellipses inside a sentence end none; nor do colons and
    semicolons.

    Args:
        text: Prose; a line feed stands for the end of a line that is not wrapped.
    """
    sentences: list[tuple[int, int]] = []
    for start, end in _lines(text):
        begin = start
        for match in _STOP.finditer(text, start, end):
            if match.end() < end and _ends(text, begin, match):
                _keep(sentences, text, begin, match.end("note"))
                begin = match.end("note")
        _keep(sentences, text, begin, end)
    return sentences


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # A number that opens a text on one line is part of it ("3. Root cause").
        bullet = _BULLET.match(text, start, end) if start or end < len(text) else None
        yield (bullet.end() if bullet else start), end
        start = end + 1


def _keep(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    dash = _DASH.match(text, start, end)
    if dash:
        start = dash.end()
    if start >= end:
        return
    same_line = sentences and "\n" not in text[sentences[-1][1] : start]
    if same_line and not any(map(str.isalnum, text[start:end])):
        # Lone marks and emoji belong to what they follow.
        sentences[-1] = (sentences[-1][0], end)
    else:
        sentences.append((start, end))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a stop with white space after it ends the sentence that began at ``begin``."""
    stop, at = match["stop"], match.start()
    opener = _OPENER.match(text, match.end())
    first = opener.end() if opener else match.end()
    following = text[first : first + 1]
    if "!" in stop or "?" in stop:
        return not following.islower()
    if len(stop) > 1 or stop == "…":
        return following.isupper()
    if not following.isalnum():
        return bool(following)
    if at - begin <= 8 and _NUMBERING.fullmatch(text[begin:at].strip()):
        return False
    found = _WORD.search(text, max(begin, at - 20), at)
    word = found.group().strip("'’-&") if found else ""
    if following.islower():
        # A name such as kubectl, or careless typing; after a clipped or dotted word the sentence goes on.
        return not match["tail"] and len(word) > 1 and word.isalpha() and word.lower() not in _SHORT
    if match["tail"]:
        return True
    initial = bool(_INITIAL.search(text, max(begin, at - 2), at))
    return _ends_after(word, initial, text[first : first + 24])


def _ends_after(word: str, initial: bool, following: str) -> bool:
    """Whether a full stop after ``word`` ends a sentence, where a capital or a digit follows."""
    low = word.lower()
    starts = re.split(r"[^\w]", following, maxsplit=1)[0] in _STARTERS
    if low in _NEVER:
        return False
    if low in _BEFORE_NUMBERS or (len(word) == 1 and word.islower()):
        return not following[0].isdigit()
    if low in _HALVES:
        return not _ZONE.match(following)
    if low in _IN_NAMES or (initial and word != "I"):
        return starts
    return True
