"""How rules are named in settings and comments: by code, by the beginning of a code, or by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CODE = re.compile(r"[Pp][Mm]\d{0,3}")
_WHOLE = 99


def exactness(entry: str, code: str, *names: str) -> int:
    """How exactly an entry names a rule: 0 not at all, more for a longer beginning, most for code or name.

    Args:
        entry: ``"PM1"``, ``"PM101"`` or ``"named-fault"``; letter case does not count.
        code: The rule's code.
        names: The rule's name, and former names.
    """
    wanted = entry.strip().lower()
    if wanted == code.lower() or wanted in names:
        return _WHOLE
    return len(wanted) if _CODE.fullmatch(wanted) and code.lower().startswith(wanted) else 0


def is_known(entry: str, rules: Sequence[str]) -> bool:
    """Whether an entry names at least one of ``rules`` (codes and names together)."""
    return any(exactness(entry, rule, rule) for rule in rules)
