"""How a text in the first person names a part of its author's own."""

from __future__ import annotations

import re

from pmlint.language.phrases import Keyed, lexicon_pattern
from pmlint.lexicons import load

_NAMED = (
    r"(?:\s?\([^()\n]{1,40}\)|, [^,\n]{1,40},| for (?:our|my) part| (?:my|our)sel(?:f|ves)|"
    r",? as [\w-]+(?: [\w-]+){0,3}?,?(?= \w))"
)
_ADVERB = r"(?:\w{2,}ly|also|just|still|then|once|both|even|already|later|first|only|again|too|had|have|all)"
_SUBJECT = r"(?<![\w“\"'‘])(?:I|we)(?:['’](?:ve|d)(?= ))?"
SELF = rf"{_SUBJECT}{_NAMED}?(?: {_ADVERB}){{0,3}}"
"""The author or the author's group as the subject, up to the verb."""
_AND = rf"{_SUBJECT} [^.;:!?\n]{{1,90}}?,? (?:and|but|then)(?: {_ADVERB}){{0,2}}"
_SELF_AND = rf"(?:{SELF}|{_AND})"

# "should have asked", not "should have a checklist".
_NOT_A_THING = r"(?!(?:an?|the|to|more|less|no|some|any|better|all|one|two|three|our|my|enough)\b)"
_HAVE = r"(?: have|['’]ve| of)"
_DONE = rf"{_HAVE} {_NOT_A_THING}\w+"
_SHOULD = r"(?:should|could|ought to|might)(?: not|n['’]t)?(?: \w+ly| also)?"
_WOULD = r"(?: would|['’]d)(?: also| definitely| certainly| probably)?"
_NO_WISH = rf"(?!{_HAVE} (?:thought|liked|loved|expected|preferred|predicted))"
_PAST = sorted({form for line in load("language/irregular_verbs") for form in line.split()[1:3]})
DID = rf"(?:\w{{2,}}ed|{'|'.join(_PAST)})"
"""A past form, or a word that looks like one."""

HINDSIGHT = Keyed(
    "should shouldn could couldn ought oughtn might mightn would d wish",
    rf"{SELF} {_SHOULD}{_DONE}|(?<!\w)I{_WOULD}{_NO_WISH}{_DONE}|{_SUBJECT}['’]d{_DONE}|"
    rf"{SELF} wish (?:that )?(?:I|we) (?:had|could{_HAVE})\b",
)
OMISSION = Keyed(
    "didnot didnt never not nt ot t",
    rf"{_SELF_AND} (?:did\s?n['’]?o?t|never|hadn['’]t|not)(?: yet| \w+ly| even)? (?P<verb>[a-z]+)"
    r"(?=(?P<thing> (?:an?|the|any|our|my|that|this)\b)?)",
)
_LAPSES = lexicon_pattern("candor/failing_verbs", "candor/left_out")
_DISMISSALS = lexicon_pattern("candor/dismissing_verbs")
_DECISIONS = lexicon_pattern("candor/deciding_verbs")
LAPSE = Keyed(_LAPSES.keys or "i we", rf"{_SELF_AND} {_LAPSES.pattern}")
DISMISSED = Keyed(_DISMISSALS.keys or "i we", rf"{_SELF_AND} {_DISMISSALS.pattern}")
DECISION = Keyed(_DECISIONS.keys or "i we", rf"{_SELF_AND} {_DECISIONS.pattern}")
ACT = Keyed("i we", rf"{_SELF_AND} (?P<verb>{DID})\b")
_FAULT = r"(?:mistake|error|fault|oversight|omission|failure|misjudge?ment|doing)"
OWNED = Keyed(
    "i me mine my our ours us we",
    rf"\b(?:my(?: (?:own|first|biggest|main|real))? {_FAULT}|our (?:\w+ )?(?:mistake|oversight|omission))\b"
    r"(?! (?:logs?|rates?|budgets?|messages?|handling))|"
    r"(?:\b(?:it|that|this) was|[;,:–—]) (?:my|our) (?:own )?(?:decision|call|choice|idea)\b|"
    r"\b(?:decision|call|choice|idea|order|instruction)\b[^.;!?\n]{0,50}? was (?:mine|ours)\b|"
    r"\b(?:I was|we were|it was (?:I|me|us)) (?:the ones? )?who\b|"
    r"\bmy (?:instruction|order|plan|wish|promise|decision|choice)s? (?:was|were|had been)\b|"
    r"\b(?:on|at) my (?:instruction|order|request|insistence|advice|watch)s?\b|"
    r"\b(?:negligent|careless|lazy|wrong|naive|foolish|stupid|short-sighted) of (?:me|us)\b|"
    r"\b(?:that|this|it)(?: one)?(?: is|['’]s| was) on (?:me|us)\b",
)
STATE = Keyed(
    "was were",
    rf"{SELF} (?:was|were) (?:\w+ly )?(?:not \w+ enough|too \w+|reluctant|slow|late|wrong|over-?confident) "
    r"(?:to|in|about|with|on|when|and)\b",
)
REALISED = Keyed(
    "realised realized discovered found",
    rf"{SELF} (?:reali[sz]ed|discovered|found out) (?:that )?(?:I|we) (?:was|were|had)\b",
)
SLIP = Keyed(
    "mistakenly accidentally incorrectly inadvertently wrongly erroneously prematurely naively blindly "
    "hastily unintentionally",
    rf"{_SUBJECT}(?: had| have)? (?:mistakenly|accidentally|incorrectly|inadvertently|wrongly|"
    r"erroneously|prematurely|naively|blindly|hastily|unintentionally) \w+",
)
ALONE = re.compile(r"\bI\b")
"""Finds the author speaking as one person."""

FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|mine|ours)\b", re.I)
"""Finds every sentence that could name an own part."""

LEFT_OUT = lexicon_pattern("candor/harm_told")
"""Finds what an act left out, what it was based on alone, or what it cost."""

REASON = re.compile(
    r"\b(?:because|since|to save|hoping|as if|in order to|for fear|on the (?:grounds|strength|assumption)|"
    r"so that|thinking|believing|in the (?:hope|belief))\b|,? in (?:a|the) (?:hurry|queue|car|corridor|"
    r"rush)\b|"
    r"\bon (?:a|the|my) (?:train|phone|bus|plane)\b|\bfrom (?:a|my|the) (?:photo|phone|memory|desk)\b",
    re.I,
)
"""Finds the reason or the setting of a decision: what an honest account of one's own tells."""

OWN_SECTION = re.compile(
    r"\b(?:(?:we|I) (?:got|did|have done|had) (?:\w+ )?wrong|(?:where|how) (?:we|I) (?:failed|fell|erred)|"
    r"(?:what|things) (?:we|I) (?:missed|regret|misjudged|overlooked|underestimated)|"
    r"(?:my|our)(?: own)? (?:part|share|mistakes?|errors?|role|responsibility|contribution)\b|"
    r"judging ourselves|uncomfortable|regrets?|confession|mea culpa|self-critic)",
    re.I,
)
"""Finds a heading under which authors speak of their own part."""
