"""The reference, the record and the schema say the same."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from itertools import pairwise

from pmlint.config import Settings, defaults_text
from pmlint.config.schema import READERS, check
from pmlint.config.settings import LEXICONS


def test_the_reference_gives_the_defaults_of_the_record():
    read = {key: check(key, value) for key, value in tomllib.loads(defaults_text()).items()}
    assert Settings(**read) == Settings()


def test_the_reference_names_every_setting_and_every_word_list():
    data = tomllib.loads(defaults_text())
    assert set(data) == set(READERS) == {field.name for field in fields(Settings)} - {"source"}
    assert set(data["lexicons"]) == set(LEXICONS)


def test_every_key_of_the_reference_stands_below_an_explanation():
    lines = defaults_text().splitlines()
    for above, line in pairwise(lines):
        if re.match(r"\[|\w+ =", line):
            assert above.startswith("# "), line
