"""The page as HTML: whole, self-contained, accessible, and deaf to what documents contain."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import sys
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import read
from pmlint.entries import entry_of
from pmlint.errors import ConfigError
from pmlint.report.page import render, render_page
from tests.archive import HOSTILE_LABEL, HOSTILE_TITLE, HOSTILE_WORDS, write_archive

DAY = dt.date(2026, 3, 1)


@pytest.fixture(scope="module")
def entries(tmp_path_factory):
    paths = sorted(write_archive(tmp_path_factory.mktemp("archive")).glob("*.md"))
    documents = [read(str(path), max_bytes=1_000_000) for path in paths]
    return [entry_of(d, r) for d, r in zip(documents, check_documents(documents, Settings()))]


@pytest.fixture(scope="module")
def html(entries):
    return render_page(
        entries, title="Reviews <of> the house", as_of=DAY, errors=[("<b>.md", "it's <i>gone</i>")]
    )


@pytest.fixture(scope="module")
def page(html):
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def hostile(page):
    (found,) = (a for a in page.select("article.doc") if a.h3.get_text() == HOSTILE_TITLE)
    return found


def test_the_page_has_its_title_and_its_generator(page):
    assert page.title.get_text() == page.h1.get_text() == "Reviews <of> the house"
    assert page.find("meta", attrs={"name": "generator"})["content"].startswith("pmlint report ")


def test_each_document_is_in_the_list_and_a_section(page, entries):
    assert len(page.select("table.list tbody tr")) == len(page.select("article.doc")) == len(entries)
    for link in page.select("table.list a"):
        assert page.find(id=link["href"][1:]).name == "article"


def test_documents_stand_in_the_order_of_time_and_those_without_date_apart(page):
    times = [time["datetime"] for time in page.select("table.list time")]
    assert times == sorted(times)
    apart = page.find(id="undated").find_next("table")
    assert [a.get_text() for a in apart.select("a")] == ["The meeting room"]


def test_nothing_is_fetched_from_anywhere(page):
    for node in page.find_all(True):
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            assert node.get(name, "#")[:1] == "#" or node.get(name) == "data:,", node
    style = page.style.string
    assert "@import" not in style and "url(" not in style


def test_the_policy_names_each_script_and_forbids_the_rest(page):
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert page.head.find(True, recursive=False).get("charset")  # before anything else
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy and "http" not in policy
    scripts = [s.string for s in page.find_all("script") if s.get("type") != "application/json"]
    assert len(scripts) == 2
    for script in scripts:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy
    assert not [n for n in page.find_all(True) if any(a.startswith("on") or a == "style" for a in n.attrs)]


def test_the_style_needs_no_other_file_and_knows_dark_and_paper(page):
    style = page.style.string
    assert "prefers-color-scheme: dark" in style and "@media print" in style
    used, named = set(re.findall(r"var\((--[\w-]+)\)", style)), set(re.findall(r"(--[\w-]+):", style))
    assert used <= named


def test_colors_of_the_charts_are_named_in_the_style(page):
    named = set(re.findall(r"(--[\w-]+):", page.style.string))
    script = render._asset("specs.js") + render._asset("charts.js")
    assert set(re.findall(r"var\((--[\w-]+)\)", script)) <= named


def test_hostile_text_stays_text(hostile, page):
    assert HOSTILE_WORDS in hostile.select_one(".source").get_text()
    assert "</article><!-- <iframe" in hostile.select_one(".source").get_text()
    assert "{{ 7 * 7 }} {% raw %}" in hostile.select_one(".source").get_text()
    assert not page.find_all(["img", "iframe", "object"])
    assert not [a for a in page.find_all("a") if not a["href"].startswith("#")]
    assert "\u202e" not in hostile.get_text() and "\x07" not in hostile.get_text()


def test_hostile_text_stays_text_in_the_data_of_the_charts(page, html):
    (script,) = page.find_all("script", type="application/json")
    assert not re.search(r"[<>&]", script.string)
    data = json.loads(script.string)
    (document,) = (d for d in data["documents"] if d["title"] == HOSTILE_TITLE)
    assert document["labels"] == [f"team: {HOSTILE_LABEL}"]
    assert html.lower().count("</script>") == 3


def test_files_that_could_not_be_read_are_told(page):
    assert page.find(id="h-errors").find_next("li").get_text() == "<b>.md: it's <i>gone</i>"


def test_every_id_is_there_once_and_every_reference_leads_somewhere(page):
    ids = [node["id"] for node in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for node in page.find_all(True):
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for target in (
                (node.get(name) or "").split() if isinstance(node.get(name), str) else node.get(name) or ()
            ):
                assert target in ids, (node.name, target)
    marks = {a["href"][1:] for a in page.select("a.where")}
    assert marks & set(ids)


def test_everything_has_a_name_for_those_who_cannot_see_it(page):
    assert page.html["lang"] == "en"
    assert page.body.find("a")["href"] == "#main"
    for control in page.select("form input, form select"):
        assert control.find_parent("label"), control
    for section in page.find_all("section"):
        assert section.get("aria-labelledby")
    for figure in page.find_all("figure"):
        assert figure.figcaption.get_text(strip=True)
        assert figure.select_one("details.data")  # the same as a table
    for cell in page.find_all("th"):
        assert cell.get("scope") in ("row", "col")
    for scrolling in page.select(".scroll"):
        assert scrolling["tabindex"] == "0" and (
            scrolling.get("aria-label") or scrolling.get("aria-labelledby")
        )
    levels = [int(h.name[1]) for h in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))


def test_findings_lead_to_the_text_and_back(hostile, page):
    (first, *_) = hostile.select(".findings li")
    mark = page.find(id=first.select_one(".where")["href"][1:])
    assert "forgot" in mark.get_text()
    assert hostile.select_one(f'a.ref[href="#{first["id"]}"]')


def test_a_document_has_its_scorecard(hostile):
    assert len(hostile.select("table.card tbody tr")) == 6
    assert len(hostile.select("table.card .start")) == 1


def test_the_page_compares_no_people(page):
    assert "People are not compared" in page.find(id="labels").get_text()
    options = [o.get_text() for o in page.select("#f-label option")]
    assert "Payments" in options and "SEV1" in options
    assert "Priya Raman" not in options


def test_without_labels_or_dates_there_is_a_page(entries):
    bare = [e for e in entries if e.report.date is None]
    page = BeautifulSoup(render_page(bare, as_of=DAY), "html.parser")
    assert page.find(id="f-label") is None
    assert len(page.select("article.doc")) == len(bare) == 1


def test_no_document_at_all_is_a_page_too():
    assert "0 documents" in render_page([], as_of=DAY)


@pytest.mark.parametrize(("package", "maker"), [("vl_convert", "_library"), ("jinja2", "_environment")])
def test_a_missing_package_is_one_line(monkeypatch, package, maker):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        ConfigError, match=r"the report page needs the package .*pip install 'pmlint\[report\]'"
    ):
        getattr(render, maker).__wrapped__()
