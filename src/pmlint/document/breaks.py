"""Which line ends inside a paragraph end a thought, and which only wrap it."""

from __future__ import annotations

import re

_TIME = (
    r"\[?\(?(?:\d{4}-\d\d-\d\d|\d{1,2}[:.h]\d\d|~?\d{1,2}(?::\d\d)?\s?(?:am|pm|AM|PM)|"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?)\b"
)
_KEY = r"[A-Z][\w'’&/()#.-]{0,30}(?: [\w'’&/()#.-]{1,30}){0,4}[ \t]{0,3}(?:\*\*|__)?:(?:\*\*|__)?(?=\s|$|\*)"
_BULLET = r"[•◦‣▪●○·–—→✓✔☐☑✗✘]|[-*+]\s|\(?\d{1,2}[.)]\s|[A-Za-z][)]\s"
_STARTS = re.compile(rf"\s*(?:\*\*|__|\*|_)?(?:{_TIME}|{_KEY}|{_BULLET})")
_ENDS = re.compile(r"[.!?:;)\]”\"*_|]\s*$")
_OPEN_WORD = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|around|about|after|before|between|by|for|from|in|is|of|on|or|since|the|to|"
    r"until|was|were|with))\s*$",
    re.IGNORECASE,
)
_SHORT = 60


def breaks_between(before: str, after: str) -> bool:
    """Whether the line end between two lines of a paragraph stands for more than wrapping.

    It does when the second line opens like an entry of its own ("Owner: …", "14:02 …", "• …") and the first
    could be complete: it ends like a sentence, is an entry too, or is too short to have been wrapped.
    """
    if not _STARTS.match(after):
        return False
    if _OPEN_WORD.search(before):
        return False
    return bool(_ENDS.search(before) or _STARTS.match(before) or len(before.strip()) < _SHORT)
