"""The wording of foggy noun phrases, from the word lists alone."""

from __future__ import annotations

import re

from pmlint.language.inflect import noun_forms
from pmlint.language.matcher import Phrases
from pmlint.language.phrases import Gated, Keyed, any_of, any_word, lexicon_pattern, words_pattern
from pmlint.lexicons import load

FIELDS = load("diffuse/fields")
GOODS = (*FIELDS, *load("diffuse/goods"))
HEADS = tuple(form for head in load("diffuse/heads") for form in noun_forms(head))
TAME = frozenset(
    word for entry in (*load("diffuse/tame_words"), *GOODS) for word in re.split(r"[\s\-]", entry.lower())
)
BAD = frozenset(load("diffuse/bad_states"))
DENIED = frozenset(load("diffuse/states_denied"))
FELL = frozenset(load("diffuse/fell_verbs"))
WORSE = frozenset(load("diffuse/worse_than"))
FELL_SHORT = lexicon_pattern("diffuse/fell_phrases")
"""What is said of a side of working together that only tells that it was bad."""
VAGUE = frozenset((*load("diffuse/vague_objects"), *FIELDS, *HEADS))

_AND = r"(?:\s*[/,&]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)"
_TAMES = rf"(?:{words_pattern(load('diffuse/tame_words'))}\s+){{0,3}}"
_FIELD, _GOOD, _HEAD = words_pattern(FIELDS), words_pattern(GOODS), words_pattern(HEADS)
_LACK = words_pattern(load("diffuse/lack_words"))
_DEARTH = r"(?<!\w)(?:lack of|absence of|insufficient|inadequate|poor|unclear|not enough|too little)(?!\w)"
_ABSTRACT = (
    rf"(?!{words_pattern(load('diffuse/technical_goods'))})(?<!\w)[a-z]{{2,16}}(?:ation|ition|ction|"
    rf"ption|ment|ness|ility|ivity|"
    r"ority|ency|ancy|ship|ence|ance)s?(?!\w)"
)
_HYPHENATED = r"(?<![\w\-])(?:\w{1,20}(?:-\w{1,20}){1,5}\s+)?"
_COMPARATIVES = "better superior more clearer earlier improved stronger closer tighter greater proper".split()
_MORE = words_pattern(_COMPARATIVES)

_FIELD_TOLD, _HEAD_TOLD = Phrases(FIELDS), Phrases(HEADS)
_FOG = words_pattern(load("diffuse/fog_nouns"))
PHRASE = any_of(
    Gated(_FIELD_TOLD, Gated(_HEAD_TOLD, rf"{_FIELD}(?:{_AND}{_FIELD}){{0,3}}[\s\-]+{_HEAD}")),
    Gated(
        _HEAD_TOLD,
        rf"{_HEAD}\s+(?:in|with|of|around|regarding|concerning|surrounding)\s+(?:the\s+)?{_TAMES}{_FIELD}"
        rf"|{_HEAD}\s+(?:communicating|coordinating|collaborating|organi[sz]ing|planning)",
    ),
    Gated(
        Phrases(load("diffuse/lack_words")),
        Keyed(GOODS, rf"{_LACK}\s+{_TAMES}{_GOOD}(?:{_AND}{_TAMES}{_GOOD}){{0,3}}"),
    ),
    Gated(
        Keyed("lack absence insufficient inadequate poor unclear enough little", _DEARTH),
        rf"{_DEARTH}\s+{_TAMES}{_ABSTRACT}",
    ),
    Gated(Phrases(load("diffuse/fog_nouns")), rf"{_HYPHENATED}{_FOG}"),
)
"""A foggy noun phrase: "process challenges", "gaps in communication", "lack of ownership", "misalignment"."""

_MORE_OF = rf"{_MORE}\s+{_TAMES}{_GOOD}(?:{_AND}{_TAMES}{_GOOD}){{0,2}}"
WISH = Gated(
    Keyed(
        _COMPARATIVES,
        rf"{_MORE}[^\n]*\b(?:(?:would|could|might|may)\b[^\n]*\bhave|needed|required|missing)\b",
    ),
    Keyed(
        GOODS,
        rf"(?P<wished>{_MORE_OF})(?:\s+[\w'’\-]+){{0,6}}?\s+(?:would|could|might|may)\s+"
        rf"(?:likely\s+|probably\s+|perhaps\s+|also\s+)?have\s+{words_pattern(load('diffuse/helped_verbs'))}"
        rf"|(?P<wanted>{_MORE_OF})(?:\s+[\w'’\-]+){{0,4}}?\s+(?:(?:was|were)\s+)?(?:needed|required|missing)\b",
    ),
)
"""Hindsight about an abstraction: "better communication could have prevented this"."""

