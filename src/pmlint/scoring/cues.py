"""What can be told of a sentence without parsing it: its place, its people, its mood, its conditions.

The crossing of who is spoken of with what is said of them stands in for the grammar: who (a person, a role, a
team, an outside party, the author, a system) × mood (hindsight, duty, future, denial) × conditions told.
"""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise

from pmlint.language.conditions import has_condition
from pmlint.language.sections import parts_of
from pmlint.language.vocabulary import vocabulary
from pmlint.records import Target
from pmlint.scoring.grams import tokens
from pmlint.scoring.sample import Sample

_I = frozenset(["i", "me", "my", "mine", "myself", "i'd", "i've", "i'm", "i'll"])
_WE = frozenset(["we", "us", "our", "ours", "ourselves", "we'd", "we've", "we're", "we'll"])
_THIRD = frozenset(["he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs", "who"])
_ANYBODY = frozenset(
    "someone somebody anyone anybody everyone everybody nobody none people human humans whoever".split()
)
_DENIAL = frozenset("not never no nobody nothing none neither nor without hardly cannot".split())
_FUTURE = frozenset("will shall going i'll we'll they'll he'll she'll it'll by".split())
_DUTY = frozenset("must should need needs needed supposed expected required ought".split())
_HINDSIGHT = re.compile(
    r"\b(?:should|could|would|ought to|might)(?:n['’]t| not)?(?: \w+)?(?: have|['’]ve| of)\b", re.I
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be)(?: not| \w+ly)? (?:\w+ed|\w+en|done|made|left|set|put|told)\b", re.I
)
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b20\d\d\b")
_CODE = re.compile(r"[`/_]|\w\.\w|\b[A-Z]{2,}\b|#\d")
_NOUN = re.compile(r"\b\w{3,}(?:tion|sion|ment|ness|ity|ance|ence|ship|cy)s?\b", re.I)
_QUOTE = re.compile(r"[\"“”]|(?<!\w)['‘]")

NAMES = (
    *(f"kind={kind}" for kind in ("heading", "item", "row")),
    *(f"part={part}" for part in ("events", "causes", "actions", "board", "summary")),
    "alone",
    "length",
    "short",
    "i",
    "we",
    "third person",
    "anybody",
    "role",
    "team",
    "outside party",
    "system",
    "name",
    "denial",
    "future",
    "duty",
    "hindsight",
    "passive",
    "if",
    "question",
    "quotation",
    "number",
    "time",
    "code",
    "abstract nouns",
    "condition",
    "condition nearby",
    "somebody & denial",
    "somebody & hindsight",
    "somebody & duty",
    "somebody & condition",
    "we & denial",
    "we & hindsight",
    "i & past",
    "nobody & passive",
    "nobody & abstract nouns",
    "system & denial",
)
"""Names of the cues, in the order of their values."""


@cache
def _lists() -> tuple[frozenset[str], ...]:
    known = vocabulary()
    return known.roles, known.teams, known.external, known.systems, known.names


def party_of(sample: Sample) -> Target:
    """Who a blaming sentence most likely speaks of, judged by its words alone."""
    words = tokens(sample.text)
    known = set(words) | {f"{a} {b}" for a, b in pairwise(words)}
    roles, teams, external, _, names = _lists()
    if known & roles:
        return "role"
    if known & external:
        return "external"
    if known & teams:
        return "team"
    if known & _THIRD or _NAME.search(sample.text) or (words and words[0] in names):
        return "person"
    return "generic"


def cues(sample: Sample) -> list[float]:
    """The value of each cue of ``NAMES`` for a sentence, most of them 0 or 1.

    Args:
        sample: The sentence in its surroundings.
    """
    words = tokens(sample.text)
    known = set(words)
    known |= {f"{a} {b}" for a, b in pairwise(words)}
    roles, teams, external, systems, names = _lists()
    i, we, third = bool(known & _I), bool(known & _WE), bool(known & _THIRD)
    anybody, role, team = bool(known & _ANYBODY), bool(known & roles), bool(known & teams)
    outside, system = bool(known & external), bool(known & systems)
    name = bool(_NAME.search(sample.text)) or (bool(words) and words[0] in names)
    somebody = third or anybody or role or team or outside or name
    denial = bool(known & _DENIAL) or any(w.endswith("n't") for w in words)
    hindsight = bool(_HINDSIGHT.search(sample.text))
    passive = bool(_PASSIVE.search(sample.text))
    duty = bool(known & _DUTY)
    abstract = len(_NOUN.findall(sample.text)) / max(1, len(words))
    condition = has_condition(sample.text)
    parts = parts_of(sample.heading)
    values = [
        *(sample.kind == kind for kind in ("heading", "item", "row")),
        *(part in parts for part in ("events", "causes", "actions", "board", "summary")),
        not (sample.before or sample.after),
        math.log1p(len(words)) / 4,
        len(words) < 6,
        i,
        we,
        third,
        anybody,
        role,
        team,
        outside,
        system,
        name,
        denial,
        bool(known & _FUTURE),
        duty,
        hindsight,
        passive,
        "if" in known,
        "?" in known,
        bool(_QUOTE.search(sample.text)),
        "0" in known,
        bool(_TIME.search(sample.text)),
        bool(_CODE.search(sample.text)),
        min(1.0, 3 * abstract),
        condition,
        has_condition(sample.before) or has_condition(sample.after),
        somebody and denial,
        somebody and hindsight,
        somebody and duty,
        somebody and condition,
        we and denial,
        we and hindsight,
        i and any(w.endswith("ed") for w in words),
        passive and not (somebody or we or i),
        (not (somebody or we or i)) * min(1.0, 3 * abstract),
        system and denial,
    ]
    return [float(value) for value in values]
