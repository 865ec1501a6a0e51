"""What the page knows of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pmlint.records import Report, Scorecard


class Label(NamedTuple):
    """A label of a document's front matter.

    Attributes:
        key: What kind of label it is, such as ``"team"``.
        value: The label.
    """

    key: str
    value: str

    @property
    def shown(self) -> str:
        """``"team: Payments"``."""
        return f"{self.key}: {self.value}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document on the page.

    Attributes:
        title: Its title, else its file's name.
        source: Its text, into which the offsets of the report point.
        report: What pmlint says about it.
        card: Its scorecard.
        labels: Its labels; never the name of a person.
        format: The format it was written in.
    """

    title: str
    source: str
    report: Report
    card: Scorecard
    labels: tuple[Label, ...] = ()
    format: str = "markdown"
