from __future__ import annotations

import re
import time

import pytest

from pmlint.language.phrases import any_of, lexicon_pattern, phrase_pattern, verb_lemmas, words_pattern
from pmlint.lexicons import load


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("drop~ the ball", "He dropped the ball again.", "dropped the ball"),
        ("drop~ the ball", "DROPS THE\nBALL", "DROPS THE\nBALL"),
        ("drop~ the ball", "a raindrop the ball", None),
        ("turn~ up late/unprepared", "She turns up unprepared.", "turns up unprepared"),
        ("take~ (more/greater) care", "take care", "take care"),
        ("take~ (more/greater) care", "taking greater care", "taking greater care"),
        ("take~ (more/greater) care", "take some care", None),
        ("(very) late start", "a very late start", "very late start"),
        ("(very) late start", "a late start", "late start"),
        ("the * course", "the whole course", "the whole course"),
        ("the * course", "the course", None),
        ("stress~ to ... need", "stressed to all of the crew, need", "stressed to all of the crew, need"),
        ("stress~ to ... need", "stress to need", "stress to need"),
        ("stress~ to ... need", "stress to one two three four five need", None),
        ("didn't care", "didn’t care", "didn’t care"),
        ("slow", "slowly", None),
        ("on-call", "@on-call", None),
    ],
)
def test_the_small_language_of_word_lists(entry: str, text: str, found: str | None) -> None:
    match = phrase_pattern([entry]).search(text)
    assert (match[0] if match else None) == found


def test_the_longer_phrase_wins_at_the_same_place() -> None:
    match = phrase_pattern(["gross", "gross negligence"]).search("gross negligence")
    assert match and match[0] == "gross negligence"


def test_no_phrase_finds_nothing() -> None:
    assert phrase_pattern([]).search("anything") is None


def test_the_users_phrases_join_the_list() -> None:
    assert lexicon_pattern("blame/verdict_words").search("a bodged seam") is None
    assert lexicon_pattern("blame/verdict_words", extra=("bodge~",)).search("a bodged seam")


def test_each_form_knows_its_verb() -> None:
    lemmas = verb_lemmas("blame/failing_verbs")
    assert lemmas["skipped"] == lemmas["skipping"] == "skip"
    assert "walked" not in lemmas


def test_words_are_whole_and_patterns_join() -> None:
    pattern = any_of(words_pattern(["nurse", "ward"]), re.compile("x+y"))
    assert [match[0] for match in pattern.finditer("Nurse wards ward xxy")] == ["Nurse", "ward", "xxy"]


@pytest.mark.parametrize(
    "name", ["failing_phrases", "effort", "careful", "appeals", "verdict_words", "human_error"]
)
def test_brackets_of_a_word_list_enclose_one_word(name: str) -> None:
    """``(a bit)`` would be read as the two words ``(a`` and ``bit)``, and the phrase would never be found."""
    for entry in load(f"blame/{name}"):
        for word in entry.split():
            assert word.startswith("(") == word.endswith(")"), entry


def test_hostile_text_is_searched_in_no_time() -> None:
    text = "stress to " + "the need, " * 20_000 + "not " * 20_000
    start = time.perf_counter()
    for name in ("appeals", "effort", "failing_phrases", "careful"):
        list(lexicon_pattern(f"blame/{name}").finditer(text))
    assert time.perf_counter() - start < 5
