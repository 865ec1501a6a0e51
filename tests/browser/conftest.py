"""A headless Chromium and the report page in it: what 'make browser' runs, and 'make test' leaves out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pmlint.cli import main
from tests.archive import write_archive

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
READY = "html[data-drawn]"
PATIENCE = 180_000  # milliseconds; a busy machine draws slowly, and slowness is no failure here


def missing(what):
    """Fails with one line that says what to install."""
    pytest.fail(what, pytrace=False)


@pytest.fixture(scope="session")
def chromium():
    program = os.environ.get("PMLINT_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        missing("no Chromium found: install one (apt-get install chromium) or set PMLINT_BROWSER")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: run 'make browser'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report_page(tmp_path_factory):
    """The page over the small archive, written by the command."""
    folder = tmp_path_factory.mktemp("report")
    out = folder / "report.html"
    archive = write_archive(folder / "archive")
    assert main(["report", str(archive), "-o", str(out), "--as-of", "2025-06-01", "--no-config"]) == 0
    return out


@pytest.fixture(scope="session")
def look(chromium, report_page):
    """Opens the page afresh; what it said, asked for and was stopped from is in ``page.heard``."""
    contexts = []

    def look(size="desktop", scheme="light", **options):
        width, height = SIZES[size]
        viewport = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, **options)
        while contexts:
            contexts.pop().close()
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.set_offline(True)
        page = context.new_page()
        page.heard = []
        page.on("console", lambda message: page.heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: page.heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: page.heard.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: page.heard.append(f"request: {request.url}"))
        page.goto(report_page.as_uri())
        page.wait_for_selector(READY, state="attached")
        return page

    yield look
    for context in contexts:
        context.close()


@pytest.fixture
def shoot():
    """Keeps a picture where 'make browser' wants one."""
    folder = os.environ.get("PMLINT_SCREENSHOTS")

    def shoot(page, name):
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(folder, f"{name}.png")), full_page=True)

    return shoot
