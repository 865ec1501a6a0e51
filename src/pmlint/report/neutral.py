"""Text of a document made harmless for a terminal."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # part of ordinary words and emoji in many scripts
_HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")


class _Table(dict[int, int]):
    """A translation table filled as characters are met: one visible sign for each harmful character."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        if char in _JOINERS or unicodedata.category(char) not in _HARMFUL:
            shown = code
        elif code < 0x20:
            shown = 0x2400 + code
        else:
            shown = 0xFFFD
        self[code] = shown
        return shown


_TABLE = _Table()


def neutral(text: str) -> str:
    """The text with tabs as four spaces and each control, escape or direction sign as a visible one."""
    return text.replace("\t", "    ").translate(_TABLE)


def one_line(text: str) -> str:
    """The text on one line, harmless."""
    return neutral(" ".join(text.split()))
