"""An author or leader who names a decision or omission of their own: praise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import any_of, lexicon_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit

_I = r"(?<![\w“\"'‘])(?:I|we)"
_ADVERB = r"(?:\s+(?:\w+ly|also|all|just|still|then|once|both|had|have)){0,2}"
_HAVE = r"(?:have|['’]ve|of)"
# "should have asked", not "should have a checklist".
_NOT_A_THING = r"(?!(?:an?|the|to|more|less|no|some|any|better|all|one|two|three|our|my|enough)\b)"
_DONE = rf"{_HAVE}\s+{_NOT_A_THING}\w+"
_SHOULD = r"(?:should|could|ought\s+to|might)(?:\s+not|n['’]t)?(?:\s+\w+ly|\s+also)?"
_WOULD = r"(?: would|['’]d)(?: also| definitely| certainly| probably)?"
_NO_WISH = rf"(?!{_HAVE} (?:thought|liked|loved|expected|preferred))"

_HINDSIGHT = re.compile(
    rf"{_I}{_ADVERB}\s+{_SHOULD}\s+{_DONE}|(?<!\w)I{_WOULD} {_NO_WISH}{_DONE}|{_I}['’]d {_DONE}|"
    rf"{_I} wish (?:that )?(?:I|we) (?:had|could {_HAVE})\b",
    re.I,
)
_REALISED = re.compile(
    rf"{_I} (?:later |then )?(?:reali[sz]ed|discovered|found out) (?:that )?(?:I|we) (?:was|were|had)\b",
    re.I,
)
_TOO = re.compile(
    rf"{_I} (?:was|were) (?:\w+ly )?(?:not \w+ enough|too \w+|reluctant|slow|late|wrong|over-?confident) "
    r"(?:to|in|about|with|on|when|and)\b",
    re.I,
)
_OMISSION = re.compile(
    rf"{_I}{_ADVERB}\s+(?:did\s?n['’]?o?t|never|not|hadn['’]t)(?:\s+yet|\s+\w+ly)?\s+(?P<verb>[a-z]+)", re.I
)
_FAILING = re.compile(
    rf"{_I}{_ADVERB}\s+{lexicon_pattern('candor/failing_verbs', 'candor/left_out').pattern}", re.I
)
_FAULT = r"(?:mistake|error|fault|oversight|omission|failure|misjudge?ment)"
_OWNED = re.compile(
    rf"\b(?:my(?: (?:own|first|biggest|main|real))? {_FAULT}|our (?:\w+ )?(?:mistake|oversight|omission))\b"
    r"(?! (?:logs?|rates?|budgets?|messages?|handling))|"
    r"\b(?:it|that|this) was (?:my|our) (?:own )?(?:decision|call|choice|idea)\b|"
    r"\b(?:the|that|this) (?:decision|call|choice) was (?:mine|ours)\b",
    re.I,
)
_DECISION = re.compile(rf"{_I}{_ADVERB}\s+{lexicon_pattern('candor/deciding_verbs').pattern}", re.I)
_ACT = re.compile(
    rf"{_I}(?:\s+had|\s+have|\s+also|\s+then)?\s+(?:\w+ed|made|sent|set|ran|took|put|left|gave|built|wrote|"
    rf"began)\b"
    r".{0,80}?(?:\bwithout \w+|,? (?:causing|leading to|resulting in)\b|"
    r",? (?:which|and this|and that) (?:\w+ )?(?:caused|led|broke|meant|left|delayed|cost)\b)",
    re.I,
)
_SLIP = re.compile(
    rf"{_I}(?:\s+had|\s+have)?\s+(?:mistakenly|accidentally|incorrectly|inadvertently|wrongly|erroneously|"
    r"prematurely|naively|blindly|hastily|unintentionally)\s+\w+",
    re.I,
)
_OUTRIGHT = (_OWNED, _FAILING, _REALISED, _TOO, _SLIP, _ACT)
TRIGGER = any_of(_HINDSIGHT, _OMISSION, _DECISION, *_OUTRIGHT)

_STATE = re.compile(rf"\w+\W+(?:\w+\W+){{0,3}}?{_HAVE}\s+(?:been|done|gone|had|helped|felt|known)\b", re.I)
_SPECULATION = re.compile(
    rf"\b(?:if|what|how) {_I} (?:could|should|had|might|knew|missed|have|got)\b|"
    r"\bas (?:fast|soon|well) as (?:I|we)\b",
    re.I,
)
_HARM_WITHIN = 90  # characters after a decision


def find(place: Place) -> Iterator[Hit]:
    """One hit on the words that name the part; words in quotes name none."""
    if _SPECULATION.search(place.text):
        return
    match = next(_contributions(place.text), None)
    if match is not None and not place.quoted(*match.span()):
        yield Hit(*match.span(), args={"words": match[0]})


def _contributions(text: str) -> Iterator[re.Match[str]]:
    harmless, harm = load("candor/harmless_verbs"), lexicon_pattern("candor/harm_told")
    yield from (m for m in _HINDSIGHT.finditer(text) if not _STATE.match(m[0]))
    yield from (m for m in _OMISSION.finditer(text) if m["verb"].lower() not in harmless)
    yield from (m for m in _DECISION.finditer(text) if harm.search(text, m.end(), m.end() + _HARM_WITHIN))
    for pattern in _OUTRIGHT:
        yield from pattern.finditer(text)
