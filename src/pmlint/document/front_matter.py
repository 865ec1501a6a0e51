"""Front matter: YAML between ``---`` lines or TOML between ``+++`` lines at the top of a file."""

from __future__ import annotations

import re
from typing import Any

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?P<end>\r\n?|\n)")
_CLOSING = re.compile(r"^(?P<fence>---|\.\.\.|\+\+\+)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^[\w.-]+[ \t]*[:=]", re.MULTILINE)
_LONGEST = 100_000


def split_front_matter(source: str) -> tuple[dict[str, Any], int, str | None]:
    """Parse the front matter of a source.

    Args:
        source: The whole text.

    Returns:
        What it says, the offset where the body starts (0 without front matter), and a notice where it stands
        there but cannot be parsed.
    """
    opening = _FENCED.match(source)
    if not opening:
        return {}, 0, None
    # A lone carriage return is no line end to a regular expression.
    head = source[: opening.end() + _LONGEST].replace("\r", "\n")
    wanted = ("+++",) if opening["fence"] == "+++" else ("---", "...")
    closing = next((m for m in _CLOSING.finditer(head, opening.end()) if m["fence"] in wanted), None)
    if not closing:
        return {}, 0, None
    body = head[opening.end() : closing.start()]
    try:
        data = _toml(body) if opening["fence"] == "+++" else _yaml(body)
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        if not _KEY.search(body):
            return {}, 0, None
        reason = str(error).splitlines()[0] if str(error) else "not understood"
        return {}, closing.end(), f"front matter left out: {reason}"
    if not isinstance(data, dict):
        # A rule at the top of the page, not front matter.
        return {}, closing.end() if data is None else 0, None
    return {str(key): value for key, value in data.items()}, closing.end(), None


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(getattr(error, "problem", None) or "no valid YAML") from error


def _toml(text: str) -> Any:
    import tomllib

    return tomllib.loads(text)
