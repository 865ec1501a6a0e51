"""Purely lexical rules: a card and a word list, no code."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.errors import RuleError
from pmlint.language.phrases import lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit, Rule
from pmlint.rules.cards import Card


def phrase_rule(card: Card) -> Rule:
    """The rule that flags every phrase of the card's word list outside quotations.

    Raises:
        RuleError: The card names no word list.
    """
    if not card.lexicon:
        raise RuleError(
            "a rule of kind 'phrase' names its word list", where=str(card.path), mend="add 'lexicon: …'"
        )
    pattern = lexicon_pattern(card.lexicon)

    def find(place: Place) -> Iterator[Hit]:
        for match in pattern.finditer(place.text):
            if not place.quoted(*match.span()):
                yield Hit(*match.span(), args={"words": match[0]})

    return Rule(card, find, pattern)
