"""Where lines start in a source, and where text lifted out of some lines stands in it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    r"""The lines of a source: ``\r\n``, ``\n`` and a lone ``\r`` end one.

    Args:
        source: The whole text.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        ends = [(m.start(), m.end()) for m in LINE_END.finditer(source)]
        self.starts = [0, *(after for _, after in ends)]
        self.ends = [*(before for before, _ in ends), len(source)]

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, line: int) -> str:
        """Line ``line`` (0-based) without its line end."""
        return self.source[self.starts[line] : self.ends[line]]

    def locate(self, content: str, first: int, last: int) -> SourceMap:
        r"""Where ``content`` stands, each of its lines being the tail of one source line.

        Block parsers take list and quotation marks off the front of each line and white space off both
        ends, and nothing else.

        Args:
            content: Text lifted out of the source, lines parted by ``\n``.
            first: First source line it may stand in (0-based).
            last: One past the last.
        """
        marks, position, number = [], 0, first
        last = min(last, len(self))
        for text in content.split("\n"):
            bare = text.strip()
            while bare and number < last - 1 and not self[number].rstrip().endswith(bare):
                number += 1
            line = self[min(number, len(self) - 1)]
            lead = len(text) - len(text.lstrip()) if bare else 0
            start = self.starts[min(number, len(self) - 1)] + len(line.rstrip()) - len(bare)
            marks.append((position, max(start - lead, 0)))
            position += len(text) + 1
            number += 1
        return SourceMap(marks)


class SourceMap:
    """Positions in a lifted text, as offsets in the source.

    Args:
        marks: (position, source offset) pairs, ascending; between two marks the text is literal.
    """

    def __init__(self, marks: list[tuple[int, int]]) -> None:
        self._positions = [position for position, _ in marks]
        self._offsets = [offset for _, offset in marks]

    def __getitem__(self, position: int) -> int:
        part = max(bisect.bisect_right(self._positions, position) - 1, 0)
        return self._offsets[part] + position - self._positions[part]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(start, end, source offset) of the literal pieces of a range, in order."""
        while start < end:
            part = bisect.bisect_right(self._positions, start)
            stop = min(end, self._positions[part]) if part < len(self._positions) else end
            yield start, stop, self[start]
            start = stop
