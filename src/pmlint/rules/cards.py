"""A rule's card: the Markdown file beside its code that is the rule's single source of text and examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from pmlint.errors import RuleError, nearest
from pmlint.records import Category, Severity

RuleKind = Literal["phrase", "pattern", "grammar", "item", "document", "model"]
HEADINGS = ("What it flags", "Why it matters", "What to write instead", "When it is wrong", "Examples")
REQUIRED = ("code", "name", "category", "severity", "kind", "since", "summary", "message", "sources")
OPTIONAL = (
    "suggestion",
    "message_self",
    "suggestion_self",
    "praise",
    "lexicon",
    "subtype",
    "aliases",
    "confidence",
)

_FENCE = re.compile(
    r"^(?P<fence>~{3,}|`{3,})(?P<verdict>flag|pass)(?P<info>[^\n]*)\n(?P<text>.*?)\n(?P=fence)[ \t]*$",
    re.M | re.S,
)
_INFO = re.compile(r'(\w+)="([^"]*)"')
_MARK = re.compile(r"\[\[(.+?)\]\]", re.S)


@dataclass(frozen=True, slots=True)
class Example:
    """A fence of a card: what the rule must flag, or must let pass.

    Attributes:
        verdict: ``"flag"`` or ``"pass"``.
        text: The text to check, marks removed.
        spans: Ranges of ``text`` that must be flagged (empty for a pass, or for a whole-document flag).
        line: Line of the fence in the card.
        options: ``note``, ``subtype``, ``target``, ``date``, ``format``, ``select`` (for rules that build on
            others) and settings given on the fence.
    """

    verdict: str
    text: str
    spans: tuple[tuple[int, int], ...]
    line: int
    options: dict[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """What a rule's card says; field names are those of its front matter and headings.

    ``message_self`` and ``suggestion_self`` speak to an author who finds fault with their own side.
    """

    code: str
    name: str
    category: Category
    severity: Severity
    kind: RuleKind
    since: str
    summary: str
    message: str
    sources: tuple[str, ...]
    suggestion: str | None
    message_self: str | None
    suggestion_self: str | None
    praise: bool
    lexicon: str | None
    subtype: str | None
    aliases: tuple[str, ...]
    confidence: float
    path: Path
    text: str

    @property
    def body(self) -> str:
        """The card's Markdown without its front matter."""
        return self.text.split("\n---\n", 1)[1].lstrip("\n")

    def section(self, heading: str) -> str:
        """The Markdown under ``## heading``.

        Raises:
            RuleError: The card lacks the heading.
        """
        match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", self.body, re.M | re.S)
        if not match:
            raise RuleError(f"the card lacks '## {heading}'", where=str(self.path))
        return match[1].strip()

    @property
    def examples(self) -> tuple[Example, ...]:
        """The card's fences, in order."""
        return tuple(_example(self, match) for match in _FENCE.finditer(self.text))


def read_card(path: Path) -> Card:
    """The card at ``path``, its front matter checked.

    Raises:
        RuleError: A key is missing, unknown or out of range.
    """
    text = path.read_text(encoding="utf-8")
    if not text.startswith("---\n") or "\n---\n" not in text:
        raise RuleError("the card has no front matter", where=f"{path}:1")
    front: dict[str, Any] = yaml.load(text[4:].split("\n---\n", 1)[0], Loader=_LOADER)
    for key in REQUIRED:
        if key not in front:
            raise RuleError(f"the card's front matter lacks '{key}'", where=f"{path}:1")
    for key in front:
        if key not in REQUIRED + OPTIONAL:
            raise RuleError(
                f"unknown key '{key}' in the card", where=f"{path}:1", mend=nearest(key, REQUIRED + OPTIONAL)
            )
    _check_value(path, "category", front["category"], get_args(Category))
    _check_value(path, "severity", front["severity"], get_args(Severity))
    _check_value(path, "kind", front["kind"], get_args(RuleKind))
    return Card(
        **{key: front[key] for key in REQUIRED if key not in ("sources", "since")},
        since=str(front["since"]),
        sources=tuple(front["sources"]),
        suggestion=front.get("suggestion"),
        message_self=front.get("message_self"),
        suggestion_self=front.get("suggestion_self"),
        praise=bool(front.get("praise", False)),
        lexicon=front.get("lexicon"),
        subtype=front.get("subtype"),
        aliases=tuple(front.get("aliases", ())),
        confidence=float(front.get("confidence", 0.8)),
        path=path,
        text=text,
    )


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _check_value(path: Path, key: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise RuleError(f"'{key}: {value}' in the card", where=f"{path}:1", mend=nearest(str(value), known))


def _example(card: Card, match: re.Match[str]) -> Example:
    line = card.text.count("\n", 0, match.start()) + 1
    marked = match["text"]
    spans: list[tuple[int, int]] = []
    clean, last = "", 0
    for mark in _MARK.finditer(marked):
        clean += marked[last : mark.start()]
        spans.append((len(clean), len(clean) + len(mark[1])))
        clean += mark[1]
        last = mark.end()
    clean += marked[last:]
    if match["verdict"] == "flag" and not spans and card.kind != "document":
        raise RuleError("a flag example marks no [[span]]", where=f"{card.path}:{line}")
    if match["verdict"] == "pass" and spans:
        raise RuleError("a pass example marks a [[span]]", where=f"{card.path}:{line}")
    return Example(match["verdict"], clean, tuple(spans), line, dict(_INFO.findall(match["info"])))
