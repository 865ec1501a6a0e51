from __future__ import annotations

import pytest

from pmlint.config.locate import line_of

TEXT = """\
# select = ["PM9"]
select = [
  "PM1",
  "PM9",
]
"dotted.name" = 1

[ tool . pmlint ]  # ours
ignore = ['PM2']
lexicons = { people = [], rolls = [] }

[tool.pmlint.per_file_ignores]
"a b/*.md" = ["PM3"]
'c.md' = ["PM4"]
"""


@pytest.mark.parametrize(
    ("keys", "value", "line"),
    [
        (("select",), None, 2),
        (("select",), "PM1", 3),
        (("select",), "PM9", 4),
        (("dotted.name",), None, 6),
        (("tool", "pmlint"), None, 8),
        (("tool", "pmlint", "ignore"), "PM2", 9),
        (("tool", "pmlint", "lexicons", "rolls"), None, 10),
        (("tool", "pmlint", "per_file_ignores", "a b/*.md"), None, 13),
        (("tool", "pmlint", "per_file_ignores", "c.md"), "PM4", 14),
        (("absent",), None, 1),
    ],
)
def test_a_key_or_an_entry_of_its_list_is_found_on_its_line(keys, value, line):
    assert line_of(TEXT, keys, value) == line
