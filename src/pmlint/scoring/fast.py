"""The fast tier: weighted words, word pairs and triples, read from plain arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pmlint.scoring.artefact import ARRAYS, read_arrays, read_lines
from pmlint.scoring.grams import grams, weights
from pmlint.scoring.labels import OUTPUTS
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample

VOCABULARY = "vocabulary.txt"


class FastTier:
    """Log-odds of a sentence's labels from its grams (TF-IDF and logistic regressions).

    Args:
        vocabulary: The known grams, in the order of the columns.
        arrays: ``gram_rarity`` (a value for each gram), ``gram_weights`` (a row for each of ``OUTPUTS``) and
            ``gram_bias``.
    """

    def __init__(self, vocabulary: Sequence[str], arrays: Mapping[str, Any]) -> None:
        self._index = {gram: column for column, gram in enumerate(vocabulary)}
        self._rarity: Floats = arrays["gram_rarity"]
        self._weights: Floats = arrays["gram_weights"]
        self._bias: Floats = arrays["gram_bias"]

    @classmethod
    def load(cls, folder: Path) -> FastTier:
        """The tier stored in an artefact's folder."""
        return cls(read_lines(folder / VOCABULARY), read_arrays(folder / ARRAYS))

    def log_odds(self, samples: Sequence[Sample]) -> Floats:
        """A row for each sentence, a column for each of ``OUTPUTS``."""
        import numpy as np

        found = np.empty((len(samples), len(OUTPUTS)))
        for row, sample in enumerate(samples):
            columns, values = self._weighed(sample.text)
            found[row] = self._weights[:, columns] @ values + self._bias
        return found

    def _weighed(self, text: str) -> tuple[list[int], Floats]:
        """Columns and values of a sentence's grams, of length one as scikit-learn's ``TfidfVectorizer``."""
        import numpy as np

        columns, counted = weights(grams(text), self._index)
        values: Floats = np.array(counted) * self._rarity[columns]
        length = float(np.sqrt(values @ values))
        return columns, values / length if length else values

    def weighty(self, sample: Sample, output: str, most: int = 3) -> list[str]:
        """The grams of the sentence that speak loudest for an output, loudest first."""
        columns, values = self._weighed(sample.text)
        shares = self._weights[OUTPUTS.index(output), columns] * values
        names = list(self._index)
        loudest = sorted(zip(shares, columns), reverse=True)[:most]
        return [names[column] for share, column in loudest if share > 0]