_AMONG_US = (
    rf"(?:\s+(?:between|across|among|within|in)\s+(?:the\s+)?{_TAMES}"
    r"(?:teams?|members|team members|group|everyone|departments?|project|stakeholders))?"
)
_SHORT = r"^\W*(?:[^\s.]+\s+){0,12}[^\s.]+\s*[.!]*$"
BARE = any_of(
    Keyed(
        FIELDS,
        Gated(_SHORT, rf"^{_TAMES}{_FIELD}(?:{_AND}{_TAMES}{_FIELD}){{0,2}}{_AMONG_US}\s*[.!]*$"),
    ),
    Keyed(
        BAD,
        Gated(
            _SHORT,
            rf"^(?:{_GOOD}|(?:[a-z\-]{{3,20}}\s+){{0,2}}[a-z\-]{{3,20}}\s+(?:steps|roles|scope|rules|ownership|"
            rf"process|procedure|path|paths|status|plan))"
            rf"\s+(?:was\s+|were\s+)?{words_pattern(BAD)}\s*[.!]*$",
        ),
    ),
)
"""A whole list item that is an abstraction and no more: "Communication between teams", "Planning poor"."""

_MUDDLE = rf"{_TAMES}{words_pattern(load('diffuse/muddles'))}"
_QUANTITY = (
    r"(?:(?:an?|some)\s+(?:\w+\s+)?(?:amount|degree|deal|lot|bit|measure|element|level|air|feeling) of\s+"
    r"|an?\s+|the\s+|much\s+|too much\s+|plenty of\s+|growing\s+|latent\s+){0,2}"
)
_BETWEEN = r"(?:(?:between|among|amongst|within)\s+(?:[\w\-]+\s+){1,8}?|in the \w+\s+)?"
_LED = words_pattern(load("diffuse/outcome_verbs"))
_NAMINGS = (*load("diffuse/muddles"), *load("diffuse/cause_namings"))
NAMED = Gated(
    Keyed(
        [*_NAMINGS, *"there due because caused result suffered amid what".split()],
        words_pattern(_NAMINGS)
        + r"|\b(?:there\s+(?:was|were)|due to|because of|caused by|result of|suffered from|amid|"
        r"what\s+(?:was|were))\b",
    ),
    Keyed(
        [*FIELDS, *load("diffuse/muddles"), *load("diffuse/views"), *"missing lacking needed absent".split()],
        rf"{words_pattern(load('diffuse/cause_namings'))}\s+(?:one of\s+|a matter of\s+|around\s+|about\s+)?"
        rf"(?:the\s+)?{_TAMES}(?P<named>{_FIELD})"
        r"|\b(?:there (?:was|were)|due to|because of|caused by|result of)\s+"
        rf"{_QUANTITY}(?P<muddle>{_MUDDLE})"
        rf"|(?P<reigned>{_MUDDLE})(?=\s+{_BETWEEN}(?:(?:also|did not|further|quickly|then)\s+)?"
        rf"(?:{_LED}|help\b))"
        r"|\bwhat\s+(?:was|were)\s+(?:really\s+|also\s+)?(?:missing|lacking|needed|absent)\s+(?:was|were)\s+"
        rf"(?:an?\s+)?{_TAMES}(?P<missing>{_GOOD})"
        r"|\b(?:there\s+(?:was|were)|due to|because of|suffered from|amid|caused by)\s+(?:also\s+|often\s+)?"
        r"(?P<differing>(?:different|differing|diverging|divergent|competing|conflicting|contradictory|"
        r"mismatched|"
        rf"opposing|clashing|shifting|unspoken)\s+{words_pattern(load('diffuse/views'))})",
    ),
)
"""A cause that is only a side of working together: "the problem was communication"."""

_SIDES = "managing communicating collaborating coordinating planning organising organizing deadlines".split()
SIDE = any_word([*GOODS, *_SIDES])
"""What a foggy statement speaks of: "planning", "managing time"."""

_VERDICT = any_word([*HEADS, *BAD, *DENIED, *FELL, *WORSE, "improve"])
STATE = Gated(SIDE, _VERDICT)
"""Where a foggy statement may stand: a side of working together, and a word that only says it was bad."""

TRIGGER = any_of(PHRASE, WISH, STATE, Gated(SIDE, FELL_SHORT), NAMED, BARE)
"""Where there may be a foggy noun phrase or statement at all."""
