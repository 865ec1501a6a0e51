"""Plain text read into drafts: headings, lists, quotations and paragraphs as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from pmlint.document.breaks import breaks_between
from pmlint.document.drafts import Draft
from pmlint.document.lines import Lines
from pmlint.document.prose import Prose

_BULLET = re.compile(r"(?P<mark>[-*+•◦‣▪●○·–—]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
_BOX = re.compile(r"\[([ xX])\][ \t]+")
_RULE = re.compile(r"(?:[=\-~^*_#+][ \t]?){3,}$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,2000}")
_SENTENCE_END = re.compile(r"[.!?;,][)\"'”’]*$")
_TIMED = re.compile(r"\s*\[?\d{1,2}[:.]\d\d")
_DIRECTIVE = re.compile(r"(?:#|\[|//|;|<!--)?[ \t]*pmlint:")
_WORDS = 10


@dataclass
class _Open:
    """The block that lines are being added to."""

    draft: Draft
    indent: int
    last: str = ""


@dataclass
class _List:
    number: int
    indent: int
    item: Draft


@dataclass
class _Reader:
    lines: Lines
    drafts: list[Draft] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    block: _Open | None = None
    blank: bool = True

    def read(self) -> list[Draft]:
        numbers = count(1)
        number = 0
        while number < len(self.lines):
            number += self._take(number, numbers)
        return [draft for draft in self.drafts if draft.prose.text()]

    def _take(self, number: int, numbers: count[int]) -> int:
        """Read the line with this number; how many lines that used up."""
        text = self.lines[number]
        bare = text.strip()
        if not bare or _RULE.match(bare) or _DIRECTIVE.match(bare):
            self.block = None
            self.blank = True
            return 1
        quote = _QUOTE.match(text.lstrip())
        start = len(text) - len(text.lstrip())
        indent = len(text[:start].expandtabs(4))
        if quote:
            start += quote.end()
        level = 0 if quote else self._heading(number, text, bare)
        after = number + 1
        if level:
            underline = after < len(self.lines) and bool(_RULE.match(self.lines[after].strip()))
            hashes = _HASHES.match(text, start)
            self._open("heading", number, hashes.end() if hashes else start, indent, level=level)
            self.block, self.blank, self.lists = None, True, []
            return 2 if underline else 1
        bullet = _BULLET.match(text, start)
        if bullet and (self.blank or self.lists or self._introduced() or not bullet["mark"][-2:-1].isalpha()):
            self._item(number, bullet.end(), indent, bool(quote), numbers)
        elif self.block and self.block.draft.quoted == bool(quote):
            self._continue(number, start)
        else:
            self._paragraph(number, start, indent, bool(quote))
        self.blank = False
        return 1

    def _heading(self, number: int, text: str, bare: str) -> int:
        """The heading level of a line, 0 for none."""
        hashes = _HASHES.match(text)
        if hashes:
            return len(hashes.group(1))
        if _BULLET.match(bare) and not re.match(r"\d{1,2}[.)]\s", bare):
            return 0
        following = self.lines[number + 1].strip() if number + 1 < len(self.lines) else ""
        short = len(bare.split()) <= _WORDS and not _TIMED.match(bare)
        if self.blank and short and _RULE.match(following) and 2 * len(following) >= len(bare):
            return 1 if following[0] in "=#*" else 2
        letters = [c for c in bare if c.isalpha()]
        capitals = len(letters) >= 4 and all(c.isupper() for c in letters) and not bare.endswith((".", ","))
        if self.blank and short and capitals:
            return 2
        if (
            bare.endswith(":")
            and short
            and len(bare.split()) <= 6
            and (self.blank or self._above_ends(number))
        ):
            return 3
        titled = self.blank and short and len(bare.split()) <= 6 and bare[0].isupper()
        if not titled or _SENTENCE_END.search(bare) or ":" in bare or _BULLET.match(bare):
            return 0
        return 3 if (self._goes_on(number) if not following else _unwrapped(bare, following)) else 0

    def _above_ends(self, number: int) -> bool:
        above = self.lines[number - 1].strip()
        return bool(self.lists) or (bool(_SENTENCE_END.search(above)) and not above.endswith(","))

    def _goes_on(self, number: int) -> bool:
        """Whether text of some length follows a lone short line: then it is a title."""
        for later in range(number + 1, min(number + 4, len(self.lines))):
            text = self.lines[later].strip()
            if text:
                return len(text.split()) > _WORDS or bool(_BULLET.match(text))
        return False

    def _introduced(self) -> bool:
        return self.block is not None and self.block.last.rstrip().endswith(":")

    def _item(self, number: int, start: int, indent: int, quoted: bool, numbers: count[int]) -> None:
        while self.lists and self.lists[-1].indent > indent:
            self.lists.pop()
        text = self.lines[number]
        box = _BOX.match(text, start)
        draft = self._open("item", number, box.end() if box else start, indent, quoted=quoted)
        draft.checked = box.group(1) != " " if box else None
        if not self.lists or self.lists[-1].indent < indent:
            self.lists.append(_List(next(numbers), indent, draft))
        here = self.lists[-1]
        here.item = draft
        draft.list_id, draft.level = here.number, len(self.lists) - 1
        draft.parent = self.lists[-2].item if len(self.lists) > 1 else None

    def _paragraph(self, number: int, start: int, indent: int, quoted: bool) -> None:
        while self.lists and self.lists[-1].indent >= indent:
            self.lists.pop()
        if not self.lists:
            self._open("para", number, start, indent, quoted=quoted)
            return
        here = self.lists[-1]
        draft = self._open("item", number, start, indent, quoted=quoted)
        draft.list_id, draft.level, draft.parent = here.number, len(self.lists) - 1, here.item

    def _open(
        self, kind: str, number: int, start: int, indent: int, *, level: int = 0, quoted: bool = False
    ) -> Draft:
        draft = Draft(kind, Prose(), self.lines.starts[number] + start, 0, level, quoted=quoted)  # type: ignore[arg-type]
        self.drafts.append(draft)
        self.block = _Open(draft, indent)
        self._add(number, start)
        return draft

    def _continue(self, number: int, start: int) -> None:
        assert self.block is not None
        text = self.lines[number][start:]
        end = self.lines.ends[number - 1]
        if breaks_between(self.block.last, text):
            self.block.draft.prose.line(end)
        else:
            self.block.draft.prose.space(end)
        self._add(number, start)

    def _add(self, number: int, start: int) -> None:
        assert self.block is not None
        text, origin = self.lines[number].rstrip(), self.lines.starts[number]
        prose = self.block.draft.prose
        for url in _URL.finditer(text, start):
            prose.put(text[start : url.start()], origin + start)
            before = len(prose)
            target = url.group().rstrip(".,;:!?)")
            prose.put(target, origin + url.start())
            prose.links.append((before, len(prose), target))
            start = url.start() + len(target)
        prose.put(text[start:], origin + start)
        self.block.draft.end = origin + len(text)
        self.block.last = text


def _unwrapped(line: str, following: str) -> bool:
    """Whether a line ends long before the next one does, which wrapping would have filled up."""
    return len(line) + len(following.split()[0]) < 40 and len(following) > len(line) + 20


def read_plain(source: str) -> list[Draft]:
    """The drafts of a plain text, in order."""
    return _Reader(Lines(source)).read()
