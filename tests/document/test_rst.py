"""reStructuredText is read with docutils, and every word is found again in the source."""

from __future__ import annotations

from pmlint.document import parse

SOURCE = """\
==============
Crane stoppage
==============

:date: 2024-05-06

The *crane* stopped; see ``limit.cfg`` and `the log <http://l.example>`_ or
:ref:`the guide <guide>`. It cost 5 \\* 3 hours.

Cause
-----

* a loose bolt
  in the arm

  found late

  - and rust
* rain

.. list-table::
   :header-rows: 1

   * - Owner
     - What
   * - Kim
     - Check the *bolts*
       weekly

=====  =======
Who    Task
=====  =======
Lee    Paint it
=====  =======

::

   not prose

.. code-block:: python

   also = "not prose"

Term
   Its meaning.

They wrote:

   You broke it.

.. note:: A note of ours.

.. image:: a.png
"""


def test_blocks_of_a_whole_document(assert_exact):
    document = parse(SOURCE, format="rst")
    assert_exact(document)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Crane stoppage"),
        ("para", 0, "date: 2024-05-06"),
        ("para", 0, "The crane stopped; see limit.cfg and the log or the guide. It cost 5 * 3 hours."),
        ("heading", 2, "Cause"),
        ("item", 0, "a loose bolt in the arm"),
        ("item", 0, "found late"),
        ("item", 1, "and rust"),
        ("item", 0, "rain"),
        ("row", 0, "Kim\tCheck the bolts weekly"),
        ("row", 0, "Lee\tPaint it"),
        ("item", 0, "Term"),
        ("item", 0, "Its meaning."),
        ("para", 0, "They wrote:"),
        ("para", 0, "You broke it."),
        ("para", 0, "A note of ours."),
    ]
    assert document.title == "Crane stoppage"
    assert document.date is not None and document.date.isoformat() == "2024-05-06"
    assert [cell.header for cell in document.blocks[8].cells] == ["Owner", "What"]
    assert document.blocks[6].parent == document.blocks[5].parent == 4
    assert [b.text for b in document.blocks if b.quoted] == ["You broke it."]
    para = document.blocks[2]
    assert [para.text[a:b] for a, b in para.code] == ["limit.cfg"]
    assert [(para.text[a:b], target) for a, b, target in para.links] == [("the log", "http://l.example")]


def test_an_indented_list_is_no_quotation():
    document = parse("Steps:\n\n  * look\n  * think\n", format="rst")
    assert [block.quoted for block in document.blocks] == [False, False, False]


def test_tabs_and_odd_line_separators_shift_nothing(assert_exact):
    document = parse("*\tone\ttwo\x0bthree\n*\tfour\u2028five\n\nSix\tseven.\n", format="rst")
    assert_exact(document)
    assert [block.text for block in document.blocks] == ["one two three", "four five", "Six seven."]


def test_cells_of_one_line_are_told_apart():
    source = "===  ===\nA    B\n===  ===\nyes  yes\n===  ===\n"
    (row,) = parse(source, format="rst").blocks
    assert [row.offsets[cell.start] for cell in row.cells] == [25, 30]


def test_files_are_never_included(tmp_path, monkeypatch):
    def opened(*_args, **_kwargs):
        raise AssertionError("a file was opened")

    monkeypatch.setattr("docutils.io.FileInput.__init__", opened)
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    source = f".. include:: {secret}\n\n.. csv-table:: x\n   :file: {secret}\n\nText."
    assert [block.text for block in parse(source, format="rst").blocks] == ["Text."]


def test_broken_markup_is_still_read():
    document = parse("Title\n==\n\n*open ``open `open\n\n.. bogus:: x\n\nText |sub| here.", format="rst")
    assert document.blocks[-1].text == "Text sub here."


def test_nesting_too_deep_falls_back_to_plain_text():
    document = parse("* " * 2000 + "x", format="rst")
    assert document.notices == ("read as plain text: nested too deeply for reStructuredText",)
