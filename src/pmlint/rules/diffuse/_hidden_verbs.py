"""The verbs in which somebody disappears: of slips, care and decisions; and what people attend to."""

from __future__ import annotations

from pmlint.language.inflect import noun_forms
from pmlint.language.phrases import verb_lemmas
from pmlint.lexicons import load
from pmlint.rules.diffuse._wording import GOODS

SLIPS = verb_lemmas("diffuse/slip_verbs")
SLIPS_TOO = verb_lemmas("diffuse/slip_verbs_ambiguous")
DILIGENCE = verb_lemmas("diffuse/diligence_verbs")
DILIGENCE_TOO = verb_lemmas("diffuse/diligence_verbs_ambiguous", "diffuse/settling_verbs")
TELLING = verb_lemmas("diffuse/telling_verbs")
DECIDING = verb_lemmas("diffuse/deciding_verbs")
BELIEVING = verb_lemmas("diffuse/believing_verbs")
HANDS = verb_lemmas("diffuse/hand_verbs")
HEEDED = frozenset(form for word in load("diffuse/heeded") for form in noun_forms(word))
MATTERS = (
    HEEDED
    | {form for word in load("diffuse/matters") for form in noun_forms(word)}
    | {word for good in GOODS for word in good.lower().split()}
)
SLIPPING = frozenset("accidentally mistakenly inadvertently erroneously unintentionally".split())

MISPLACED = {**HANDS, **verb_lemmas("diffuse/wrongly_verbs")}
