"""Key words: no text that holds a phrase is passed over for want of one."""

from __future__ import annotations

import pytest

from pmlint.language.keywords import words_of
from pmlint.language.phrases import Gated, Keyed, any_of, any_word, phrase_pattern


@pytest.mark.parametrize(
    ("entry", "keys"),
    [
        ("drop~ the ball", {"ball"}),
        ("(very) late start", {"very", "late"}),
        ("the * course", {"course"}),
        ("in/of the mix-up/slip-up", {"mix", "slip"}),
        ("was not", {"was"}),
        ("didn't care", {"didn"}),
    ],
)
def test_a_phrase_is_known_by_a_word_that_it_cannot_lack(entry: str, keys: set[str]) -> None:
    assert phrase_pattern([entry]).keys == keys


def test_a_phrase_of_gaps_alone_may_stand_anywhere() -> None:
    assert phrase_pattern(["* *", "late start"]).keys is None
    assert phrase_pattern(["* *"]).search("two words")


def test_a_letter_with_two_small_forms_is_found() -> None:
    assert phrase_pattern(["\u0130stanbul"]).search("in \u0130STANBUL")


@pytest.mark.parametrize("text", ["M\u0130SS", "M\u0131SS", "mi\u017fs", "mi\u017f\u017f"])
def test_whatever_a_case_blind_pattern_takes_for_a_letter_counts_as_one(text: str) -> None:
    assert "miss" in words_of(text)
    assert any_word(["miss"]).search(text)


def test_a_pattern_is_searched_only_where_a_key_word_stands() -> None:
    assert Keyed("slow late", r"too \w+").search("too late")
    assert Keyed("slow late", r"too \w+").search("too latent") is None


def test_patterns_without_keys_are_searched_everywhere() -> None:
    both = any_of(Keyed("late", "too late"), r"\d+ times", Gated(r"\bwho\b", "who did"))
    assert both.keys is None
    assert [match[0] for match in both.finditer("too late 3 times, who did it")] == [
        "too late",
        "3 times",
        "who did",
    ]
