from __future__ import annotations

import re

from rich.cells import cell_len

from pmlint.report.actions import due, owner, render_actions


def test_each_commitment_is_a_row_with_what_it_lacks(item):
    vague = item(
        line=20, start=90, text="Improve things", owner="Ward 7", owner_kind="team", deliverable="vague",
        due=None, due_text="soon", due_kind="vague", status="done",
    )  # fmt: skip
    rows = [row for row in render_actions([vague, item()], width=100).splitlines() if row]
    assert re.split(r"  +", rows[0]) == ["Line", "Commitment", "Owner", "Due", "Status", "Missing"]
    assert re.split(r"  +", rows[1]) == [
        "14",
        "Fit an interlock on pump 3",
        "Ngozi Eze",
        "2025-05-12",
        "open",
        "-",
    ]
    assert "20" in rows[2]
    assert "Ward 7" in rows[2]
    assert "soon" in rows[2]
    assert "done" in rows[2]
    assert "owner," in rows[2]
    assert re.split(r"  +", rows[3].strip()) == ["(team)", "deliverable,"]
    assert rows[-1] == "2 commitments; 1 with an owner, a deliverable and a date."


def test_a_document_without_commitments_says_so():
    assert render_actions([]) == "No commitments found.\n"


def test_markup_and_escapes_in_an_item_are_shown_as_they_are(item):
    text = render_actions([item(text="[red]fit[/red] \x1b[2J\nit")], width=100)
    assert "[red]fit[/red] ␛[2J it" in text


def test_the_table_fits_the_width_whatever_the_items(item):
    long = item(text="Ersatzteilbeschaffungsvereinbarung" * 3, owners=("Ada", "Bo Chen" * 4), ticket=None)
    for line in render_actions([long], width=80).splitlines():
        assert cell_len(line) <= 80


def test_colour_changes_nothing_but_the_colour(item, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")  # rich's own reading of it must not interfere
    items = [item(), item(owner=None, owner_kind="none", start=40)]
    colored = render_actions(items, color=True)
    assert "\x1b[33mowner" in colored
    plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [row.rstrip() for row in plain.splitlines()] == render_actions(items).splitlines()


def test_every_owner_is_named_and_nobody_is_a_dash(item):
    assert owner(item(owners=("Ada", "Bo"))) == "Ada, Bo"
    assert owner(item(owner="charge nurse", owner_kind="role")) == "charge nurse (role)"
    assert owner(item(owner=None, owner_kind="none")) == "-"


def test_a_due_date_outweighs_its_words(item):
    assert due(item()) == "2025-05-12"
    assert due(item(due=None)) == "12 May"
    assert due(item(due=None, due_text=None)) == "-"
