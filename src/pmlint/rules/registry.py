"""Every rule there is, found by walking the package: a card, and the code beside it."""

from __future__ import annotations

import importlib
import re
from functools import cache
from pathlib import Path

from pmlint.errors import RuleError
from pmlint.rules.base import Rule
from pmlint.rules.cards import Card, read_card

FOLDERS = {"blame": "1", "diffuse": "2", "actions": "3", "structure": "4", "candor": "5"}
_HERE = Path(__file__).parent


@cache
def cards() -> tuple[Card, ...]:
    """All cards, in the order of their codes.

    Raises:
        RuleError: Two cards share a code or name, or a code does not fit its folder.
    """
    found = sorted(
        (read_card(path) for f in FOLDERS for path in (_HERE / f).glob("*.md")), key=lambda c: c.code
    )
    for card in found:
        folder = card.path.parent.name
        if not re.fullmatch(rf"PM{FOLDERS[folder]}\d\d", card.code):
            raise RuleError(f"code {card.code} does not belong in {folder}/", where=str(card.path))
        if card.name.replace("-", "_") != card.path.stem:
            raise RuleError(f"name '{card.name}' differs from the file's", where=str(card.path))
    for key in ("code", "name"):
        values = [getattr(card, key) for card in found]
        if len(set(values)) < len(values):
            twice = next(v for v in values if values.count(v) > 1)
            raise RuleError(f"two cards share the {key} {twice}", where=str(_HERE))
    return tuple(found)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes; their modules are imported.

    Raises:
        RuleError: A card lacks its code, or code lacks its card.
    """
    stems = {card.path.with_suffix("") for card in cards()}
    for folder in FOLDERS:
        for module in (_HERE / folder).glob("*.py"):
            if module.stem[0] != "_" and module.with_suffix("") not in stems:
                raise RuleError(
                    "the rule has no card", where=str(module), mend=f"write {module.stem}.md beside it"
                )
    return tuple(_bind(card) for card in cards())


def find_card(name: str) -> Card | None:
    """The card with this code (any case), name or former name."""
    wanted = name.strip()
    for card in cards():
        if wanted.upper() == card.code or wanted.lower() in (card.name, *card.aliases):
            return card
    return None


def _bind(card: Card) -> Rule:
    if card.kind == "phrase":
        from pmlint.rules.phrase import phrase_rule

        return phrase_rule(card)
    if card.kind == "model":
        # A trained model speaks under this card; there is no code to ask.
        return Rule(card, lambda *args: ())
    if not card.path.with_suffix(".py").is_file():
        raise RuleError(f"a rule of kind '{card.kind}' needs code", where=str(card.path), mend="add the .py")
    module = importlib.import_module(f"pmlint.rules.{card.path.parent.name}.{card.path.stem}")
    trigger = getattr(module, "TRIGGER", None)
    if card.kind in ("pattern", "grammar") and trigger is None:
        raise RuleError("a rule on sentences needs a TRIGGER", where=str(card.path.with_suffix(".py")))
    return Rule(card, module.find, trigger)
