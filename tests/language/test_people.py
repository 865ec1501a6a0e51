from __future__ import annotations

import pytest

from pmlint.document import parse
from pmlint.language.people import people_of
from pmlint.language.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thandeka noticed the smoke.", {"thandeka"}),
        ("At nine Iveta (night shift) called the depot.", {"iveta"}),
        ("Then Ms Abernathy opened the hall.", {"abernathy"}),
        ("The pager went to @otieno.", {"otieno"}),
        ("Owner: Marguerite Oyelaran", {"marguerite", "oyelaran"}),
        ("Attendees: Zsofia, Kwaku and Ilse", {"zsofia", "kwaku", "ilse"}),
    ],
)
def test_the_way_a_document_speaks_of_people_names_them(text: str, names: set[str]) -> None:
    assert names <= people_of(parse(text), WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Kafka reported a full disk.",
        "Marketing decided on Monday.",
        "Monday came.",
        "They noticed the smoke.",
        "Grafana showed a gap.",
        "Write to ops@example.org.",
    ],
)
def test_products_departments_and_days_are_no_people(text: str) -> None:
    assert people_of(parse(text), WORDS) == frozenset()


def test_each_document_has_its_own_people() -> None:
    first, second = parse("Thandeka noticed the smoke."), parse("Iveta noticed the smoke.")
    for _ in range(2):
        assert people_of(first, WORDS) == {"thandeka"}
        assert people_of(second, WORDS) == {"iveta"}


def test_a_document_that_is_gone_leaves_nobody_behind() -> None:
    # The memory of a document that went may be given to the next one.
    for name in ("Thandeka", "Iveta", "Kwaku", "Ilse") * 5:
        assert people_of(parse(f"{name} noticed the smoke."), WORDS) == {name.lower()}
