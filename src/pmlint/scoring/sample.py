"""What a model may look at when it judges a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from pmlint.language.place import Place
from pmlint.scoring.neutral import neutral


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence with its surroundings; the same for training and for use.

    Attributes:
        text: The sentence.
        before: The sentence before it, or what introduces its list, or ``""``.
        after: The sentence after it, or ``""``.
        heading: Title of its section, or ``""``.
        kind: ``"heading"``, ``"para"``, ``"item"`` or ``"row"``.
    """

    text: str
    before: str = ""
    after: str = ""
    heading: str = ""
    kind: str = "para"

    @property
    def words(self) -> int:
        """Words of the sentence."""
        return len(self.text.split())


def sample_of(place: Place) -> Sample:
    """The sample that a sentence in its place gives."""
    return Sample(
        text=place.text,
        before=place.before or place.parent or place.lead_in,
        after=place.after,
        heading=place.heading,
        kind=place.block.kind,
    )


def neutral_sample(sample: Sample) -> Sample:
    """The sample as a model reads it: names, ranks and spelling taken out of sight."""
    return Sample(
        neutral(sample.text),
        neutral(sample.before),
        neutral(sample.after),
        neutral(sample.heading),
        sample.kind,
    )
