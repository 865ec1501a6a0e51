"""Whether a task leaves something behind whose existence can be checked."""

from __future__ import annotations

import re
from functools import cache

from pmlint.commitments.clauses import (
    content_words,
    further_verbs,
    head_of,
    object_after,
)
from pmlint.commitments.words import (
    Verb,
    abstractions,
    artefact_pattern,
    concrete_verbs,
    degree_verbs,
    framing_verbs,
    opening,
    verb_at,
)
from pmlint.lexicons import load
from pmlint.records import Deliverable

_LINK_ONLY = re.compile(
    r"(?:\W*(?:https?://\S+|#\d+|[A-Z][A-Z0-9]+-\d+|jira|ticket|link|issue|pr)\W*)+", re.I
)
_SPECIFIC = re.compile(r"`[^`]+`|\d|\b[A-Z]{2,}s?\b|(?<=[a-z] )[A-Z]\w+|\w_\w|\w\.\w{2,4}\b|/\w+")
_MEASURE = re.compile(
    r"\b(?:to|from|by|of|at|under|below|above|within|than|every|per|least|most)\s+(?:\w+\s+)?[$€£]?\d|"
    r"\d\s?%|\bzero\b|"
    r"\bonce a\b|\bper (?:day|week|month|sprint)\b|\b(?:weekly|monthly|daily|fortnightly|quarterly)\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:no longer|never|nobody|not (?:be )?allowed|forbid|must not|cannot|no more|no one|not be able)\b",
    re.I,
)
_MANNER = re.compile(
    r"\b(?:properly|carefully|extensively|thoroughly|better|appropriately|adequately|correctly|"
    r"effectively|more|early|"
    r"regularly|closely|always|well)\b",
    re.I,
)
_ENSURE = frozenset(
    {"ensure", "make sure", "guarantee", "verify", "confirm", "check", "double-check", "validate", "require"}
)
_MEETING = frozenset(
    {
        "meet",
        "train",
        "share",
        "report",
        "retrain",
        "get",
        "make",
        "have",
        "maintain",
        "find",
        "come up",
        "identify",
        "determine",
        "plan",
        "do",
        "perform",
        "start",
    }
)
_INTENT_END = re.compile(
    r"(?:,?\s+(?:so that|so as to|in order to|to (?:ensure|help|make|allow|avoid|prevent|reduce|improve|"
    r"keep|give|provide|enable|better))\b.*)$",
    re.I,
)


def judge(task: str, elaboration: str = "") -> Deliverable:
    """Whether a task with its elaboration is ``"concrete"`` or ``"vague"``.

    Args:
        task: The task, without its owner and date fields.
        elaboration: What else the item says: further sentences and sub-points.
    """
    text = task[opening(task) :].strip()
    if not text or _LINK_ONLY.fullmatch(text) or re.sub(r"\([^()]*\)\W*$", "", text).rstrip().endswith("?"):
        return "vague"
    if _concrete(text):
        return "concrete"
    return "concrete" if elaboration and _backed(elaboration) else "vague"


def _concrete(text: str) -> bool:
    if _RULE.match(text):
        return True
    head = head_of(text)
    if head is None:
        return _thing(text)
    if head.verb is None:
        return bool(_NEGATED.search(text) or (_named_thing(text[head.start :]) and not _MANNER.search(text)))
    if passive := _PASSIVE.search(text, 0, head.start):
        return _passive_concrete(text[: passive.start()], head.verb, text[head.verb.end :])
    return _verb_concrete(text, head.verb, head.start) or _joined_concrete(text, head.verb)


_RULE = re.compile(
    r"(?:(?:every|each|no)\s+(?:[\w'’-]+\s+){1,6}?(?:(?:has|gets|needs|carries|is|goes)\s+(?:\w+\s+)?(?:one|two|"
    r"three|\d+|an?|its)|without|unless|until|before)|"
    r"(?:don['’]t|do not|never)\s.{3,80}\s(?:until|unless|without|before))\b",
    re.I,
)
"""A rule that can be checked: "every ladder gets a tag", "never ship before …"."""
_PASSIVE = re.compile(
    r"(?:\b(?:will|must|should|shall|has|have|to|need|needs)\s+(?:\w+\s+)?)?\b(?:be|been|being|is|are|"
    r"was|were)(?:\s+(?:\w+ly|now|also|then))*\s+$",
    re.I,
)


def _passive_concrete(subject: str, verb: Verb, after: str) -> bool:
    """Whether "X will be done" names its X and a deed that leaves a trace."""
    if _MANNER.search(after[:30]) and not _MEASURE.search(after):
        return False
    if verb.lemma in _QUALITY and not _MEASURE.search(after):
        return False
    further = (other.lemma for _, other in further_verbs(after, 0) if other.form == "past")
    if any(lemma in concrete_verbs() | degree_verbs() for lemma in (verb.lemma, *further)):
        what = object_after(subject, 0)
        return _specific(what, subject[len(what) :] + after)
    return (
        bool(re.search(r"\b(?:before|by (?:some\w+|another|two|a second))\b", after, re.I))
        and verb.lemma not in framing_verbs()
    )


