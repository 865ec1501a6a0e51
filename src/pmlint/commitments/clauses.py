"""Where the work of a task is said: its verb, its form and what it is done to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pmlint.commitments.words import WORD, Verb, after_label, opening, verb_at

Form = Literal["imperative", "gerund", "past", "future", "duty", "done", "passive-done", "named"]

_ADVERBS = (
    r"(?:\s+(?:also|now|then|therefore|still|already|since|just|further|instead|only|all|both|each|"
    r"first|immediately|"
    r"automatically|permanently|always|never|not|soon|shortly|actively|currently|always|either|"
    r"consistently|regularly|"
    r"(?!apply|rely|supply|reply|comply|multiply)\w+ly)){0,3}"
)
_FUTURE = re.compile(
    r"\bwill(?! not be able)(?:\s+be)?(?=\s)|['’]ll(?:\s+be)?(?=\s)|\bshall(?=\s)|"
    r"\b(?:is|are|am|['’]re|['’]m)(?:\s+\w+ly|\s+also|\s+now|\s+still)?\s+(?:going|planning|aiming|"
    r"intending|looking|hoping|preparing|committed)\s+(?:to|on|at)(?=\s)|"
    r"['’](?:re|m)(?:\s+\w+ly|\s+also|\s+now)?\s+(?:going|planning|aiming|intending|looking|hoping|"
    r"preparing|committed)\s+(?:to|on|at)(?=\s)|"
    r"\b(?:we|i)(?:\s+are|\s+am|['’]re|['’]m)(?:\s+\w+ly|\s+also|\s+now|\s+still)?(?=\s+(?!going|being|"
    r"(?:planning|aiming|intending|looking|hoping|preparing)\s+(?:to|on|at)\b)\w+ing\b)|"
    r"\b(?:we|i)(?:\s+would|['’]d)(?=\s+(?!like|have|not)\w)|"
    r"\b(?:plan|plans|intend|intends|aim|aims|hope|hopes|want|pledge|commit|promise|propose|agreed|"
    r"agree|resolved|"
    r"committed|volunteered|offered|decided|undertaken)\s+to(?=\s)|"
    r"\b(?:plan|plans|planning)\s+on(?=\s)|"
    r"\b(?:has|have)\s+been\s+(?:assigned|asked|tasked)\s+(?:to|with)(?=\s)|\bresponsible\s+for(?=\s)",
    re.I,
)
_DUTY = re.compile(
    r"\b(?:need|needs|have|has|ought)\s+to(?!\s+have\b)(?=\s)|\bneeds?(?=\s+\w+ing\b)|"
    r"\b(?:must|should)(?!\s+(?:\w+\s+)?have\b)(?=\s)|\b(?:is|are)\s+to(?=\s)|"
    r"\bit(?:['’]s| is)(?:\s+\w+)?\s+(?:important|vital|essential|crucial|necessary|imperative|"
    r"recommended|advisable)\s+to(?=\s)|"
    r"\b(?:recommend|suggest|propose)(?:s|ed)?(?:\s+that)?(?=\s)|\blet['’]?s(?=\s)",
    re.I,
)
_TO = re.compile(r"(?<![\w-])to(?=\s+(?!be\b|have\b)\w)")
_TO_BE = re.compile(
    r"(?:(?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|seems?\b|appears?\b|needs?\b|said\b|able\b|likely\b)"
    r"[\w'’-]+\s+){1,8}to be\s+(?:\w+ly\s+)?(?=\w)",
    re.I,
)
"""A plan without a verb of its own: "Drawings to be signed twice"."""
_DONE = re.compile(rf"\b(?:we|i|they|team|engineers)(?:\s+(?:have|has)|['’]ve)?{_ADVERBS}\s+(?=\w)", re.I)
_PASSIVE = re.compile(
    rf"\b(?:has|have|was|were|(?:is|are)(?=\s+now\b)|['’]ve)\s*(?:{_ADVERBS})(?:\s+been)?{_ADVERBS}\s+(?=\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of work in a task.

    Attributes:
        form: How the task says it: as an order, a future, a duty, a finished deed…
        verb: The verb, or ``None`` for one that no list knows.
        start: First character of the verb.
    """

    form: Form
    verb: Verb | None
    start: int


