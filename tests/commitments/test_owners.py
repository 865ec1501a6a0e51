from __future__ import annotations

import pytest

from pmlint.commitments.fields import split_fields
from pmlint.commitments.owners import owner_in_field, owner_in_sentence
from pmlint.commitments.people import People, organisations_of

PEOPLE = People()


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Hoa",
        "O'Brien",
        "van der Berg",
        "Adaeze",
        "J. Okafor",
        "Mr Okafor",
        "dana",
        "@wei-ling",
        "Łukasz",
        "María José",
    ],
)
def test_names_of_every_culture_are_names_in_a_field(name: str) -> None:
    owner = owner_in_field(name, PEOPLE)
    assert (owner.kind, owner.names) == ("named", (name,))


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Hoa", "O'Brien", "Jan van der Berg", "Adaeze", "J. Okafor", "Mr Okafor", "Łukasz", "Bjørn"],
)
def test_names_of_every_culture_are_found_in_a_sentence(name: str) -> None:
    assert owner_in_sentence(f"{name} will mend the crane.", PEOPLE).names == (name,)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("TBD", "none"),
        ("-", "none"),
        ("", "none"),
        ("on-call lead", "role"),
        ("Head of Nursing", "role"),
        ("Pharmacy team", "team"),
        ("engineers", "team"),
        ("Platform", "team"),
        ("we", "team"),
        ("each member", "team"),
        ("SRE (Dana)", "named"),
        ("I", "named"),
    ],
)
def test_a_field_tells_roles_teams_and_nobody_apart(value: str, kind: str) -> None:
    assert owner_in_field(value, PEOPLE).kind == kind


@pytest.mark.parametrize(
    "task", ["Add a lock", "Update Jenkins to the new release", "Jenkins: add timeout", "Speak to the bank"]
)
def test_verbs_and_systems_own_nothing(task: str) -> None:
    assert owner_in_sentence(task, PEOPLE).kind == "none"


@pytest.mark.parametrize(
    ("text", "names", "task"),
    [
        ("Add a lock [Rick]", "Rick", "Add a lock"),
        ("Add a lock (@dana, 12 May)", "@dana", "Add a lock"),
        ("Add a lock — Ana, by Friday", "Ana", "Add a lock"),
        ("Add a lock. Owner: J. Okafor Due: 3 May", "J. Okafor", "Add a lock."),
        ("Add a lock (site manager)", "site manager", "Add a lock"),
    ],
)
def test_trailers_and_labels_give_the_owner(text: str, names: str, task: str) -> None:
    fields = split_fields(text, PEOPLE)
    assert (fields.owner, fields.task) == (names, task)


def test_a_bracket_about_a_thing_is_no_owner() -> None:
    assert split_fields("Move the queue (Kafka)", PEOPLE).owner == ""


def test_what_a_document_uses_as_a_thing_is_no_person() -> None:
    assert {"sushi", "lantern"} <= organisations_of("We run Sushi servers. It broke in Lantern today.")
    assert organisations_of("We thank Adaeze and asked Wei.") == frozenset()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Ines checks the ladders before each show", "named", "Ines"),
        ("A rehearsal takes an hour; Astrid keeps the list", "named", "Astrid"),
        ("From today Inga posts the level every second Friday", "named", "Inga"),
        ("The night porter keeps the key", "role", "night porter"),
        ("The office sends letters only after a second signature", "team", "office"),
        ("Doors stay shut during tests, done by me", "named", "I"),
        ("Mr Okafor will be taken off the rota", "none", None),
        ("Nurse Brandt has received a letter", "none", None),
        ("Ladders must carry a tag", "none", None),
        ("Regularly audit and cleanse the porter list to keep it short", "none", None),
    ],
)
def test_who_acts_in_the_present_tense_owns(text: str, kind: str, name: str | None) -> None:
    owner = owner_in_sentence(text, PEOPLE)
    assert (owner.kind, owner.text) == (kind, name)