def _verb_concrete(text: str, verb: Verb, start: int) -> bool:
    after = text[verb.end :]
    what = object_after(text, verb.end)
    if re.match(r"\s*(?:where|what|why|how|whether|if|who|when)\b", after):
        return False
    if (
        verb.lemma in _TRANSPARENT
        and (inner := verb_at(text, _word_start(text, verb.end)))
        and inner.form == "ing"
    ):
        return _verb_concrete(text, inner, start)
    if _HOPED.search(_INTENT_END.sub("", after)) and not _MEASURE.search(after):
        return False
    if verb.lemma in ("ask", "request") and (wanted := re.search(r"\sfor\s(.*)", after)):
        return _named_thing(wanted[1]) and not _comparative(wanted[1])
    if verb.lemma in framing_verbs():
        return False
    if verb.lemma in _ENSURE:
        return _named_thing(after) and not _MANNER.search(what)
    if verb.lemma in degree_verbs():
        return bool(_MEASURE.search(after)) or (
            verb.lemma not in _QUALITY
            and (_named_thing(what) and not _comparative(what) and not _abstract(what))
        )
    if verb.lemma in concrete_verbs():
        return _specific(what, after)
    if verb.lemma in _MEETING:
        if _comparative(_INTENT_END.sub("", after)):
            return bool(_MEASURE.search(after))
        return (_named_thing(what) and not _abstract(what)) or bool(_MEASURE.search(what))
    if _NEGATED.search(text):
        return _named_thing(after) or bool(_SPECIFIC.search(after))
    return False


_HOPED = re.compile(
    r"\bmore\s+(?:frequently|often|regularly|carefully|closely|clearly|thoroughly|actively)\b|"
    r"^\s.{0,40}\b(?:regularly|always|well|constantly|continuously)\s+(?:updated|informed|maintained)\b|"
    r"^\s(?:\w+\s){0,4}(?:motivated|engaged|informed|in mind|eyes open|aligned|happy|in the loop|vigilant)\b",
    re.I,
)
"""What can be wished for and not checked."""
_TRANSPARENT = frozenset(
    {"start", "begin", "stop", "avoid", "continue", "keep", "prevent", "discourage", "commit"}
)


_QUALITY = frozenset(
    {"improve", "enhance", "strengthen", "streamline", "optimise", "optimize", "refine", "reinforce"}
)


def _word_start(text: str, position: int) -> int:
    return position + len(text[position:]) - len(text[position:].lstrip())


def _joined_concrete(text: str, head: Verb) -> bool:
    for start, verb in further_verbs(text, head.end):
        framed = (
            head.lemma in framing_verbs()
            and verb.form == "ing"
            and "by" not in text[max(0, start - 4) : start]
        )
        if framed or (verb.lemma not in concrete_verbs() and verb.lemma not in ("have", "make")):
            continue
        what = object_after(text, verb.end)
        if _named_thing(what) and not _comparative(what):
            return True
    return False


def _specific(what: str, after: str) -> bool:
    """Whether what is made, added or changed is a thing rather than a quality."""
    if _comparative(what):
        with_means = re.search(r"\b(?:with|such as|e\.g\.|i\.?e\.?|by)\s", after) and _named_thing(after)
        for_something = _named_thing(what) and re.match(
            r"\s*(?:for|to|on|in|that)\s+\w+", after[after.find(what) + len(what) :]
        )
        return bool(_MEASURE.search(after) or with_means or for_something)
    words = content_words(re.sub(r"\b(?:going|moving) forward\b", "", what, flags=re.I))
    if not words:
        # "Move to …", "Switch from … to …": what follows the preposition is the object.
        rest = content_words(after)
        return bool(rest) and not all(w in abstractions() for w in rest[:3])
    if words[-1] in _GENERIC:
        return bool(_SPECIFIC.search(after))
    if all(w in abstractions() for w in words):
        # "enable alerting on the public relays": what follows the noun makes it a thing.
        more = re.match(
            r"\s*(?:\w+\s+)?(?:on|for|of|to|that|in)\s+(.*)", after[after.find(what) + len(what) :]
        )
        rest = content_words(_INTENT_END.sub("", more[1])) if more else []
        return any(w not in abstractions() for w in rest) and not set(rest) & _comparatives()
    return True


_GENERIC = frozenset(
    (
        "changes things measures steps improvements stuff actions issues problems lessons learnings "
        "ideas solutions"
    ).split()
)


def _thing(text: str) -> bool:
    """Whether a task without a verb names a thing."""
    head = re.split(r"\s(?:for|to|on|so|when|that|about)\s|[,:;.(]", text, maxsplit=1)[0]
    if _comparative(head) and not _MEASURE.search(text):
        return False
    if _named_thing(text):
        return True
    words = content_words(head)
    return bool(_SPECIFIC.search(text)) or (
        not _abstract(head) and (len(words) > 1 or (bool(words) and len(content_words(text)) > 3))
    )


def _named_thing(text: str) -> bool:
    return bool(artefact_pattern().search(text) or re.search(r"`|https?://|\w_\w|#\w", text))


def _abstract(what: str) -> bool:
    words = content_words(what)
    return bool(words) and words[-1] in abstractions()


def _comparative(what: str) -> bool:
    return any(word in _comparatives() for word in content_words(what))


def _backed(elaboration: str) -> bool:
    """Whether an elaboration says what will be made, where its item did not."""
    sentences = re.split(r"(?<=[.!?])\s+|\n", elaboration)
    for sentence in sentences:
        head = head_of(sentence)
        if head and head.verb and head.form != "gerund" and head.verb.lemma in concrete_verbs():
            what = object_after(sentence, head.verb.end)
            if _named_thing(what) and not _comparative(what):
                return True
    return False


@cache
def _comparatives() -> frozenset[str]:
    return frozenset(load("commitments/comparatives"))
