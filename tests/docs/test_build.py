"""The site builds from a bare checkout with warnings as errors, and loads nothing from elsewhere."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from html import escape
from pathlib import Path
from types import ModuleType

import pytest

from pmlint.config import defaults_text
from pmlint.rules.cards import Example
from pmlint.rules.registry import cards

DOCS = Path(__file__).parents[2] / "docs"
OUTSIDE = re.compile(
    r"""<(?:script|img|iframe|link|source|video|audio|object|embed)\b[^>]*\b(?:src|href|data)=["'](?:https?:)?//"""
    r"""|@import\s+["'(]|url\(\s*["']?(?:https?:)?//"""
)


def build(source: Path, out: Path) -> subprocess.CompletedProcess[str]:
    strict = ("-q", "-W", "-n", "--keep-going", "-b", "html")
    command = [sys.executable, "-m", "sphinx", *strict, str(source), str(out)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of docs/ without generated pages, as in a fresh checkout."""
    folder = tmp_path_factory.mktemp("site") / "docs"
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns("rules", "_generated", "__pycache__"))
    return folder


@pytest.fixture(scope="module")
def site(source: Path) -> Path:
    out = source.parent / "html"
    done = build(source, out)
    assert done.returncode == 0, done.stderr
    return out


def extension(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / "_ext" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_a_page_with_its_examples_marked(site: Path) -> None:
    assert cards()
    for card in cards():
        page = (site / "rules" / f"{card.name}.html").read_text(encoding="utf-8")
        assert f"{card.code} · {card.name}" in page
        for example in card.examples:
            for start, end in example.spans:
                assert f"<mark>{escape(example.text[start:end])}</mark>" in page


def test_every_setting_is_in_the_reference(site: Path) -> None:
    page = (site / "configuration.html").read_text(encoding="utf-8")
    for name, value in tomllib.loads(defaults_text()).items():
        names = [f"{name}.{inner}" for inner in value] if isinstance(value, dict) else [name]
        assert all(f'<span class="pre">{each}</span></code><a' in page for each in names), names


def test_every_command_is_in_the_reference(site: Path) -> None:
    page = (site / "command-line.html").read_text(encoding="utf-8")
    for command in ("check", "explain", "rules", "actions", "config"):
        assert f"usage: pmlint {command}" in page


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(files) > 20
    assert not [path.name for path in files if OUTSIDE.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "loading",
    [
        '<script src="https://cdn.example/a.js">',
        '<link rel="stylesheet" href="//fonts.example/a.css">',
        "@import 'https://fonts.example/a.css';",
        "src: url(https://fonts.example/a.woff2)",
    ],
)
def test_what_comes_from_another_host_is_seen(loading: str) -> None:
    assert OUTSIDE.search(loading)


def test_a_broken_link_fails_the_build(source: Path, tmp_path: Path) -> None:
    broken = tmp_path / "docs"
    shutil.copytree(source, broken)
    with (broken / "idea.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](no-such-page.md)\n")
    done = build(broken, tmp_path / "html")
    assert done.returncode != 0
    assert "no-such-page.md" in done.stderr


def test_markup_in_an_example_is_shown_and_not_obeyed() -> None:
    text = "</pre><script>alert(1)</script> & <b>Bo</b>"
    shown = extension("rule_pages").example_html(Example("flag", text, ((6, 14),), 1, {"note": "<i>"}))
    assert shown.count("<mark>&lt;script&gt;</mark>") == 1
    assert not re.search(r"<(?:script|b|i)>", shown)
    assert "&lt;i&gt;" in shown


def test_pages_of_rules_that_are_gone_are_removed(site: Path, source: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(source, docs)
    (docs / "rules" / "long-gone.md").write_text("# Gone\n", encoding="utf-8")
    assert build(docs, tmp_path / "html").returncode == 0
    assert not (docs / "rules" / "long-gone.md").exists()
