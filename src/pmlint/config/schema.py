"""What each key of the configuration may hold, and how it is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from pmlint.config.selectors import is_known
from pmlint.config.settings import LEXICONS, Names
from pmlint.errors import nearest
from pmlint.records import SEVERITIES

_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kMG]?)B?", re.I)
_FACTOR = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


class UnfitError(ValueError):
    """A value that a key cannot hold.

    Args:
        what: What is wrong.
        mend: How to mend it.
        keys: Path from the key to the part that is wrong, empty for the whole value.
        entry: The entry of a list that is wrong.
    """

    def __init__(
        self, what: str, mend: str | None = None, keys: tuple[str, ...] = (), entry: object = None
    ) -> None:
        super().__init__(what)
        self.what, self.mend, self.keys, self.entry = what, mend, keys, entry


def check(key: str, value: object, known_rules: Sequence[str] = ()) -> Any:
    """A value as ``Settings`` holds it.

    Args:
        key: Name of the setting.
        value: As the file or the option gives it.
        known_rules: Codes and names of the rules; empty leaves rule names unchecked.

    Raises:
        UnfitError: There is no such key, or it cannot hold the value.
    """
    if key not in READERS:
        raise UnfitError(f"unknown key '{key}'", nearest(key, tuple(READERS)))
    found: Any = READERS[key](key, value)
    if known_rules and key in ("select", "ignore"):
        _check_rules(found, known_rules)
    if known_rules and key == "per_file_ignores":
        for glob, entries in found.items():
            _check_rules(entries, known_rules, (glob,))
    return found


def _check_rules(entries: Sequence[str], known: Sequence[str], keys: tuple[str, ...] = ()) -> None:
    for entry in entries:
        if not is_known(entry, known):
            mend = nearest(entry, tuple(known))
            if not mend.startswith("did"):
                mend = "'pmlint rules' lists them"
            raise UnfitError(f"unknown rule '{entry}'", mend, keys, entry)


def _words(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise UnfitError(f"'{key}' is a list of texts, not {_show(value)}", f'write {key} = ["…"]')
    for entry in value:
        if not isinstance(entry, str) or not entry.strip():
            raise UnfitError(f"'{key}' holds texts, not {_show(entry)}", entry=entry)
    return tuple(entry.strip() for entry in value)


def _choice(*known: str) -> Callable[[str, object], str]:
    def read(key: str, value: object) -> str:
        if not isinstance(value, str) or value not in known:
            mend = nearest(value, known) if isinstance(value, str) else "known: " + ", ".join(known)
            raise UnfitError(f"'{key}' cannot be {_show(value)}", mend)
        return value

    return read


def _share(key: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise UnfitError(f"'{key}' is a number from 0 to 1, not {_show(value)}")
    return float(value)


def _truth(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError(f"'{key}' is true or false, not {_show(value)}")
    return value


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnfitError(f"'{key}' is a text, not {_show(value)}")
    return value.strip()


def _size(key: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    match = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    size = int(float(match[1]) * _FACTOR[match[2].lower()]) if match else 0
    if size <= 0:
        raise UnfitError(f"'{key}' is a size such as \"20 MB\", not {_show(value)}")
    return size


def _date(key: str, value: object) -> dt.date | None:
    if value == "":
        return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise UnfitError(f"'{key}' is a date such as \"2025-03-31\", not {_show(value)}") from None


def _weeks(key: str, value: object) -> tuple[int, int]:
    match value:
        case [int(first), int(last)] if 0 < first <= last and not isinstance(first, bool):
            return first, last
    raise UnfitError(f"'{key}' is two numbers of weeks such as [4, 8], not {_show(value)}")


def _rules_by_file(key: str, value: object) -> dict[str, tuple[str, ...]]:
    return {glob: _inner(glob, entries) for glob, entries in _table(key, value).items()}


def _lexicons(key: str, value: object) -> dict[str, tuple[str, ...]]:
    given = _table(key, value)
    for name in given:
        if name not in LEXICONS:
            raise UnfitError(f"unknown word list '{name}' in '{key}'", nearest(name, LEXICONS), (name,))
    return {name: _inner(name, given.get(name, ())) for name in LEXICONS}


def _inner(key: str, value: object) -> tuple[str, ...]:
    try:
        return _words(key, value)
    except UnfitError as error:
        raise UnfitError(error.what, error.mend, (key,), error.entry) from None


def _table(key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise UnfitError(f"'{key}' is a table, not {_show(value)}", f"write [{key}]")
    return value


def _show(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"'{value}'" if len(value) <= 40 else "a long text"
        case int() | float() | dt.date():
            return str(value)
        case list() | tuple():
            return "a list" if len(str(value)) > 40 else str(list(value))
        case _:
            return "a table"


READERS: dict[str, Callable[[str, object], object]] = {
    "select": _words,
    "ignore": _words,
    "min_severity": _choice(*SEVERITIES),
    "min_confidence": _share,
    "names": _choice(*get_args(Names)),
    "exclude": _words,
    "respect_gitignore": _truth,
    "max_file_size": _size,
    "date": _date,
    "follow_up_weeks": _weeks,
    "pipeline": _text,
    "model": _text,
    "per_file_ignores": _rules_by_file,
    "lexicons": _lexicons,
}
