"""Markdown's inline markup turned into prose, every character keeping its source offset."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pmlint.document.breaks import breaks_between
from pmlint.document.lines import SourceMap
from pmlint.document.prose import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_TICKS = re.compile("`+")
_LIQUID = re.compile(r"\{%[^%\n]{0,500}%\}|\{\{[<%][^\n]{0,500}?[>%]\}\}")


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with GFM tables and strikethrough, whose inline tokens know where they start."""
    from markdown_it import MarkdownIt

    md = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    md.disable("text_join")
    md.inline.ruler2.disable("fragments_join")  # both would merge tokens and lose their places
    md.inline.ruler.before("text", "places", _note_places)
    md.inline.ruler2.before("balance_pairs", "places_end", _note_last_places)
    return md


class _Track:
    """Where the tokenizer stood at its last step."""

    def __init__(self) -> None:
        self.tokens = 0
        self.position = 0
        self.pending = False
        self.pending_start = 0


def _note_places(state: StateInline, silent: bool) -> bool:
    """An inline rule that matches nothing and writes each new token's start into its ``meta``.

    It runs first at every step, so that what was pushed since the last step started at that step's position.
    """
    if not silent:
        track: _Track = state.env.setdefault(f"places {id(state)}", _Track())
        _place(state, track)
        track.position = state.pos
        track.pending = bool(state.pending)
        if not track.pending:
            track.pending_start = state.pos
    return False


def _note_last_places(state: StateInline) -> None:
    track = state.env.pop(f"places {id(state)}", None)
    if track:
        _place(state, track)


def _place(state: StateInline, track: _Track) -> None:
    if len(state.tokens) == track.tokens:
        return
    at = track.position
    for number, token in enumerate(state.tokens[track.tokens :]):
        if token.type == "text" and number == 0 and track.pending:
            token.meta["at"] = track.pending_start  # the text that was waiting is flushed first
        else:
            token.meta["at"] = at
            at += len(token.content) if token.type == "text" else 0
    track.tokens = len(state.tokens)


def project(
    token: Token, places: SourceMap, prose: Prose | None = None, *, skip: int = 0, stop: int | None = None
) -> Prose:
    """The prose of an inline token.

    Args:
        token: A token of type ``inline``, parsed by ``parser()``.
        places: Source offsets of the positions in its content.
        prose: Where to append; a fresh one by default.
        skip: Position of the content to start at.
        stop: Position of the content to stop at; its end by default.
    """
    bounds = (skip, len(token.content) if stop is None else stop)
    walk = _Projection(token.content, places, Prose() if prose is None else prose, bounds)
    for child in token.children or []:
        walk.take(child)
    return walk.prose


class _Projection:
    def __init__(self, content: str, places: SourceMap, prose: Prose, bounds: tuple[int, int]) -> None:
        self.content = content
        self.skip, self.stop = bounds
        self.places = places
        self.prose = prose
        self._open: list[tuple[str, int, str]] = []
        self._close: dict[str, Callable[[int, int, str], Any]] = {
            "link": lambda start, end, target: prose.links.append((start, end, target)),
            "strong": lambda start, end, _: prose.strong.append((start, end)),
            "em": lambda start, end, _: prose.emphasis.append((start, end)),
            "code": lambda start, end, _: prose.code.append((start, end)),
        }

    def take(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self._text(token)
        elif not self.skip <= token.meta.get("at", self.skip) < self.stop and not kind.endswith("_close"):
            return
        elif kind == "text_special":
            at = self.places[token.meta["at"]]
            if token.info == "escape":
                kept = len(token.markup) - len(token.content)
                self.prose.put(token.content, at + kept)
            else:
                self.prose.put_decoded(token.content, at)
        elif kind == "softbreak":
            self._softbreak(token.meta["at"])
        elif kind == "hardbreak":
            self.prose.line(self.places[token.meta["at"]])
        elif kind == "code_inline":
            self._code(token)
        elif kind == "html_inline":
            self._html(token)
        elif kind.endswith("_open"):
            self._enter(kind[:-5], str(token.attrs.get("href", "")))
        elif kind.endswith("_close"):
            self._leave(kind[:-6])

    def _text(self, token: Token) -> None:
        if not token.content:
            return
        start = token.meta["at"]
        end = start + len(token.content)
        if (
            self.content[start] == "<" and token.content[0] != "<"
        ):  # an autolink, whose token lacks the brackets
            start, end = start + 1, self.content.index(">", start)
        position = start
        for noise in _LIQUID.finditer(self.content, start, end):
            self._put(position, noise.start())
            position = noise.end()
        self._put(position, end)

    def _put(self, start: int, end: int) -> None:
        for left, right, at in self.places.pieces(max(start, self.skip), min(end, self.stop)):
            self.prose.put(self.content[left:right], at)

    def _code(self, token: Token) -> None:
        fence = len(token.markup)
        start = token.meta["at"] + fence
        runs = _TICKS.finditer(self.content, start)
        end = next(run.start() for run in runs if run.end() - run.start() == fence)
        before = len(self.prose)
        self._put(start, end)
        if len(self.prose) > before:
            self.prose.code.append((before, len(self.prose)))

    def _softbreak(self, position: int) -> None:
        before = self.content[self.content.rfind("\n", 0, position) + 1 : position]
        position = self.content.index("\n", position)
        after = self.content[position + 1 : (self.content + "\n").index("\n", position + 1)]
        at = self.places[position]
        if breaks_between(before, after):
            self.prose.line(at)
        else:
            self.prose.space(at)

    def _html(self, token: Token) -> None:
        tag = _TAG.match(token.content)
        name = tag.group(1).lower() if tag else ""
        if name in ("br", "p", "li", "div", "hr"):
            self.prose.line(self.places[token.meta["at"]])
        elif name in ("code", "strong", "b", "em", "i"):
            name = {"b": "strong", "i": "em"}.get(name, name)
            if token.content.startswith("</"):
                self._leave(name)
            else:
                self._enter(name, "")

    def _enter(self, name: str, target: str) -> None:
        self._open.append((name, len(self.prose), target))

    def _leave(self, name: str) -> None:
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == name:
                _, start, target = self._open.pop(number)
                if name in self._close and len(self.prose) > start:
                    self._close[name](start, len(self.prose), target)
                return
