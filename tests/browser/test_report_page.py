"""The report page in a real browser: it draws, filters, follows the keyboard, runs nobody else's script."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.archive import HOSTILE_LABEL, HOSTILE_TITLE

CHARTS = ("blameless", "accountable", "candid", "quadrant", "rules", "change", "complete", "age", "labels")
DOCUMENTS = 18
DOTS = "#chart-quadrant [data-dot]"


def settled(page, act):
    """Does something to the filters and waits until the charts have followed."""
    before = page.get_attribute("html", "data-drawn")
    act()
    page.wait_for_function("before => document.documentElement.dataset.drawn !== before", arg=before)


def shown(page):
    return page.locator("article.doc:visible").count(), page.locator("table.list tbody tr:visible").count()


def test_it_draws_every_chart_and_says_nothing(look, report_page):
    page = look()
    assert page.heard == [f"request: {report_page.as_uri()}"]
    for name in CHARTS:
        assert page.locator(f"#chart-{name} svg path").count() > 3, name
        assert page.locator(f"#table-{name} tbody tr").count() > 0, name
    assert page.locator("#chart-trouble").is_hidden()
    assert page.locator(DOTS).count() == DOCUMENTS
    assert page.locator("#shown").inner_text() == f"{DOCUMENTS} of {DOCUMENTS} documents"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_it_fits_its_window(look, shoot, size, scheme):
    page = look(size, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shoot(page, f"{size}-{scheme}")
    page.evaluate("openDocument('d1')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.wait_for_timeout(200)
    shoot(page, f"{size}-{scheme}-document")


def test_it_can_be_printed(look, shoot):
    page = look()
    page.evaluate("openDocument('d2')")
    page.emulate_media(media="print")
    assert page.locator("article.doc:visible").count() == 1  # the one that is open
    assert page.locator("button:visible").count() == 0
    shoot(page, "print")


def test_paper_says_what_was_filtered_and_overlaps_nothing(look):
    page = look()
    assert page.locator("#chosen").is_hidden()
    settled(page, lambda: page.select_option("#f-label", "team: Search"))
    page.set_viewport_size({"width": 688, "height": 900})  # what A4 leaves between its margins
    page.emulate_media(media="print")
    assert page.locator("#chosen").inner_text() == "team: Search"
    boxes = [page.locator(f"#fig-{name}").bounding_box() for name in CHARTS if name not in CHARTS[:3]]
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    assert all(box["x"] + box["width"] <= 688 for box in boxes)


def test_dates_filter_everything(look):
    page = look()
    settled(page, lambda: page.fill("#f-from", "2024-01-01"))
    documents, rows = shown(page)
    assert 0 < documents == rows == page.locator(DOTS).count() < DOCUMENTS
    assert page.locator("#shown").inner_text() == f"{documents} of {DOCUMENTS} documents (1 undated left out)"
    settled(page, lambda: page.fill("#f-to", "2024-01-02"))
    assert shown(page) == (0, 0)
    assert page.locator("#nothing").is_visible()
    settled(page, lambda: page.click("#f-reset"))
    assert shown(page) == (DOCUMENTS, DOCUMENTS)
    assert [line for line in page.heard if not line.startswith("request")] == []


def test_a_label_filters_everything(look):
    page = look()
    settled(page, lambda: page.select_option("#f-label", "team: Search"))
    documents, rows = shown(page)
    assert 0 < documents == rows < DOCUMENTS
    assert "team: Payments" not in page.locator("#table-labels").text_content()


def test_words_filter_everything_wherever_they_stand(look):
    page = look()
    settled(page, lambda: page.fill("#f-text", "KETTLE beamer"))
    assert page.locator("article.doc:visible h3").all_inner_texts() == ["The meeting room"]
    assert "too few dated documents" in page.locator("#trend-says").inner_text()


def test_pointing_at_a_dot_shows_its_title_and_strongest_sentences(look):
    page = look()
    dot = page.locator(DOTS).first
    dot.scroll_into_view_if_needed()
    dot.hover(force=True)
    tip = page.locator("#tip")
    assert tip.is_visible()
    assert tip.locator("strong").inner_text()
    page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_the_keyboard_reaches_every_dot_and_opens_its_document(look):
    page = look()
    page.locator(f'{DOTS}[tabindex="0"]').focus()
    titles = []
    for _ in range(DOCUMENTS):
        titles.append(page.locator("#tip strong").inner_text())
        page.keyboard.press("ArrowRight")
    assert len(set(titles)) == DOCUMENTS
    assert page.locator(f'{DOTS}[tabindex="0"]').count() == 1  # one stop of the Tab key
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith(titles[-1]) and "blameless" in label
    page.keyboard.press("Enter")
    article = page.locator("article.doc:has(details[open])")
    assert article.locator("h3").inner_text() == titles[-1]
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_links_open_the_document_they_lead_to(look):
    page = look()
    link = page.locator("table.list a").nth(2)
    link.click()
    assert page.locator("article.doc:has(details[open]) h3").inner_text() == link.inner_text()
    page.locator(".findings a.where").locator("visible=true").first.click()
    assert page.evaluate("document.querySelector('mark:target') !== null")


def test_hostile_text_stays_text(look):
    page = look()
    page.click("#open-all")
    settled(page, lambda: page.fill("#f-text", "window.pwned"))
    assert page.locator("article.doc:visible h3").inner_text() == HOSTILE_TITLE
    page.locator(DOTS).first.focus()
    assert page.locator("#tip strong").inner_text() == HOSTILE_TITLE
    assert HOSTILE_LABEL in page.locator("#small-groups").inner_text()
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("document.querySelectorAll('main img, main iframe').length") == 0
    assert [line for line in page.heard if not line.startswith("request: file:")] == []


def test_the_policy_stops_what_would_get_through(look):
    """Should an escape ever be missing, nothing runs and nothing is fetched all the same."""
    page = look()
    page.evaluate("""() => {
        const holder = document.createElement('div');
        holder.innerHTML = '<img src="https://example.org/x.png" onerror="window.pwned = 1">';
        document.body.append(holder);
        const script = document.createElement('script');
        script.textContent = 'window.pwned = 2';
        document.body.append(script);
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert any("Content Security Policy" in line for line in page.heard)


def test_without_scripts_the_documents_can_be_read(chromium, report_page):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report_page.as_uri(), timeout=180_000)
    assert page.locator("noscript").inner_text().startswith("The charts and filters need JavaScript")
    assert page.locator("#filters").is_hidden()
    page.locator("article.doc summary").first.click()
    assert page.locator("article.doc table.card").first.is_visible()
    context.close()


