"""The conditions told with an act: what the person believed, was told, saw or worked under.

A slip told with what stood before it (a belief, an instruction, an interface, pressure, missing information)
is the model of a blameless sentence. A technical mechanism after the act is no condition.
"""

from __future__ import annotations

import re

from pmlint.language.phrases import lexicon_pattern
from pmlint.language.place import Place

_NEARBY = ("conditions/belief", "conditions/instruction", "conditions/knowledge", "conditions/pressure")
_WITHIN = (*_NEARBY, "conditions/information")
# "not following the procedure" is the slip itself; "following the procedure" is what excuses it.
_FOLLOWING = re.compile(
    r"(?<!not )(?<!never )(?<!without )\b(?:as|following)\s+(?:the|our)\s+(?:\w+\s+){0,2}(?:runbook|"
    r"procedure|manual|guide|"
    r"documentation|instructions?|checklist|policy|playbook|template|training|plan|schedule|rota)\b",
    re.I,
)
# A reason counts unless it only says of the same people that they failed ("because he didn't bother").
_BECAUSE = re.compile(
    r"\b(?:because|since|given that)\s+(?!of\s+(?:(?:his|her|their)\b|(?:the|our|a)\s+\w+['’]s\b))"
    r"(?!(?:he|she|they|we|i|you)(?:['’](?:d|s|re|m|ve))?\s+(?:(?:simply|just|clearly|obviously|again)\s+)?"
    r"(?:was|were|is|are|did|didn|does|do|don|never|failed|forgot|refused|neglected|ignored|couldn|"
    r"wouldn|could)\b)"
    r"(?!(?:\w+\s+){1,4}(?:did\s+not|didn['’]t|never|failed|forgot|refused|neglected|ignored)\b)",
    re.I,
)

# In a chain of whys the next question is where the conditions of this answer are told.
_NEXT_WHY = re.compile(r"\W*(?:\d+\W+)?(?:and\s+)?why\b[^\n]*\?", re.I)


def has_condition(text: str) -> bool:
    """Whether the words tell a condition.

    >>> has_condition("She ran it on db1, believing it was db2.")
    True
    >>> has_condition("He broke checkout because he didn't bother to read the runbook.")
    False
    """
    return any(p.search(text) for p in (lexicon_pattern(*_WITHIN), _FOLLOWING, _BECAUSE))


def has_own_condition(text: str) -> bool:
    """Whether the words tell what somebody believed, was told, knew or worked under: never a mere mechanism.

    >>> has_own_condition("They thought that the pump was off.")
    True
    >>> has_own_condition("The pump stopped because the fuse had blown.")
    False
    """
    return any(p.search(text) for p in (lexicon_pattern(*_NEARBY), _FOLLOWING))


def conditions_told(place: Place) -> bool:
    """Whether the sentence or its neighbours tell the conditions of the act.

    Next to a sentence only what somebody believed, was told, knew or worked under excuses what it tells.
    """
    if has_condition(place.text) or _NEXT_WHY.match(place.after):
        return True
    nearby = lexicon_pattern(*_NEARBY)
    return any(nearby.search(text) for text in (place.before, place.after, place.parent))
