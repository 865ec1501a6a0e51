"""Text that is put together piece by piece and knows the source offset of each character."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

_FOLD = re.compile(r"\s{2,}|[^\S ]")
BREAK = "\n"


class Prose:
    """A growing text with a source offset for every character.

    White space is folded: one space between words, one line feed where a line ends for the reader.
    The text never starts with white space; ``text()`` and ``offsets()`` leave it out at the end too.

    Attributes:
        code: Ranges that are inline code.
        links: (start, end, target) of links.
        strong: Ranges in bold.
        emphasis: Ranges in italics.
    """

    def __init__(self) -> None:
        self.code: list[tuple[int, int]] = []
        self.links: list[tuple[int, int, str]] = []
        self.strong: list[tuple[int, int]] = []
        self.emphasis: list[tuple[int, int]] = []
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []  # length, source offset, step (1 literal, 0 decoded)
        self._length = 0
        self._last = ""
        self._text: str | None = None

    def __len__(self) -> int:
        return self._length

    @property
    def end(self) -> int:
        """One past the source offset of the last character, 0 for none."""
        if not self._runs:
            return 0
        length, at, step = self._runs[-1]
        return at + (length if step else 1)

    def put(self, text: str, at: int) -> None:
        """Append characters that stand one after another in the source from ``at``."""
        position = 0
        for blank in _FOLD.finditer(text):
            self._literal(text[position : blank.start()], at + position)
            self.space(at + blank.start())
            position = blank.end()
        self._literal(text[position:], at + position)

    def put_decoded(self, text: str, at: int) -> None:
        """Append what the source writes in another way at ``at`` (an entity, an escape)."""
        for character in text:
            if character.isspace():
                self.space(at)
            else:
                self._append(character, at, 0)

    def space(self, at: int) -> None:
        """Part two words, unless they are parted already."""
        if self._last not in ("", " ", BREAK, "\t"):
            self._append(" ", at, 1)

    def line(self, at: int) -> None:
        """End a line: a sentence never goes on past it."""
        if self._last == " ":
            self._drop_last()
        if self._last not in ("", BREAK, "\t"):
            self._append(BREAK, at, 1)

    def tab(self, at: int) -> None:
        """Part two table cells; cells may be empty, so tabs are never folded."""
        while self._last in (" ", BREAK):
            self._drop_last()
        self._append("\t", at, 1)

    def text(self) -> str:
        """The text so far, without white space at its end."""
        if self._text is None:
            self._text = "".join(self._pieces).rstrip()
        return self._text

    def raw(self) -> str:
        """The text so far as it is, tabs of empty cells at its end included."""
        return "".join(self._pieces)

    def offsets(self) -> Sequence[int]:
        """The source offset of each character of ``text()``, and one past the last."""
        runs, left = [], len(self.text())
        for length, at, step in self._runs:
            kept = min(length, left)
            left -= kept
            if kept:
                runs.append((kept, at, step))
        if not runs:
            return range(0)
        length, at, step = runs[0]
        if len(runs) == 1 and step:
            return range(at, at + length + 1)
        # A list would hold one object a character: ten times the memory of a large file.
        flat = array("L")
        for length, at, step in runs:
            flat.extend(range(at, at + length) if step else [at] * length)
        flat.append(flat[-1] + 1)
        return flat

    def covered(self, ranges: Sequence[tuple[int, int]]) -> bool:
        """Whether these ranges hold every letter and digit of the text."""
        text, rest, position = self.text(), [], 0
        for start, end in ranges:
            rest.append(text[position:start])
            position = end
        rest.append(text[position:])
        return bool(ranges) and not any(map(str.isalnum, "".join(rest)))

    def _literal(self, text: str, at: int) -> None:
        if text.startswith(" ") and self._last in ("", " ", BREAK, "\t"):
            text, at = text[1:], at + 1
        if text:
            self._append(text, at, 1)

    def _append(self, text: str, at: int, step: int) -> None:
        self._text = None
        self._pieces.append(text)
        self._length += len(text)
        self._last = text[-1]
        if self._runs and step:
            length, start, before = self._runs[-1]
            if before and start + length == at:
                self._runs[-1] = (length + len(text), start, 1)
                return
        self._runs.append((len(text), at, step))

    def _drop_last(self) -> None:
        self._text = None
        self._pieces[-1] = self._pieces[-1][:-1]
        if not self._pieces[-1]:
            self._pieces.pop()
        length, at, step = self._runs.pop()
        if length > 1:
            self._runs.append((length - 1, at, step))
        self._length -= 1
        self._last = self._pieces[-1][-1] if self._pieces else ""
