"""Fixed ways of telling an act without anybody: "corners were cut", "the wrong file was deleted"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pmlint.language.inflect import verb_forms
from pmlint.language.phrases import Keyed, any_of, any_word, lexicon_pattern, words_pattern
from pmlint.lexicons import load
from pmlint.rules.diffuse._hidden_verbs import (
    BELIEVING,
    DECIDING,
    DILIGENCE,
    DILIGENCE_TOO,
    HEEDED,
    MISPLACED,
    SLIPPING,
    SLIPS,
    SLIPS_TOO,
)
from pmlint.rules.diffuse._wording import GOODS

_WAS = r"(?:was|were|had been|has been|got)\s+(?:\w+ly\s+)?"
_HAPPENING = (HEEDED | set(GOODS)) - {"it", "that", "these", "this", "those"}
_EVENTS = words_pattern(_HAPPENING)

IDIOM = lexicon_pattern("diffuse/hidden_idioms")
_NOMINAL_KEYS = (
    *"accidental inadvertent unintentional erroneous mistaken unintended delay delays".split(),
    *"error errors mistake mistakes slip slips lapse lapses blunder blunders mix-up mix-ups".split(),
    *load("diffuse/slip_nouns"),
)
NOMINAL = Keyed(
    _NOMINAL_KEYS,
    r"\b(?:accidental|inadvertent|unintentional|erroneous|mistaken|unintended)\s+"
    rf"(?:[\w\-]+\s+){{0,2}}?{words_pattern(load('diffuse/hand_nouns'))}"
    rf"|\b(?:due to|caused by|because of|result of|owing to|through|was|were|by|to)\s+"
    rf"(?:(?:an?|some|several)\s+)?(?:\w+\s+)?{words_pattern(load('diffuse/clerical'))}\s+(?:errors?|mistakes?|slips?|lapses?|blunders?|mix-ups?)\b"
    rf"|\b(?:errors?|mistakes?|lapses?|slips?)\s+(?:of|in)\s+(?:the\s+)?{words_pattern(load('diffuse/clerical'))}"
    rf"|\bdelays?\s+in\s+(?:the\s+)?{words_pattern(load('diffuse/delayed_acts'))}"
    rf"|{words_pattern(load('diffuse/slip_nouns'))}\s+(?:of|for|to|with)\b",
)
TOO_LITTLE = Keyed(
    load("diffuse/efforts"),
    r"\b(?:too (?:much|little|many|few)|not enough|insufficient|inadequate|little|no|more|less|limited)\s+"
    rf"(?:[\w\-]+\s+){{0,2}}?{words_pattern(load('diffuse/efforts'))}\s+"
    rf"(?:{_WAS}|(?:should|could) (?:have|of) been\s+){words_pattern(load('diffuse/effort_verbs'))}",
)
NEVER_HAPPENED = Keyed(
    _HAPPENING,
    rf"{_EVENTS}\s+(?:(?:did not|didn['’]t|never|rarely|hardly)\s+(?:really\s+|always\s+|actually\s+)?"
    r"(?:happen(?:ed)?|take place|took place|occur(?:red)?|materiali[sz]ed?)|(?:fell|went) by the wayside|"
    rf"{_WAS}(?:left|pushed|put off|started|done|delayed|postponed)\s+"
    r"(?:too late|late|until (?:the )?(?:end|last|final)|to the (?:end|last)|for later|aside|behind|undone|"
    r"out))",
)
WRONG = Keyed(
    "wrong incorrect false inaccurate outdated mistaken premature unrealistic optimistic",
    rf"\b(?:wrong|incorrect|false|inaccurate|outdated|mistaken|premature|unrealistic|optimistic)\s+(?:[\w\-]+\s+){{1,3}}?"
    rf"(?:{_WAS}{words_pattern(MISPLACED)}"
    r"|(?:found|made)\s+(?:its|their)\s+way\s+(?:in|on)to|(?:crept|slipped)\s+in(?:to)?|ended\s+up\s+(?:in|on)\b)",
)
UNDONE = Keyed(
    (*load("diffuse/left_undone"), *load("diffuse/lapses")),
    rf"\b(?:(?:was|were|been|got|get|stayed|remained|lay|sat|left)\s+(?:\w+ly\s+|just\s+)?"
    rf"(?:left\s+)?{words_pattern(load('diffuse/left_undone'))}"
    rf"|(?:was|were|been|got)\s+(?:\w+ly\s+|just\s+)?{words_pattern(load('diffuse/lapses'))})",
)
NOT_DONE = Keyed(
    "barely hardly never not nowhere scarcely t",
    r"\b(?:was|were|had|has|have|is)(?:n['’]t|\s+(?:not|never|hardly|barely|scarcely|nowhere)|"
    r"\s+known\s+but\s+(?:was\s+)?not)\s+"
    rf"(?:\w+ly\s+|really\s+|always\s+|ever\s+)?(?:been\s+)?(?:\w+ly\s+|really\s+|well\s+)?"
    rf"{lexicon_pattern('diffuse/undone_phrases').pattern}",
)
GRANTED = Keyed(
    load("diffuse/granted_verbs"),
    rf"{words_pattern(load('diffuse/granted_things'))}\s+{_WAS}(?:only\s+|simply\s+)?"
    rf"{words_pattern(load('diffuse/granted_verbs'))}",
)
CUT = Keyed(
    load("diffuse/cut_verbs"),
    rf"{words_pattern(load('diffuse/cared_for'))}\s+(?:of\s+(?:the\s+)?\w+\s+|\w+\s+)?{_WAS}(?:simply\s+|then\s+|repeatedly\s+)?"
    rf"{words_pattern(load('diffuse/cut_verbs'))}",
)
HASTY = Keyed(
    "premature hasty rushed belated considered judged advised poor questionable unfortunate wrong misguided "
    "inadequate improper incorrect optimistic overoptimistic",
    r"\b(?:premature|hasty|rushed|belated|ill-considered|ill-judged|ill-advised|poor|questionable|unfortunate|wrong|"
    rf"misguided|inadequate|improper|incorrect|over-?optimistic|overly optimistic)\s+(?:\w+\s+)?"
    rf"{words_pattern(load('diffuse/hasty_acts'))}",
)
_DUTIES = [
    verb
    for name in ("diligence_verbs", "diligence_verbs_ambiguous", "failed_duties")
    for verb in load(f"diffuse/{name}")
]
FAILURE = Keyed(
    "failure inability reluctance omission",
    rf"\b(?:failure|inability|reluctance|omission)\s+to\s+(?:\w+ly\s+)?"
    rf"{words_pattern(_DUTIES)}",
)
DECISION = Keyed(
    "decision choice call assumption",
    r"\b(?:the|a)\s+(?:\w+\s+)?(?:decision|choice|call|assumption)\s+(?:to\s+\w+(?:\s+[\w\-]+){0,6}\s+)?"
    rf"{_WAS}(?:made|taken|reached)",
)
COULD_BE = Keyed(
    "better faster quicker smoother earlier sooner clearer tighter cleaner closer stronger more",
    r"(?<!that )(?<!what )(?<!which )\b(?:could|should|might)\s+have\s+"
    r"(?:been|gone|happened|come)\s+(?:an?\s+\w+\s+|much\s+|far\s+)?(?:better|faster|quicker|smoother|earlier|sooner|clearer|tighter|cleaner|closer|stronger|"
    r"more\s+(?!than\b)\w+)(?!\w)(?!\s+(?:than|if|with|by|had)\b)",
)
WORDED = (
    NOMINAL,
    TOO_LITTLE,
    NEVER_HAPPENED,
    WRONG,
    UNDONE,
    NOT_DONE,
    GRANTED,
    CUT,
    HASTY,
    DECISION,
    COULD_BE,
)
"""Ways of saying it that hide nobody where somebody acts in the sentence."""
CARELESS = Keyed(
    "without",
    r"\bwithout\s+(?:(?:proper|adequate|sufficient|enough|much|due|appropriate)\s+\w+|"
    rf"(?:\w+\s+){{0,2}}?{words_pattern(load('diffuse/precautions'))})",
)
WRONG_PLACE = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:to|in|into|on|at|with|from|for|against|under)\s+(?:the|an?)\s+(?:wrong|incorrect)\b",
    re.I,
)
"""What follows a passive told as done to the wrong thing; only ever matched at a given place."""
_TOO = r"too (?:early|late|soon|quickly|slowly|fast|often|rarely|broadly|loosely)\b"
TOO = re.compile(rf"\s+(?:far |much |way )?{_TOO}", re.I)
"""What follows a passive told as done at the wrong time; only ever matched at a given place."""

DEGREE = re.compile(
    r"\b(?:better|more|earlier|sooner|faster|differently|properly|further|clearer|carefully|thoroughly|"
    r"in advance|beforehand|closer|quicker|smoother)\b",
    re.I,
)


def _participles(verbs: Mapping[str, str]) -> set[str]:
    """The forms that can stand in a passive; a verb such as "put" has only its base."""
    told = {form for form, base in verbs.items() if form != base and not form.endswith(("ing", "s"))}
    return told | {base for base in verbs.values() if not told & set(verb_forms(base))}


_CARED_FOR = _participles({**DILIGENCE, **DILIGENCE_TOO})
_CARE = words_pattern(_CARED_FOR)
_OVERLOOKED = {*SLIPS, *SLIPS_TOO, *BELIEVING}
TRIGGER = any_of(
    *(IDIOM, *WORDED, FAILURE, CARELESS),
    Keyed("early late soon quickly slowly fast often rarely broadly loosely", rf"\b{_TOO}"),
    any_word((*SLIPPING, "by mistake", "by accident", "in error")),
    Keyed(
        _CARED_FOR,
        r"\b(?:not|never|nor|hardly|barely|scarcely|insufficiently|inadequately|poorly|badly|loosely|inconsistently|\w+n['’]t)\s+"
        rf"(?:\w+\s+){{0,3}}?{_CARE}",
    ),
    Keyed(
        _OVERLOOKED,
        rf"\b(?:was|were|been|got|being)\s+(?:\w+\s+){{0,9}}?{words_pattern(_OVERLOOKED)}",
    ),
    Keyed("wrong incorrect", r"\b(?:the|an?)\s+(?:wrong|incorrect)\b"),
    Keyed(DECIDING, rf"\bit\s+(?:was|had been)\s+(?:\w+\s+){{0,2}}?{words_pattern(DECIDING)}"),
    Keyed(
        "should could might",
        r"\b(?:should|could|might)\s+(?:\w+\s+){0,2}?(?:have|of|be)\b[^\n]{0,160}?" + DEGREE.pattern,
    ),
    Keyed(
        "should could might",
        rf"\b(?:should|could|might)\s+(?:\w+\s+){{0,2}}?(?:have|of)\s+been\s+(?:\w+\s+){{0,3}}?{_CARE}",
    ),
)
"""Where there may be somebody hidden at all."""
