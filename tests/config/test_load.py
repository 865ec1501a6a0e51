from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.config import Settings, defaults_text, load
from pmlint.config.schema import READERS, UnfitError, check
from pmlint.config.settings import MODELS
from pmlint.errors import ConfigError

RULES = ("PM101", "named-fault", "PM201", "abstract-noun")


@pytest.fixture
def write(tmp_path):
    def write(text, name="pmlint.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refusal(path, **options):
    with pytest.raises(ConfigError) as caught:
        load(config=path, known_rules=RULES, **options)
    return str(caught.value).removeprefix(str(path))


def test_the_reference_itself_is_a_configuration_file(write):
    path = write(defaults_text())
    assert load(config=path, known_rules=RULES) == Settings(source=path)


def test_a_file_changes_what_it_names_and_nothing_else(write):
    path = write(
        'select = ["PM1"]\nmin_confidence = 1\nmax_file_size = "1.5 kB"\ndate = 2025-03-31\n'
        'follow_up_weeks = [2, 3]\n[lexicons]\nteams = ["Ward 7"]\n'
    )
    found = load(config=path, known_rules=RULES)
    assert (found.select, found.min_confidence, found.max_file_size) == (("PM1",), 1.0, 1500)
    assert (found.date, found.follow_up_weeks) == (dt.date(2025, 3, 31), (2, 3))
    assert found.lexicons["teams"] == ("Ward 7",)
    assert found.lexicons["roles"] == ()
    assert found.names == "allow"
    assert found.source == path


@pytest.mark.parametrize("name", ["pmlint.toml", "pyproject.toml"])
@pytest.mark.parametrize("config", [True, False])
def test_a_file_means_the_folder_of_a_model_as_seen_from_itself(write, tmp_path, monkeypatch, name, config):
    path = write("[tool.pmlint]\n" * (name == "pyproject.toml") + 'model = "ours/house"', name)
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    found = load(config=Path("..") / name) if config else load()
    assert (found.model, found.source.resolve()) == (str(tmp_path.resolve() / "ours/house"), path.resolve())


def test_an_option_means_the_folder_of_a_model_as_seen_from_here(write):
    path = write('model = "ours"')
    assert load(config=path, overrides={"model": "theirs"}).model == "theirs"


@pytest.mark.parametrize("model", MODELS)
def test_a_folder_does_not_take_the_place_of_a_model_that_ships(write, tmp_path, model):
    (tmp_path / model).mkdir()
    assert load(config=write(f'model = "{model}"')).model == model


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("# head\n\nselct = []\n", 3, "unknown key 'selct'; did you mean 'select'?"),
        ("zzz = 1", 1, "unknown key 'zzz'; known: date, exclude"),
        (
            '[lexicons]\n\npeopel = ["A"]',
            3,
            "unknown word list 'peopel' in 'lexicons'; did you mean 'people'?",
        ),
        ('lexicons = { peopel = ["A"] }', 1, "did you mean 'people'?"),
        ('lexicons.peopel = ["A"]', 1, "did you mean 'people'?"),
        ('select = [\n  "PM1",\n  "PM102",\n]', 3, "unknown rule 'PM102'; did you mean 'PM101'?"),
        ('ignore = ["nmaed-fault"]', 1, "unknown rule 'nmaed-fault'; did you mean 'named-fault'?"),
        ('ignore = ["7"]', 1, "unknown rule '7'; 'pmlint rules' lists them"),
        ('[per_file_ignores]\n"a/*" = ["PM1"]\n"b/*" = ["PM7"]', 3, "unknown rule 'PM7'"),
        ('\nmin_severity = "eror"', 2, "'min_severity' cannot be 'eror'; did you mean 'error'?"),
        ("min_severity = 3", 1, "'min_severity' cannot be 3; known: info, warning, error"),
        ('names = "alow"', 1, "did you mean 'allow'?"),
        ("min_confidence = 2", 1, "'min_confidence' is a number from 0 to 1, not 2"),
        ("min_confidence = true", 1, "not true"),
        ("min_confidence = nan", 1, "not nan"),
        ('select = "PM1"', 1, "'select' is a list of texts, not 'PM1'; write select ="),
        ("exclude = [\n'a',\n7]", 3, "'exclude' holds texts, not 7"),
        ('exclude = [""]', 1, "'exclude' holds texts, not ''"),
        ("[lexicons]\nroles = 4", 2, "'roles' is a list of texts, not 4"),
        ("lexicons = 4", 1, "'lexicons' is a table, not 4; write [lexicons]"),
        ('respect_gitignore = "yes"', 1, "is true or false, not 'yes'"),
        ('max_file_size = "much"', 1, "is a size such as"),
        ("max_file_size = 0", 1, "not 0"),
        ('date = "31.3.2025"', 1, "is a date such as"),
        ("date = 2025-03-31T10:00:00", 1, "is a date such as"),
        ("follow_up_weeks = [8, 4]", 1, "not [8, 4]"),
        ("follow_up_weeks = 4", 1, "not 4"),
        ("pipeline = []", 1, "'pipeline' is a text, not []"),
    ],
)
def test_what_a_key_cannot_hold_is_refused_with_its_line(write, text, line, says):
    found = refusal(write(text))
    assert found.startswith(f":{line}: ")
    assert says in found


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("select = []\nignore = [\n", 3, "ends too early"),
        ("select = []\nignore\n", 2, "broken TOML: expected '='"),
        ("select = []\nselect = []\n", 2, "broken TOML: cannot overwrite a value"),
    ],
)
def test_broken_toml_is_refused_with_its_line_and_reason(write, text, line, says):
    found = refusal(write(text))
    assert found.startswith(f":{line}: ")
    assert says in found


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path):
    path = tmp_path / "pmlint.toml"
    path.write_bytes(b'# head\nnames = "caf\xe9"\n')
    assert refusal(path) == ":2: the file is not UTF-8; save it as UTF-8"


def test_a_missing_file_is_refused_with_the_nearest_name(write, tmp_path):
    write("", "strict.toml")
    with pytest.raises(ConfigError, match=r"no such configuration file; did you mean '.*strict\.toml'"):
        load(config=tmp_path / "strcit.toml")


def test_a_folder_is_no_configuration_file(tmp_path):
    assert "cannot be read" in refusal(tmp_path)


def test_options_replace_what_the_file_says(write):
    path = write('select = ["PM1"]\nmin_severity = "error"')
    found = load(config=path, overrides={"select": ["PM2"], "min_severity": None}, known_rules=RULES)
    assert (found.select, found.min_severity) == (("PM2",), "error")


def test_ignore_and_exclude_add_to_what_the_file_says(write):
    path = write('ignore = ["PM1"]\nexclude = ["old/"]')
    found = load(config=path, overrides={"ignore": ["PM201"], "exclude": ["tmp/"]}, known_rules=RULES)
    assert (found.ignore, found.exclude) == (("PM1", "PM201"), ("old/", "tmp/"))


def test_an_option_that_cannot_be_used_is_refused_under_its_own_name(write):
    with pytest.raises(ConfigError) as caught:
        load(discover=False, overrides={"min_severity": "grave"})
    assert caught.value.where == "--min-severity"


def test_without_known_rules_any_rule_can_be_named(write):
    assert load(config=write('select = ["PM777"]')).select == ("PM777",)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(READERS)), anything)
def test_every_value_is_either_taken_or_refused_in_one_line(key, value):
    try:
        check(key, value, RULES)
    except UnfitError as error:
        assert key in error.what or error.keys or error.entry is not None
        assert len(error.what) < 200 + len(str(error.entry or "")) + sum(map(len, error.keys))
