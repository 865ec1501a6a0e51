"""What a parsed noun phrase names beside its fog: whose it is, of what it is, what it let happen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmlint.language.agents import agent_of
from pmlint.language.inflect import noun_forms
from pmlint.language.phrases import verb_lemmas
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.diffuse._wording import TAME, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = frozenset(
    "of for on about around regarding over into with to in between among across within concerning".split()
)
_OUTCOMES = verb_lemmas("diffuse/leading_verbs")
_SETTINGS = frozenset(form for word in load("diffuse/settings") for form in noun_forms(word))
_BETWEEN = ("between", "among", "amongst", "across")
_WHO = frozenset(("who", "whose", "whom"))
_DENIALS = frozenset(("no", "without", "zero", "any", "not", "n't", "n’t", "never"))


def tokens_in(place: Place, start: int, end: int) -> list[Token]:
    """The tokens of ``place.text[start:end]``."""
    base = place.span.start_char
    return [t for t in place.span if t.idx - base < end and t.idx - base + len(t) > start]


def names_something(phrase: Sequence[Token], place: Place) -> bool:
    """Whether words that hang on the phrase name a party, an object or a mechanism."""
    inside = {t.i for t in phrase}
    first, last = phrase[0].i, phrase[-1].i
    after = phrase[-1].nbor() if phrase[-1].i + 1 < place.span.end else None
    if after is not None and after.lower_ in ("of", "for", "about", "on") and _follows(after, place):
        # Whatever the parser hangs it on, what follows at once says of what.
        return True
    for token in place.span:
        if token.i in inside or token.head.i not in inside:
            continue
        if token.i < first and _premodifies(token, place):
            return True
        if token.i > last and _says_more(token, place):
            return True
    return False


def denied(phrase: Sequence[Token]) -> bool:
    """Whether the phrase is said not to have been there."""
    inside = {t.i for t in phrase}
    for token in phrase:
        if token.i > phrase[0].i and token.head.i in inside and token.lower_ in ("no", "without"):
            continue
        if any(c.lower_ in _DENIALS for c in token.children if c.i < token.i and c.i not in inside):
            return True
        if token.head.i not in inside:
            governor = token.head
            if governor.lower_ == "without" or any(c.dep_ == "neg" for c in governor.children):
                return True
    return False


def on_its_way_out(phrase: Sequence[Token]) -> bool:
    """Whether the phrase is what somebody resolves, prevents or improves."""
    solving = verb_lemmas("diffuse/solving_verbs")
    inside = {t.i for t in phrase}
    governed = [t for t in phrase if t.head.i not in inside and t.dep_ in ("dobj", "nsubjpass", "conj")]
    return any(t.head.lower_ in solving and not _would_have(t.head) for t in governed)


def _would_have(verb: Token) -> bool:
    return any(c.lower_ in ("have", "of", "'ve", "’ve") and c.dep_ == "aux" for c in verb.children)


def _premodifies(token: Token, place: Place) -> bool:
    if token.dep_ == "nsubj":
        return token.lower_ != "there" and agent_of(token, place).is_somebody
    noun = token.dep_ in ("compound", "nmod") and token.pos_ in ("NOUN", "PROPN", "X")
    return token.dep_ == "poss" or (noun and token.lower_ not in TAME)


def _says_more(token: Token, place: Place) -> bool:
    return _follows(token, place) or (token.dep_ in ("relcl", "acl") and _tells(token))


def _follows(token: Token, place: Place) -> bool:
    if token.dep_ != "prep" or token.lower_ not in _PREPOSITIONS:
        return False
    objects = [o for child in token.children if child.dep_ == "pobj" for o in (child, *child.conjuncts)]
    # "Clarity about who was responsible" is as foggy as clarity alone.
    clauses = [c for c in token.children if c.dep_ == "pcomp" and c.left_edge.lower_ not in _WHO]
    if token.lower_ in _BETWEEN and objects and all(_is_setting(o, place) for o in objects):
        return False
    return any(not _vague(o, place) for o in objects) or any(_tells(c) for c in clauses)


def _is_setting(token: Token, place: Place) -> bool:
    """Whether it is a side of an organisation, whatever its name."""
    phrase = place.text[token.left_edge.idx - place.span.start_char :][:40].lower()
    first = any(
        phrase.startswith(f"{det}{word}") for word in _SETTINGS if " " in word for det in ("", "the ")
    )
    return first or token.lower_ in _SETTINGS | VAGUE or agent_of(token, place).is_somebody


def _vague(token: Token, place: Place) -> bool:
    somebody = agent_of(token, place).is_somebody
    if token.lower_ not in VAGUE and not somebody:
        return False
    known = TAME | VAGUE
    return not any(
        (c.dep_ in ("compound", "nmod") and c.lower_ not in known and not somebody)
        or (c.dep_ == "prep" and _follows(c, place))
        for c in token.children
    )


def _tells(verb: Token) -> bool:
    return verb.lower_ not in _OUTCOMES and sum(t.is_alpha for t in verb.subtree) >= 3
