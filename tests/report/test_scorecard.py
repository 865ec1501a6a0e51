from __future__ import annotations

import json

from pmlint.records import Scorecard, Support, Trait
from pmlint.report.scorecard import render_scorecard, scorecard_to_dict

CARD = Scorecard(
    "flood.md",
    (
        Trait("blame", "Blame language is avoided", "good", "No sentence puts the failure on anybody."),
        Trait(
            "sense",
            "It is told why acts made sense",
            "little",
            "1 slip stands without it.",
            (Support("She read it\nas off.", 0, 9, 2, True), Support("He \x1b[31mforgot.", 12, 20, 4, False)),
            "What did he see?",
            4,
        ),
        Trait("system", "Causes lie in the system", "none", "The document names no causes."),
    ),
)


def test_each_trait_has_its_level_its_sentences_and_its_change():
    assert render_scorecard(CARD) == (
        "flood.md\n"
        "\n"
        "  +++ Blame language is avoided: good evidence\n"
        "      No sentence puts the failure on anybody.\n"
        "\n"
        "  +   It is told why acts made sense: little evidence\n"
        "      1 slip stands without it.\n"
        "      for 2: She read it as off.\n"
        "      but 4: He ␛[31mforgot.\n"
        "      Change (line 4): What did he see?\n"
        "\n"
        "  -   Causes lie in the system: does not apply\n"
        "      The document names no causes.\n"
        "\n"
        "Start with: it is told why acts made sense.\n"
    )


def test_color_is_added_on_request_alone():
    assert "\x1b[" not in render_scorecard(CARD)
    assert "\x1b[" in render_scorecard(CARD, color=True)


def test_a_line_is_no_wider_than_asked_for():
    assert max(map(len, render_scorecard(CARD, width=40).splitlines())) <= 40


def test_a_card_is_plain_data():
    data = json.loads(json.dumps(scorecard_to_dict(CARD)))
    assert CARD.to_dict() == scorecard_to_dict(CARD)
    assert (data["schema_version"], data["path"], data["first"]) == (1, "flood.md", "sense")
    assert data["traits"][1]["support"][1]["speaks_for"] is False
    assert data["traits"][1]["line"] == 4
