"""The rules there are, and what a card must say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmlint.errors import RuleError
from pmlint.rules import registry
from pmlint.rules.cards import read_card
from pmlint.rules.registry import FOLDERS, cards, find_card, rules

CARD = """\
---
code: {code}
name: {name}
category: blame
severity: {severity}
kind: {kind}
since: "0.1"
summary: Somebody is scolded.
message: "'{{words}}' scolds"
sources: ["Reason, J. (1990): Human Error"]
{extra}---
## What it flags

Scolding.

## Examples

{examples}
"""
GOOD = "~~~flag\nThe cook was [[scolded]].\n~~~\n\n~~~pass\nThe cook was asked.\n~~~"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Writes a card (and code beside it) into a folder of rules that takes the place of the real one."""

    def one(
        file: str = "blame/scolding.md",
        *,
        code: str = "PM199",
        name: str = "scolding",
        severity: str = "error",
        kind: str = "pattern",
        extra: str = "",
        examples: str = GOOD,
    ) -> Path:
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        text = CARD.format(code=code, name=name, severity=severity, kind=kind, extra=extra, examples=examples)
        path.write_text(text, encoding="utf-8")
        return path

    monkeypatch.setattr(registry, "_HERE", tmp_path)
    cards.cache_clear()
    rules.cache_clear()
    yield one
    monkeypatch.undo()
    cards.cache_clear()
    rules.cache_clear()


def test_every_rule_is_a_card_and_its_code() -> None:
    assert [rule.card for rule in rules()] == list(cards())
    for rule in rules():
        assert callable(rule.find)
        assert (rule.trigger is None) == (rule.card.kind in ("item", "document", "model"))


def test_codes_are_unique_in_order_and_fit_their_folders() -> None:
    codes = [card.code for card in cards()]
    assert codes == sorted(set(codes))
    assert all(card.code[2] == FOLDERS[card.path.parent.name] for card in cards())


def test_a_code_in_the_wrong_folder_is_refused(write: Write) -> None:
    write(code="PM299")
    with pytest.raises(RuleError, match="PM299 does not belong in blame"):
        cards()


def test_a_name_that_differs_from_the_file_is_refused(write: Write) -> None:
    write(name="shouting")
    with pytest.raises(RuleError, match="'shouting' differs"):
        cards()


def test_two_cards_with_one_name_are_refused(write: Write) -> None:
    write()
    write("diffuse/scolding.md", code="PM299")
    with pytest.raises(RuleError, match="share the name scolding"):
        cards()


def test_two_cards_with_one_code_are_refused(write: Write) -> None:
    write()
    write("blame/shouting.md", name="shouting")
    with pytest.raises(RuleError, match="share the code PM199"):
        cards()


def test_code_without_a_card_is_refused(write: Write) -> None:
    path = write()
    path.with_name("shouting.py").write_text("", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        rules()
    assert caught.value.mend == "write shouting.md beside it"


def test_a_helper_module_needs_no_card(write: Write) -> None:
    path = write(kind="phrase", extra="lexicon: blame/verdict_words\n")
    path.with_name("_helper.py").write_text("", encoding="utf-8")
    assert [rule.card.name for rule in rules()] == ["scolding"]


def test_a_card_without_its_code_is_refused(write: Write) -> None:
    write()
    with pytest.raises(RuleError, match="needs code"):
        rules()


def test_a_phrase_rule_without_a_word_list_is_refused(write: Write) -> None:
    write(kind="phrase")
    with pytest.raises(RuleError, match="names its word list"):
        rules()


def test_a_card_is_found_by_code_name_and_former_name(write: Write) -> None:
    write(extra="aliases: [telling-off]\n")
    for name in ("PM199", "pm199", " PM199 ", "scolding", "Scolding", "telling-off"):
        card = find_card(name)
        assert card is not None and card.code == "PM199"
    assert find_card("PM19") is None
    assert find_card("") is None


def test_a_missing_key_is_named(write: Write) -> None:
    path = write()
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("summary: Somebody is scolded.\n", ""), encoding="utf-8")
    with pytest.raises(RuleError, match="lacks 'summary'"):
        read_card(path)


def test_an_unknown_key_comes_with_the_nearest_one(write: Write) -> None:
    with pytest.raises(RuleError, match="unknown key 'sugestion'") as caught:
        read_card(write(extra="sugestion: Ask.\n"))
    assert caught.value.mend == "did you mean 'suggestion'?"


@pytest.mark.parametrize(
    ("field", "value", "mend"),
    [("severity", "eror", "did you mean 'error'?"), ("kind", "grammer", "did you mean 'grammar'?")],
)
def test_a_value_out_of_range_comes_with_the_nearest_one(
    write: Write, field: str, value: str, mend: str
) -> None:
    with pytest.raises(RuleError, match=f"'{field}: {value}'") as caught:
        read_card(write(**{field: value}))
    assert caught.value.mend == mend


def test_a_card_without_front_matter_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scolding.md"
    path.write_text("## What it flags\n", encoding="utf-8")
    with pytest.raises(RuleError, match="no front matter"):
        read_card(path)


def test_a_flag_without_a_mark_is_refused_with_its_line(write: Write) -> None:
    card = read_card(write(examples="~~~flag\nThe cook was scolded.\n~~~"))
    with pytest.raises(RuleError, match="marks no") as caught:
        _ = card.examples
    assert caught.value.where == f"{card.path}:{card.text.splitlines().index('~~~flag') + 1}"


def test_a_pass_with_a_mark_is_refused(write: Write) -> None:
    card = read_card(write(examples="~~~pass\nThe cook was [[scolded]].\n~~~"))
    with pytest.raises(RuleError, match="pass example marks"):
        _ = card.examples


def test_a_document_flag_needs_no_mark(write: Write) -> None:
    [example] = read_card(write(kind="document", examples="~~~flag\nNo timeline.\n~~~")).examples
    assert (example.verdict, example.spans) == ("flag", ())


def test_marks_are_taken_out_of_the_text_and_kept_as_spans(write: Write) -> None:
    examples = '~~~~flag note="two" target="role"\n[[He]] and [[she]]\n\n~~~\ncode\n~~~\n~~~~'
    [example] = read_card(write(examples=examples)).examples
    assert example.text == "He and she\n\n~~~\ncode\n~~~"
    assert [example.text[a:b] for a, b in example.spans] == ["He", "she"]
    assert example.options == {"note": "two", "target": "role"}


def test_a_section_is_the_text_under_its_heading(write: Write) -> None:
    card = read_card(write())
    assert card.section("What it flags") == "Scolding."
    with pytest.raises(RuleError, match="lacks '## Why it matters'"):
        card.section("Why it matters")
