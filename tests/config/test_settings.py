from __future__ import annotations

import pickle

import pytest

from pmlint.config import Settings


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ignores = {
        "archive/**": ("PM3",),
        "*.txt": ("PM4", "named-fault"),
        "/top.md": ("PM1",),
        "others/": ("PM5",),
    }
    return Settings(per_file_ignores=ignores, source=tmp_path / "pmlint.toml")


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("archive/2021/fire.md", ("PM3",)),
        ("archive/fire.txt", ("PM3", "PM4", "named-fault")),
        ("deep/archive/fire.md", ()),
        ("notes.txt", ("PM4", "named-fault")),
        ("top.md", ("PM1",)),
        ("sub/../top.md", ("PM1",)),
        ("sub/top.md", ()),
        ("other.md", ()),
    ],
)
def test_patterns_are_relative_to_the_folder_of_the_configuration(project, path, codes):
    assert project.ignores_for(path) == codes


def test_patterns_hold_wherever_the_run_starts(project, tmp_path, monkeypatch):
    (tmp_path / "archive").mkdir()
    monkeypatch.chdir(tmp_path / "archive")
    assert project.ignores_for("fire.md") == ("PM3",)
    assert project.ignores_for(tmp_path / "archive" / "fire.md") == ("PM3",)


def test_a_file_outside_the_configurations_folder_is_matched_by_its_name_alone(project, tmp_path):
    outside = tmp_path.parent / "others"
    assert project.ignores_for(outside / "fire.md") == ()
    assert project.ignores_for(outside / "fire.txt") == ("PM4", "named-fault")


def test_a_per_file_ignore_outweighs_every_selection(project):
    chosen = Settings(select=("PM401",), per_file_ignores=project.per_file_ignores, source=project.source)
    assert chosen.enabled("PM401", path="a.md")
    assert not chosen.enabled("PM401", path="a.txt")


def test_settings_cross_process_borders(project):
    assert pickle.loads(pickle.dumps(project)) == project