@pytest.fixture(scope="module")
def one_page(look):
    """A page for what changes nothing on it."""
    return look()


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("mean([1, 2, 6])", 3),
        ("pooledSpread([[1, 3], [5, 7], [2, 2]]).freedom", 3),
        ("pooledSpread([[1], [2]])", None),  # single documents know no spread
        ("meanWithRange([50, 60], {spread: 0, freedom: 9}).low", 55),
        ("meanWithRange([99, 99], {spread: 50, freedom: 9}).high", 100),
        ("meanWithRange([50], null).low", None),
        ("slope([[0, 1], [1, 3], [2, 5], [3, 7], [4, 9]]).rise", 2),
        ("rounded(slope([[0, 1], [1, 3], [2, 4], [3, 7], [4, 9]]).low, 2)", "1.48"),
        ("slope([[0, 1], [1, 3]])", None),
        ("slope([[0, 1], [0, 3], [0, 4], [0, 4], [0, 4]])", None),
        ("periodLength(['2024-01-01', '2024-06-30'])", 1),
        ("periodLength(['2023-01-01', '2024-06-30'])", 3),
        ("periodLength(['2020-01-01', '2024-06-30'])", 6),
        ("periodLength(['2014-01-01', '2024-06-30'])", 12),
        ("periodOf('2024-05-09', 3).name", "2024 Q2"),
        ("periodOf('2024-12-31', 6).name", "2024 H2"),
        ("periodOf('2024-12-31', 1).middle", "2024-12-15"),
        ("rounded(-0.04, 1)", "0.0"),
        ("rounded(-3.6)", "−4"),
    ],
)
def test_numbers(one_page, expression, expected):
    assert one_page.evaluate(expression) == expected


def test_a_trend_is_told_only_where_it_stands_out(one_page):
    page = one_page
    rows = (
        "[...Array(12).keys()].map((n) => ({date: `${2014 + n}-01-01`, scores: {candid: [%s, null, null]}}))"
    )
    assert page.evaluate(f"trendSays({rows % '40 + 3 * n + (n % 2)'}, 'candid').verdict") == "better"
    assert page.evaluate(f"trendSays({rows % '90 - 3 * n + (n % 2)'}, 'candid').verdict") == "worse"
    assert page.evaluate(f"trendSays({rows % '50 + 30 * (n % 2)'}, 'candid').verdict") == "unclear"


def test_small_groups_get_no_mean(one_page):
    page = one_page
    document = "({labels: ['%s'], scores: {blameless: [50], accountable: [50], candid: [50]}})"
    few = f"[...Array(4)].map(() => {document % 'few'})"
    many = f"[...Array(5)].map(() => {document % 'many'})"
    found = page.evaluate(f"labelRows([...{few}, ...{many}])")
    assert found["small"] == ["few (4)"]
    assert {row["label"] for row in found["rows"]} == {"many (5)"}
