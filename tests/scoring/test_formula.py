"""The formula moves in the directions it promises."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pmlint.document import parse
from pmlint.language.shape import shape
from pmlint.records import ActionItem, Category, Finding, Target
from pmlint.scoring.formula import score

BARE = shape(parse("The gate opened late."))
TOLD = shape(
    parse(
        "# Gate\n\n## Timeline\n\n- 08:10 The queue reaches the street.\n- 08:20 The office calls.\n"
        "- 08:25 The second key holder opens.\n- 08:40 The queue is gone.\n\n## Causes\n\nThe rota was old.\n"
    )
)
ITEM = ActionItem(
    id="a",
    text="Add an alert",
    start=0,
    end=12,
    line=1,
    owner="Noor",
    owner_kind="named",
    deliverable="concrete",
    due=dt.date(2025, 6, 3),
    due_text="3 June 2025",
    due_kind="date",
    status="open",
)


def finding(category: Category, target: Target | None = None, *, praise: bool = False) -> Finding:
    return Finding(
        "PM000", "x", category, None, target, "warning", 0.8, "", None, 0, 1, 1, 1, 1, 2, "x", praise=praise
    )


def test_a_text_without_findings_is_blameless() -> None:
    assert score([], [], BARE, 200).blameless == 100


def test_blame_of_others_costs_more_than_of_oneself() -> None:
    others = score([finding("blame", "person")] * 3, [], BARE, 300).blameless
    own = score([finding("blame", "self")] * 3, [], BARE, 300).blameless

    assert others < own < 100


def test_harshness_towards_oneself_costs_a_quarter_at_most() -> None:
    assert score([finding("blame", "self")] * 90, [], BARE, 100).blameless >= 75


def test_one_harsh_sentence_weighs_less_in_a_long_text() -> None:
    blame = [finding("blame", "team")]

    assert score(blame, [], BARE, 200).blameless < score(blame, [], BARE, 5000).blameless


def test_fog_costs_candour_and_leaves_blameless_alone() -> None:
    """The scores can say "blames nobody, and says nothing"."""
    fog = score([finding("diffuse")] * 4, [], BARE, 300)
    clear = score([], [], BARE, 300)

    assert fog.candid < clear.candid
    assert fog.blameless == clear.blameless


def test_a_told_event_and_an_own_part_are_candid() -> None:
    plain, told = score([], [], BARE, 300).candid, score([], [], TOLD, 300).candid
    own = score([finding("candor", praise=True)], [], TOLD, 300).candid

    assert plain < told < own


def test_each_thing_that_an_item_lacks_costs() -> None:
    complete = score([], [ITEM], BARE, 300).accountable
    for lacking in (
        replace(ITEM, owner_kind="none"),
        replace(ITEM, due_kind="none"),
        replace(ITEM, deliverable="vague"),
    ):
        assert 0 < score([], [lacking], BARE, 300).accountable < complete


def test_no_commitments_are_the_least() -> None:
    wish = replace(ITEM, owner_kind="none", due_kind="none", deliverable="vague")

    assert score([], [], BARE, 300).accountable < score([], [wish], BARE, 300).accountable


def test_a_planned_review_counts() -> None:
    reviewed = replace(BARE, follow_up=True)

    assert score([], [ITEM], BARE, 300).accountable < score([], [ITEM], reviewed, 300).accountable
    assert score([], [ITEM] * 8, reviewed, 300).accountable > 95


@given(
    st.lists(st.sampled_from(["person", "team", "self", "generic"]), max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(1, 20_000),
)
def test_every_score_stays_on_its_scale(targets: list[Target], fog: int, items: int, words: int) -> None:
    findings = [finding("blame", target) for target in targets] + [finding("diffuse")] * fog
    scores = score(findings, [ITEM] * items, TOLD, words)

    assert all(0 <= value <= 100 for value in (scores.blameless, scores.accountable, scores.candid))
