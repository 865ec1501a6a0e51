from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.commitments import extract
from pmlint.document import parse
from pmlint.records import ActionItem

TODAY = dt.date(2025, 2, 20)


def items(markdown: str, **options: object) -> tuple[ActionItem, ...]:
    return extract(parse(markdown), today=TODAY, **options)  # type: ignore[arg-type]


def test_an_intention_lacks_everything() -> None:
    (item,) = items("We'll improve our communication.\n")
    assert item.missing == ("owner", "deliverable", "date")
    assert (item.owner_kind, item.owner) == ("team", "We")


def test_a_full_commitment_in_prose_is_complete() -> None:
    (item,) = items(
        "Sarah will design a revised stakeholder update template and share the draft for review "
        "by March 15th, and the team will adopt it for all projects beginning in April.\n"
    )
    assert item.missing == ()
    assert (item.owner, item.owner_kind) == ("Sarah", "named")
    assert (item.due, item.due_text) == (dt.date(2025, 3, 15), "March 15th")


def test_the_documents_own_date_beats_today() -> None:
    (item,) = items("---\ndate: 2023-11-02\n---\n\n## Next steps\n\n- Order the pump by 5 November\n")
    assert item.due == dt.date(2023, 11, 5)


def test_ranges_cover_the_items_own_words_in_the_source() -> None:
    source = "## Action items\n\n- **Add** a guard rail\n  - Owner: Wei\n- Print the map\n"
    found = items(source)
    assert [source[i.start : i.end] for i in found] == ["**Add** a guard rail", "Print the map"]
    assert [i.line for i in found] == [3, 5]


def test_ids_survive_edits_elsewhere_and_tell_twins_apart() -> None:
    before = items("## Action items\n\n- Paint the door\n- Paint the door\n")
    after = items(
        "New introduction.\n\n## Action items\n\n- Buy rope\n- Paint the *door*\n- Paint the door\n"
    )
    assert len({i.id for i in before}) == 2
    assert [i.id for i in before] == [i.id for i in after[1:]]


def test_user_words_make_people_and_teams() -> None:
    text = "## Next steps\n\n- Larkspur: write the plan\n"
    assert items(text)[0].owner_kind == "none"
    assert items(text, vocabulary={"people": ["Larkspur"]})[0].owner_kind == "named"


def test_spacy_stays_unloaded() -> None:
    code = (
        "import sys; from pmlint.document import parse; from pmlint.commitments import extract;"
        "extract(parse('## Next steps\\n\\n- Ana to add a lock by 3 May 2025\\n'));"
        "print('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    "piece", ["we will ", "A", "O'", "12 May ", "Ana, ", "(", "@", "Owner: ", "the team ", "12/", '"', "~~"]
)
@pytest.mark.parametrize(
    "frame", ["## Action items\n\n- {}\n", "## Action items\n\n{}.\n", "## Story\n\n{}.\n"]
)
def test_hostile_text_is_read_in_reasonable_time(piece: str, frame: str) -> None:
    import time

    document = parse(frame.format(piece * (30_000 // len(piece))))
    begin = time.perf_counter()
    extract(document)
    assert time.perf_counter() - begin < 5


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("aAwi l-*#|:@(),.\n1/TODOé~`[]"), max_size=200))
def test_any_text_gives_items_inside_the_text(text: str) -> None:
    source = "## Action items\n\n" + text
    for item in items(source):
        assert 0 <= item.start < item.end <= len(source)
        assert (item.owner is None) == (item.owner_kind == "none") == (item.owners == ())
