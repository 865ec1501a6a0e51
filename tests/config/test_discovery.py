from __future__ import annotations

import pytest

from pmlint.config import Settings, find_config, load
from pmlint.errors import ConfigError


@pytest.fixture
def deep(tmp_path):
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    return folder


def test_the_nearest_file_upward_counts(deep):
    (deep.parent.parent / "pmlint.toml").write_text("")
    assert find_config(deep) == (deep.parent.parent / "pmlint.toml").resolve()
    (deep.parent / "pmlint.toml").write_text("")
    assert find_config(deep) == (deep.parent / "pmlint.toml").resolve()


def test_pmlint_toml_outweighs_pyproject_in_the_same_folder(deep):
    (deep / "pyproject.toml").write_text("[tool.pmlint]\n")
    assert find_config(deep).name == "pyproject.toml"
    (deep / "pmlint.toml").write_text("")
    assert find_config(deep).name == "pmlint.toml"


def test_a_pyproject_without_our_table_is_passed_over(deep):
    (deep / "pyproject.toml").write_text('[project]\nname = "pmlint-user"\n')
    (deep.parent / "pmlint.toml").write_text("")
    assert find_config(deep) == (deep.parent / "pmlint.toml").resolve()


def test_a_broken_pyproject_of_others_is_none_of_our_business(deep):
    (deep / "pyproject.toml").write_text("[project\n")
    (deep.parent / "pmlint.toml").write_text("")
    assert find_config(deep).name == "pmlint.toml"


def test_a_broken_pyproject_that_speaks_of_us_is_refused_with_its_line(deep):
    (deep / "pyproject.toml").write_text("[tool.pmlint]\nselect = [\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:3: broken TOML"):
        find_config(deep)


def test_keys_of_pyproject_are_refused_with_their_line(deep):
    (deep / "pyproject.toml").write_text("[tool.other]\nselct = 1\n[tool.pmlint]\n\nselct = []\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: unknown key 'selct'"):
        load(deep)


def test_a_pyproject_where_our_name_is_no_table_is_refused(deep):
    (deep / "pyproject.toml").write_text("[tool]\npmlint = 1\n")
    with pytest.raises(ConfigError, match="is not a table"):
        load(deep)


def test_settings_remember_their_file_and_none_without_one(deep):
    (deep / "pmlint.toml").write_text('names = "roles-only"')
    assert load(deep).source == (deep / "pmlint.toml").resolve()
    assert load(deep, discover=False) == Settings()


def test_a_file_is_looked_for_from_the_current_folder(deep, monkeypatch):
    (deep.parent / "pmlint.toml").write_text('names = "roles-only"')
    monkeypatch.chdir(deep)
    assert load().names == "roles-only"
