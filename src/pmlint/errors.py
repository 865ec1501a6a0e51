"""Failures shown to the user: one line each, saying what, where and how to mend it."""

from __future__ import annotations


class PmlintError(Exception):
    """A failure that the user can mend.

    Args:
        what: What went wrong, in plain words.
        where: ``path``, ``path:line`` or an option; ``None`` where there is no place.
        mend: How to mend it.
    """

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        cure = f"; {self.mend}" if self.mend else ""
        return f"{place}{self.what}{cure}"

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders; keyword-only arguments would be lost without this.
        return (_rebuild, (type(self), self.what, self.where, self.mend))


def _rebuild(kind: type[PmlintError], what: str, where: str | None, mend: str | None) -> PmlintError:
    return kind(what, where=where, mend=mend)


class ConfigError(PmlintError):
    """A configuration file or option that cannot be used."""


class ReadError(PmlintError):
    """A document that cannot be read."""


class RuleError(PmlintError):
    """A rule card, lexicon or rule module that is broken."""


class PipelineError(PmlintError):
    """A spaCy pipeline that is missing or unfit."""


class CorpusError(PmlintError):
    """A labelled corpus that cannot be used."""


class ModelError(PmlintError):
    """A trained model that is missing, damaged or of another version."""


def nearest(name: str, known: list[str] | tuple[str, ...]) -> str:
    """``"did you mean 'x'?"`` for the known name nearest to ``name``, or the list of known names."""
    from rapidfuzz import process

    best = process.extractOne(name, known, score_cutoff=60)
    if best:
        return f"did you mean '{best[0]}'?"
    return "known: " + ", ".join(sorted(known))
