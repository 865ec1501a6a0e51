from __future__ import annotations

import pytest

from pmlint.report.style import STYLES, painter, wants_color


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "color"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_the_option_outweighs_no_color_which_outweighs_force_color(choice, terminal, environ, color):
    assert wants_color(choice, terminal, environ) is color


@pytest.mark.parametrize("style", STYLES)
def test_every_style_colours_and_ends_with_a_reset(style, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")  # rich's own reading of it must not interfere
    painted = painter(True)("words", style)
    assert painted.startswith("\x1b[")
    assert painted.endswith("words\x1b[0m")


def test_without_colour_a_text_stays_as_it_is():
    assert painter(False)("[bold]words[/]", "error") == "[bold]words[/]"


def test_markup_is_never_read():
    assert "[bold]words[/]" in painter(True)("[bold]words[/]", "error")
