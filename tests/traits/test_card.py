from __future__ import annotations

import pytest

import pmlint
from pmlint.records import Finding, Report, Scorecard, Support, Trait

NAMES = ["blame", "counterfactuals", "sense", "system", "actions", "clarity"]


def trait(text, name):
    return next(t for t in pmlint.scorecard(text).traits if t.name == name)


def test_a_card_has_six_traits_in_order():
    assert [t.name for t in pmlint.scorecard("The pump stopped.").traits] == NAMES


@pytest.mark.parametrize("text", ["", "\n\n", "```\nrm -r .\n```\n"])
def test_an_empty_page_is_no_evidence_of_anything(text):
    card = pmlint.scorecard(text)
    assert {(t.level, t.because) for t in card.traits} == {("none", "The document holds nothing to read.")}
    assert card.first is None


def test_a_text_and_its_report_give_the_same_card():
    text = "The operator forgot to check the valve."
    assert pmlint.scorecard(text) == pmlint.scorecard(pmlint.check(text))


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("blame", "The pump stopped at noon because the fuse had blown.", "good"),
        ("blame", "The operator forgot to check the valve.", "some"),
        ("blame", "The operator forgot to check the valve. The vendor ignored the ticket.", "little"),
        ("counterfactuals", "The reviewer read the change at noon.", "good"),
        ("counterfactuals", "The reviewer should have caught this.", "some"),
        (
            "counterfactuals",
            "The reviewer should have caught this. The operator ought to have known better.",
            "little",
        ),
        ("sense", "The queue filled up within a minute.", "none"),
        ("sense", "The engineer restarted the wrong host.", "little"),
        ("sense", "She ran the script on db1, believing that it was db2.", "some"),
        (
            "sense",
            "We restarted the host at noon. We believe that this was an attack on all of us.",
            "little",
        ),
        ("sense", "The lists were printed on a second page without the name.", "none"),
        (
            "sense",
            "She ran the script on db1, believing that it was db2. He thought that the page was for staging.",
            "good",
        ),
        ("system", "The pump stopped at noon.", "none"),
        ("system", "10:05 The pump stopped.\n\n10:20 The engineer restarted the pump.", "little"),
        ("system", "The pump stopped, so the tank ran dry. The tank has no gauge.", "good"),
        ("system", "## Findings\n\nThe monitor was in maintenance mode.", "some"),
        ("system", "## Root cause\n\nHuman error by the operator on the night shift.", "little"),
        ("system", "The pump stopped because the fuse had blown.", "some"),
        (
            "system",
            "## Root cause\n\nThe lamp has one state for two conditions. The list is made from the orders.",
            "good",
        ),
        ("actions", "The pump stopped at noon.", "little"),
        ("actions", "## Action items\n\n- Improve communication\n- Be more proactive\n", "little"),
        ("actions", "## Action items\n\n- Add a test for empty files\n- Improve communication\n", "some"),
        ("actions", "## Action items\n\n- Ada adds a test for empty files by 12 May 2026\n", "good"),
        (
            "clarity",
            "There were communication gaps. Mistakes were made. For various reasons it slipped.",
            "little",
        ),
        ("clarity", "10:05 The pump stopped and the lamp went out.\n\n10:20 The pump ran.", "some"),
    ],
)
def test_the_level_of_a_trait(name, text, level):
    found = trait(text, name)
    assert found.level == level, found.because
    assert found.because.endswith(".")
    assert bool(found.change) == (level in ("some", "little"))


def test_the_sentence_that_speaks_against_is_shown_whole():
    found = trait("It was noon. The operator forgot to check the valve on pump 3.", "blame")
    assert [(s.text, s.speaks_for, s.line) for s in found.support] == [
        ("The operator forgot to check the valve on pump 3.", False, 1)
    ]
    assert found.line == 1


def test_both_sides_are_shown():
    text = "She ran it on db1, believing that it was db2.\n\n## Later\n\nThe vendor ignored the ticket."
    assert {s.speaks_for for s in trait(text, "sense").support} == {True, False}


def test_a_commitment_aimed_at_a_person_is_no_good_one():
    text = "## Action items\n\n- Ola will be given a formal written warning by HR by 12 May 2026\n"
    found = trait(text, "actions")
    assert "aimed at a person" in found.because
    assert found.level == "little"
    assert "what people work with" in found.change


def test_a_done_thing_needs_no_owner_any_more():
    assert trait("## Action items\n\n- [x] Added a test for empty files\n", "actions").level == "good"


def test_what_most_lack_is_what_to_change():
    text = "## Action items\n\n- Ada adds a test for empty files\n- Ben adds an alert on queue depth\n"
    assert "day" in trait(text, "actions").change


def test_the_first_to_start_with_has_the_least_evidence():
    def card(*levels):
        return Scorecard(None, tuple(Trait(n, n, level, "") for n, level in zip(NAMES, levels)))

    assert card("good", "some", "little", "good", "little", "none").first.name == "sense"
    assert card("good", "some", "none", "good", "good", "good").first.name == "counterfactuals"
    assert card("good", "good", "none", "good", "good", "good").first is None


def test_where_levels_are_equal_the_one_with_most_against_it_comes_first():
    doubts = (Support("x", 0, 1, 1, False),)
    traits = (Trait("blame", "", "some", ""), Trait("actions", "", "some", "", doubts))
    assert Scorecard(None, traits).first.name == "actions"


def test_of_many_causes_those_are_shown_that_give_the_reason():
    filler = " ".join(f"The team met in room {n} that week." for n in range(6))
    found = trait(f"## Root cause\n\n{filler} The queue filled up because the disk was full.", "system")
    assert "The queue filled up because the disk was full." in [s.text for s in found.support]


def test_a_finding_without_its_sentence_is_shown_by_its_words():
    finding = Finding(
        "PM101", "named-fault", "blame", "fault", "role", "error", 0.9, "m", None, 0, 6, 1, 1, 1, 7, "forgot"
    )
    card = pmlint.scorecard(Report(None, (finding,), (), None, words=20))
    assert [s.text for s in card.traits[0].support] == ["forgot"]
    assert card.traits[0].change  # a rule without a question leaves the reader with one all the same
