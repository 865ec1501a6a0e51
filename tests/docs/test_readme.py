"""The generated parts of README.md are what the script makes of them today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_readme", ROOT / "docs/_tools/refresh_readme.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_parts_are_fresh(script: ModuleType) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text == script.refreshed(text), "README.md is stale: run 'make readme'"


def test_a_stale_part_is_seen(script: ModuleType) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("| PM101 |", "| PM999 |")
    assert "| PM999 |" in text
    assert text != script.refreshed(text)


@pytest.mark.parametrize("text", ["", "<!-- rules:start -->", "<!-- rules:end --><!-- rules:start -->"])
def test_lost_marks_are_refused(script: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="rules:start"):
        script.between(text, "rules", "")


def test_an_excerpt_holds_the_first_findings_and_the_summary(script: ModuleType) -> None:
    output = "a\n  1\n\nb\n  2\n\nc\n  3\n\nin short\n"
    assert script.excerpt(output, 5) == "```text\na\n  1\n\nb\n  2\n\n…\n\nin short\n```"
    assert script.excerpt(output, 8) == "```text\n" + output.rstrip() + "\n```"


def test_every_command_of_the_readme_exists() -> None:
    from pmlint.cli.parser import parse_arguments

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line.split("#")[0] for line in text.splitlines() if line.startswith("$ pmlint ")]
    assert len(lines) >= 4
    for line in lines:
        assert parse_arguments(line.split()[2:]).run
