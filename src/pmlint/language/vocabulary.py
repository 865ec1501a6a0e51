"""Which words mean people, roles, teams, outside parties and systems: what ships and what the user adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pmlint.language.inflect import noun_forms
from pmlint.lexicons import load


@dataclass(frozen=True)
class Vocabulary:
    """Sets of lower-case words and phrases, plurals included.

    Attributes:
        names: Given names that ship with pmlint.
        people: The user's own names of people: always persons.
        roles: Roles, singular and plural.
        teams: Teams of the author's organisation.
        external: Outside parties.
        systems: Systems, tools and products.
        own_systems: The user's own systems: never people, whatever else the words may mean.
    """

    names: frozenset[str]
    people: frozenset[str]
    roles: frozenset[str]
    teams: frozenset[str]
    external: frozenset[str]
    systems: frozenset[str]
    own_systems: frozenset[str]


def vocabulary(extra: Mapping[str, tuple[str, ...]] | None = None) -> Vocabulary:
    """The shipped lists with the user's entries.

    Args:
        extra: Further entries under ``"people"``, ``"roles"``, ``"teams"``, ``"external"``, ``"systems"``.
    """
    chosen = extra or {}
    return _vocabulary(
        *(tuple(chosen.get(k, ())) for k in ("people", "roles", "teams", "external", "systems"))
    )


@cache
def _vocabulary(
    people: tuple[str, ...],
    roles: tuple[str, ...],
    teams: tuple[str, ...],
    external: tuple[str, ...],
    systems: tuple[str, ...],
) -> Vocabulary:
    return Vocabulary(
        names=frozenset(load("language/given_names")),
        people=frozenset(word.lower() for word in people),
        roles=_with_plurals("language/roles", roles),
        teams=_with_plurals("language/teams", teams),
        external=_with_plurals("language/external", external),
        systems=_with_plurals("language/systems", systems),
        own_systems=frozenset(word.lower() for word in systems),
    )


def _with_plurals(name: str, extra: tuple[str, ...]) -> frozenset[str]:
    words = [*load(name), *(word.lower() for word in extra)]
    return frozenset(form for word in words for form in noun_forms(word))
