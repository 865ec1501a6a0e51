"""What others build on does not change by accident."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import pmlint

ROOT = Path(__file__).parents[2]
PUBLIC = [
    "ActionItem",
    "ConfigError",
    "Finding",
    "PipelineError",
    "PmlintError",
    "ReadError",
    "Report",
    "RuleError",
    "Scorecard",
    "Scores",
    "Settings",
    "__version__",
    "actions_frame",
    "check",
    "check_file",
    "findings_frame",
    "load_settings",
    "score_frame",
    "scorecard",
]


def test_the_public_names_are_these() -> None:
    """A name that goes or changes is a new major version, a name that comes is written here."""
    assert sorted(pmlint.__all__) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(pmlint, name) is not None


def test_any_other_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        pmlint.chekc  # noqa: B018


def has_section(changelog: str, version: str) -> bool:
    return bool(re.search(rf"^## \[?{re.escape(version)}\]?(?:\s|$)", changelog, re.M))


def test_the_changelog_has_this_version() -> None:
    assert has_section((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), pmlint.__version__)


def test_a_version_without_section_is_seen() -> None:
    assert has_section("## 0.1.0 (May)\n", "0.1.0")
    assert not has_section("## 0.1.0\n", "0.1.1")
    assert not has_section("## 0.1.01\nsee 0.1.0\n", "0.1.0")


def unlocked(project: dict[str, list[str]], lock: str) -> list[str]:
    """What is wanted and not in the lock, and lines of the lock that are no exact pin."""
    lines = [line for line in lock.splitlines() if line.strip() and not line.startswith("#")]
    wrong = [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+-]+", line)]
    pinned = {_normal(line.partition("==")[0]) for line in lines}
    wanted = [re.match(r"[\w.-]+", wish)[0] for wishes in project.values() for wish in wishes]  # type: ignore[index]
    # An extra may ask for other extras of pmlint itself.
    return wrong + [name for name in wanted if name != "pmlint" and _normal(name) not in pinned]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_pins_all_that_is_wanted() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"dependencies": project["dependencies"], **project["optional-dependencies"]}
    assert unlocked(wanted, (ROOT / "requirements.lock").read_text(encoding="utf-8")) == [], "run 'make lock'"


@pytest.mark.parametrize(
    ("lock", "wrong"),
    [
        ("rich==15.0.0\n", ["PyYAML"]),
        ("rich>=15\npyyaml==6.0.3\n", ["rich>=15", "rich"]),
        (
            "--index-url https://packages.example\nrich==15\nPyYAML==6\n",
            ["--index-url https://packages.example"],
        ),
        ("rich @ file:///wheels/rich.whl\nPyYAML==6\n", ["rich @ file:///wheels/rich.whl", "rich"]),
    ],
)
def test_a_loose_lock_is_seen(lock: str, wrong: list[str]) -> None:
    assert unlocked({"dependencies": ["rich>=13", "PyYAML>=6"]}, lock) == wrong


def test_the_hook_calls_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command, subcommand = hook["entry"].split()
    assert hook["id"] == command == "pmlint"
    assert command in project["scripts"]
    from pmlint.cli.parser import parse_arguments

    assert parse_arguments([subcommand, "a.md"]).paths == ["a.md"]