@lru_cache(maxsize=512)
def head_of(text: str) -> Clause | None:
    """The clause that carries a task, ``None`` for a task without a verb ("Better backups")."""
    begin = opening(text)
    for position in dict.fromkeys((begin, after_label(text, begin))):
        if clause := _opening_clause(text, position):
            return clause
    modal, done = modal_of(text), done_of(text, main=True)
    if modal and done:
        return min(modal, done, key=lambda clause: clause.start)
    return modal or done or _named_to(text)


def _opening_clause(text: str, begin: int) -> Clause | None:
    begin = _skip(text, begin)
    verb = verb_at(text, begin)
    if verb is None:
        return None
    word = text[begin : verb.end].lower()
    if text.startswith(":", verb.end) or re.match(r"\s+(?:date|time)\b", text[verb.end :]):
        return None  # "Stop: …" and "Start date" are labels
    if verb.form == "base" and not _noun_here(text, word, verb.end):
        return Clause("imperative", verb, begin)
    if verb.form == "ing" and not _noun_here(text, word, verb.end):
        return Clause("gerund", verb, begin)
    if verb.form == "past" and not word.endswith("ing") and not _adjective_here(text, verb.end):
        return Clause("past", verb, begin)
    return None


_LEADING = re.compile(
    r"(?:(?:please|also|then|and|or|finally|lastly|firstly|secondly|additionally|furthermore|first|next|"
    r"instead|never|always|"
    r"not|do not|don['’]t|to|immediately|automatically|permanently|possibly|maybe|ideally|better|"
    r"continue to|continue|"
    r"going forward|moving forward|in future|in the future|\w+ly)(?![\w/-])[,:]?\s+){1,3}",
    re.I,
)


def _skip(text: str, begin: int) -> int:
    match = _LEADING.match(text, begin)
    return match.end() if match else begin


_NOUN_AFTER = re.compile(
    r"\s*(?:$|[:(]|\s(?:is|are|was|were|has|have|will|should|must|needs?|to\s+be|can|could|would|"
    r"when|if|process|plan|policy|strategy|"
    r"suite|size|name|type|count|number|date|time|results?|coverage|system|cases?|data|team|meetings?|"
    r"items?|scripts?|window|list|board|log)\b)",
    re.I,
)
_NOUNS_OR_VERBS = frozenset(
    (
        "test change plan review report process document alert alarm script log "
        "monitor support audit update design "
        "record schedule post check focus work code backup access release deploy index issue ticket page "
        "email call list label file store place question project result training testing monitoring "
        "logging planning building meeting onboarding handling tracking reporting scheduling hosting"
    ).split()
)


def _noun_here(text: str, word: str, end: int) -> bool:
    return word in _NOUNS_OR_VERBS and bool(_NOUN_AFTER.match(text, end))


def _adjective_here(text: str, end: int) -> bool:
    # "Improved monitoring of the queue": a participle before a bare noun describes, it does not report.
    return not re.match(
        r"\s+(?:the|a|an|our|their|all|any|some|this|these|that|every|each|two|three|more|new|another|"
        r"up|out|on|off|in|to|for|from|"
        r"with|into|over|down|back|it|them|\d|\"|`|[A-Z])|\s*$|\s*[,.;:]|\s+\w+s\b",
        text[end:],
    )


@lru_cache(maxsize=512)
def modal_of(text: str) -> Clause | None:
    """The first future or duty of a text with the verb that follows it."""
    best: tuple[int, Form, int] | None = None
    for form, pattern in (("future", _FUTURE), ("duty", _DUTY)):
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), form, match.end())  # type: ignore[assignment]
    if best is None:
        return None
    position = _to_verb(text, best[2])
    return Clause(best[1], verb_at(text, position), position)


