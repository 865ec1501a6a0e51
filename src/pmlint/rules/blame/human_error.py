"""Human error as a cause: the point where a review stops asking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import framed_away

TRIGGER = lexicon_pattern("blame/human_error")
_MEASURED = re.compile(
    r"^\s+(?:rate|rates|budget|count|counts|ratio|message|messages|page|pages|code|codes|log|logs|"
    r"response|responses|"
    r"handling|team|engineering|specialist|expert|course|study|will|can|could|may|might|probabilit\w+|"
    r"analysis|reduction|prevention|reports?|log|dialog|screen|tolerance|tolerant|"
    r"proof)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|rather than|instead of|isn|nor|beyond|without|stop|avoid|covers?|about|"
    r"study of|taxonomy of|types? of|label(?:led|ed|"
    r"ling)?|"
    r"term|word|phrase|protect\w*|guard\w*|prevent\w*|resilien\w+|allow\w* for|prone to|robust|"
    r"tolerat\w+|eliminat\w+|"
    r"reduc\w+|chance|risk|potential|possib\w+|room) (?:\w+ ){0,4}$",
    re.I,
)
_DENIED_AFTER = re.compile(
    r"^\s+(?:is|was|are|were)(?:\s+not|n['’]t|\s+never)\b|"
    r"^\s+(?:is|are) (?:a )?(?:label|symptom|consequence|effect|starting)",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Every "human error" that stands for a cause."""
    if place.text.rstrip().endswith("?"):
        return
    for match in TRIGGER.finditer(place.text):
        before, after = place.text[: match.start()], place.text[match.end() :]
        if _MEASURED.search(after) or _DENIED.search(before) or _DENIED_AFTER.search(after):
            continue
        if framed_away(place.text, *match.span()):
            continue
        if place.quoted(*match.span()) or (match[0].lower() == "manual error" and "code" in after[:12]):
            continue
        yield Hit(*match.span(), target="generic")
