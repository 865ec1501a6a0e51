"""Brings the pictures in docs/report.md up to date: the report page over the archive of notebook 2.

Needs what `make browser` needs: a Chromium and Playwright.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "corpora" / "postmortems" / "documents"
PICTURES = ROOT / "docs" / "_static"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SHOTS = {"desktop": (1280, 1040, "light"), "dark": (1280, 1040, "dark"), "phone": (390, 1040, "light")}
COLORS = 96  # enough for flat colours and soft letters


def write_archive(folder: Path) -> Path:
    """The documents that archive.csv names, with their dates and teams as front matter."""
    folder.mkdir()
    with (ROOT / "notebooks" / "archive.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (DOCUMENTS / f"{row['document']}.md").read_text(encoding="utf-8")
            head = f"---\nteam: {row['team']}\n" + (f"date: {row['date']}\n" if row["date"] else "")
            text = head + text[4:] if text.startswith("---\n") else f"{head}---\n{text}"
            (folder / f"{row['document']}.md").write_text(text, encoding="utf-8")
    return folder


def shoot(browser: Browser, page: Path, name: str) -> None:
    """Writes one picture of the page's top."""
    width, height, scheme = SHOTS[name]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(180_000)
    view = context.new_page()
    view.goto(page.as_uri())
    view.wait_for_selector("html[data-drawn]", state="attached")
    picture = Image.open(BytesIO(view.screenshot()))
    picture.convert("RGB").quantize(COLORS).save(PICTURES / f"report-{name}.png", optimize=True)
    context.close()


def main() -> int:
    program = os.environ.get("PMLINT_BROWSER") or shutil.which("chromium")
    if program is None:
        sys.exit("no Chromium found: install one or set PMLINT_BROWSER")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        archive, page = write_archive(Path(name, "reviews")), Path(name, "report.html")
        title = ["--title", "Reviews of three teams", "--as-of", "2025-01-01"]
        command = [sys.executable, "-m", "pmlint", "report", str(archive), "-o", str(page), *title]
        subprocess.run([*command, "--no-config"], check=True)
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for shot in SHOTS:
            shoot(browser, page, shot)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
