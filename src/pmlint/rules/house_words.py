"""Rules made from the user's own words for blame and fog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pmlint.language.phrases import phrase_pattern
from pmlint.language.place import Place
from pmlint.records import Target
from pmlint.rules.base import Hit, Rule
from pmlint.rules.registry import find_card

_HOMES = {"blame": "PM101", "diffuse": "PM201"}


def house_rules(lexicons: Mapping[str, tuple[str, ...]]) -> tuple[Rule, ...]:
    """A rule for each list of the user's words: it reports under the code of the shipped rule it extends.

    Args:
        lexicons: The ``[lexicons]`` of the settings; entries may use the small language of
            ``pmlint.language.phrases``.
    """
    return tuple(_rule(code, lexicons[name]) for name, code in _HOMES.items() if lexicons.get(name))


def _rule(code: str, words: tuple[str, ...]) -> Rule:
    card = find_card(code)
    assert card is not None  # the codes above are cards of this package; tests hold them to it
    pattern = phrase_pattern(words)

    def find(place: Place) -> Iterator[Hit]:
        for match in pattern.finditer(place.text):
            if not place.quoted(*match.span()):
                target: Target | None = "generic" if card.category == "blame" else None
                yield Hit(*match.span(), args={"agent": "someone"}, target=target)

    return Rule(replace(card, kind="phrase"), find, pattern)
