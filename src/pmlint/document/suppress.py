"""Comments that switch rules off."""

from __future__ import annotations

import re
from typing import Literal

from pmlint.document.lines import Lines
from pmlint.document.model import Block, Suppression

_WHAT = (
    r"pmlint:[ \t]*(?P<form>disable(?:-line|-next-line|-block|-file)?)"
    r"(?:[ \t]*[=:][ \t]*(?P<codes>[A-Za-z][\w-]*(?:[ \t]*,[ \t]*[A-Za-z][\w-]*)*))?(?P<reason>[^\r\n<\[]*?)"
)
_COMMENTS = {
    "markdown": re.compile(rf"(?:<!--|\{{/\*)[ \t]*{_WHAT}[ \t]*(?:-->|\*/\}})"),
    "html": re.compile(rf"<!--[ \t]*{_WHAT}[ \t]*-->"),
    "rst": re.compile(rf"^[ \t]*\.\.[ \t]+{_WHAT}[ \t]*$", re.MULTILINE),
    "text": re.compile(
        rf"^[ \t]*(?:\#[ \t]*{_WHAT}|\[[ \t]*{_WHAT.replace('(?P<', '(?P<b_')}[ \t]*\])[ \t]*$", re.MULTILINE
    ),
}
_SCOPES: dict[str, Literal["line", "next-line", "block", "file"]] = {
    "disable-line": "line",
    "disable-next-line": "next-line",
    "disable-block": "block",
    "disable-file": "file",
}


def find_suppressions(source: str, format: str, blocks: tuple[Block, ...]) -> tuple[Suppression, ...]:
    """The comments of a source that switch rules off, with the ranges that they cover.

    ``disable`` beside text covers its line, alone on a line the next line that is not blank;
    ``disable-block`` covers the paragraph, list or table that follows.
    """
    if "pmlint:" not in source:
        return ()
    lines = Lines(source)
    pattern = _COMMENTS.get(format, _COMMENTS["text"])
    found = []
    # Line by line: "$" and "^" know neither lone carriage returns nor where a hostile comment ends.
    for number in range(len(lines)):
        text = lines[number]
        if "pmlint:" not in text:
            continue
        for match in pattern.finditer(text):
            found.append(_suppression(match, number, lines, blocks))
    return tuple(found)


def _suppression(match: re.Match[str], number: int, lines: Lines, blocks: tuple[Block, ...]) -> Suppression:
    groups = {
        name.removeprefix("b_"): value for name, value in match.groupdict().items() if value is not None
    }
    text = lines[number]
    scope = _SCOPES.get(groups["form"])
    if scope is None:
        alone = not (text[: match.start()] + text[match.end() :]).strip("-*+>#| \t")
        scope = "next-line" if alone else "line"
    after = lines.starts[number] + match.end()
    start, end = _covered(scope, number, after, lines, blocks)
    codes = re.split(r"[ \t]*,[ \t]*", groups["codes"]) if groups.get("codes") else []
    reason = groups.get("reason", "").strip().lstrip("-—–:, ").strip()
    return Suppression(tuple(codes), scope, start, end, number + 1, reason)


def _covered(scope: str, number: int, after: int, lines: Lines, blocks: tuple[Block, ...]) -> tuple[int, int]:
    if scope == "file":
        return 0, len(lines.source)
    if scope == "line":
        return lines.starts[number], lines.ends[number]
    following = [block for block in blocks if block.start >= after]
    if scope == "block" and following:
        first = following[0]
        last = first
        for block in following:
            if first.list_id is None or block.kind not in ("item", "row"):
                break
            if block.list_id == first.list_id or block.parent is not None:
                last = block
            else:
                break
        return first.start, last.end
    line = number + 1
    while line < len(lines) and not lines[line].strip():
        line += 1
    if line >= len(lines):
        return after, after
    return lines.starts[line], lines.ends[line]
