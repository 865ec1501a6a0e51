"""Inflected forms of English verbs and nouns, so that word lists need the base form alone."""

from __future__ import annotations

from functools import cache

from pmlint.lexicons import load

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {line.split()[0]: tuple(line.split()) for line in load("language/irregular_verbs")}


@cache
def verb_forms(base: str) -> tuple[str, ...]:
    """The base, third person, past, past participle and -ing form of a verb, without doubles.

    >>> verb_forms("neglect")
    ('neglect', 'neglects', 'neglected', 'neglecting')
    >>> verb_forms("forget")
    ('forget', 'forgets', 'forgot', 'forgotten', 'forgetting')
    """
    third = base + "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else _y_to(base, "ies", "s")
    if base in _irregular():
        forms = [base, third, *_irregular()[base][1:]]
    else:
        stem = base + base[-1] if _doubles(base) else base
        past = base + "d" if base.endswith("e") else _y_to(stem, "ied", "ed")
        forms = [base, third, past]
        forms.append(_ing(base, stem))
        return tuple(dict.fromkeys(forms))
    if not any(form.endswith("ing") for form in forms[2:]):
        stem = base + base[-1] if _doubles(base) else base
        forms.append(_ing(base, stem))
    return tuple(dict.fromkeys(forms))


def noun_forms(base: str) -> tuple[str, str]:
    """The singular and the regular plural of a noun, or of a phrase by its last word.

    >>> noun_forms("agency")
    ('agency', 'agencies')
    """
    if base.endswith("man") and base != "human":
        return base, base[:-3] + "men"
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base, base + "es"
    return base, _y_to(base, "ies", "s")


def _ing(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return stem + "ing"


def _y_to(word: str, after_consonant: str, otherwise: str) -> str:
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + after_consonant
    return word + otherwise


def _doubles(base: str) -> bool:
    # Short verbs double their last consonant (drop, dropped); longer ones only where the list says so.
    if base in _DOUBLING:
        return True
    vowels = sum(c in _VOWELS for c in base)
    return len(base) <= 5 and vowels == 1 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS


_DOUBLING = frozenset({"commit", "admit", "omit", "refer", "defer", "permit", "submit", "transfer", "equip"})