_BETWEEN = re.compile(
    rf"{_ADVERBS}(?:\s+(?:be|to|work(?:ing)?\s+(?:to|on)|continue\s+to|start|begin|also|"
    rf"look(?:ing)?\s+to|get)(?=\s+\w+(?:ing|ed)?\b))?{_ADVERBS}\s+",
    re.I,
)


def _to_verb(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    if match:
        return match.end()
    space = re.compile(r"\s+").match(text, position)
    return space.end() if space else position


def _named_to(text: str) -> Clause | None:
    # "Dana to write …", "App review to require three approvals".
    planned = _TO_BE.match(text)
    if planned and (verb := verb_at(text, planned.end())) and verb.form == "past":
        return Clause("duty", verb, planned.end())
    match = _TO.search(text, 0, 60)
    if not match:
        return None
    verb = verb_at(text, match.end() + 1)
    return Clause("named", verb, match.end() + 1) if verb and verb.form == "base" else None


def done_of(text: str, *, main: bool = False) -> Clause | None:
    """A finished deed: "we have added …", "the key has been rotated".

    Args:
        text: A sentence.
        main: Whether deeds told in passing ("the change we made") are left out.
    """
    for form, pattern in (("done", _DONE), ("passive-done", _PASSIVE)):
        for match in pattern.finditer(text):
            if (
                main
                and form == "done"
                and not re.search(r"(?:^|[,;:.–—(]\s?|\b(?:and|but|so|then)\s)$", text[: match.start()])
            ):
                continue
            verb = verb_at(text, match.end())
            if (verb and verb.lemma in _AUXILIARY) or _CONDITION.search(text, 0, match.start()):
                continue
            if verb and (verb.form == "past" or verb.lemma in _SAME_PAST):
                return Clause(form, verb, match.end())  # type: ignore[arg-type]
            if verb is None and form == "done" and re.match(r"\w{3,}ed\b", text[match.end() :]):
                return Clause("done", None, match.end())
    return None


_CONDITION = re.compile(
    r"\b(?:only|not|never)\b.{0,60}\b(?:after|once|until|when|before|if|unless)\b[^,;.]{0,60}$", re.I
)
"""What has to be done first: "letters go out only after a second person has signed"."""
_AUXILIARY = frozenset({"be", "do", "have", "see", "find", "get"})
_SAME_PAST = frozenset({"put", "set", "set up", "cut", "split", "shut", "let", "hit", "read"})


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"(?:,\s*|\s+)(?:and|then|plus|or|by|&)(?:\s+(?:then|also|to|will|by|we will|we['’]ll))?\s+|"
        r"[;:,.]\s+|\s[-–—]\s+"
    )


def further_verbs(text: str, after: int) -> list[tuple[int, Verb]]:
    """Verbs joined to the first one: "… and publish the list", "by adding …"."""
    found = []
    for match in _joint().finditer(text, after):
        verb = verb_at(text, _skip(text, match.end()))
        if verb and verb.form in ("base", "ing", "past"):
            found.append((_skip(text, match.end()), verb))
    return found


def object_after(text: str, position: int) -> str:
    """The words after a verb up to its first preposition or sign."""
    stop = _OBJECT_END.search(text, position)
    return text[position : stop.start() if stop else len(text)].strip()


_OBJECT_END = re.compile(
    r"[.;:,()\[\]]\s|\s[-–—]\s|[.;:,]$|\s(?:for|of|to|on|in|into|so|that|which|when|where|who|while|"
    r"before|after|from|with|by|at|"
    r"around|about|and|because|since|as|during|if|until|via|using|between|across|without|against|"
    r"whether|how|rather|instead|than|based|related|needed|moving forward|going forward)\b",
    re.I,
)


def content_words(text: str) -> list[str]:
    """Lower-case words of a phrase, articles and the like left out."""
    return [w for w in (m[0].lower() for m in WORD.finditer(text)) if w not in _EMPTY]


_EMPTY = frozenset(
    (
        "a an the our their its his her my your this these those all any some each every other new own "
        "same such up out off down over away together it them us me is are be been to of in on at for "
        "and or not also both current existing few many much several different certain specific "
        "necessary required relevant following possible"
    ).split()
)
