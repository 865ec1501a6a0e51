"""Texts with other names, ranks or spelling, which must score the same.

The names are given names of many languages and both genders; the method is that of counterfactual token
fairness (Garg et al., 2019, "Counterfactual Fairness in Text Classification through Robustness").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pmlint.scoring.neutral import SPELLINGS, is_given_name

NAMES = {
    "Anglo, male": ("James", "Robert", "Michael", "David", "Andrew", "Thomas", "Peter", "Simon"),
    "Anglo, female": ("Mary", "Linda", "Susan", "Karen", "Emily", "Laura", "Rachel", "Anna"),
    "West African": ("Chidinma", "Kwame", "Ngozi", "Adaeze", "Kofi", "Amara", "Emeka", "Abena"),
    "Arabic": ("Fatima", "Omar", "Layla", "Yusuf", "Aisha", "Khalid", "Mariam", "Hassan"),
    "Indian": ("Priya", "Rahul", "Ananya", "Arjun", "Lakshmi", "Vikram", "Deepa", "Sanjay"),
    "Chinese": ("Wei", "Xiuying", "Ling", "Mei", "Haoran", "Lihua", "Yifan", "Jing"),
    "Slavic": ("Olga", "Dmitri", "Katarzyna", "Piotr", "Svetlana", "Marek", "Ivana", "Bogdan"),
    "Latin American": ("Maria", "Jose", "Lucia", "Diego", "Camila", "Mateo", "Ximena", "Joaquin"),
}
RANKS = (
    ("junior", "senior"),
    ("intern", "director"),
    ("trainee", "consultant"),
    ("apprentice", "foreman"),
    ("nurse", "surgeon"),
    ("assistant", "professor"),
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")


def named(text: str, group: str) -> str:
    """The text with every given name replaced by one of a group's, the same name by the same.

    Args:
        text: Any text.
        group: A key of ``NAMES``.
    """
    chosen: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        name = match[0]
        if not is_given_name(name):
            return name
        return chosen.setdefault(name, NAMES[group][len(chosen) % len(NAMES[group])])

    return _CAPITALISED.sub(other, text)


def ranked(text: str) -> str:
    """The text with the lower ranks raised and the higher ones lowered."""
    table = {a: b for low, high in RANKS for a, b in ((low, high), (high, low))}
    pattern = re.compile(r"\b(" + "|".join(table) + r")(s?)\b", re.I)

    def other(match: re.Match[str]) -> str:
        found = table[match[1].lower()]
        return (found.capitalize() if match[1][0].isupper() else found) + match[2]

    return pattern.sub(other, text)


def spelled(text: str, american: bool) -> str:
    """The text in American or British spelling.

    Args:
        text: Any text.
        american: Which of the two.
    """
    for british, other in SPELLINGS:
        old, new = (british, other) if american else (other, british)
        text = re.sub(rf"\b{old}", new, text)
        text = re.sub(rf"\b{old.capitalize()}", new.capitalize(), text)
    return text


def swaps() -> dict[str, Callable[[str], str]]:
    """Every swap by its name."""
    found: dict[str, Callable[[str], str]] = {
        f"names: {group}": lambda text, group=group: named(text, group)  # type: ignore[misc]
        for group in NAMES
    }
    found["ranks"] = ranked
    found["British spelling"] = lambda text: spelled(text, american=False)
    found["American spelling"] = lambda text: spelled(text, american=True)
    return found
