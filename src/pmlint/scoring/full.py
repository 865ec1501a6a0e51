"""The full tier: a small fine-tuned encoder in eight bits, run by onnxruntime, beside the fast tier.

The two err in different places: what both say is joined (``scoring/stack.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pmlint.errors import ModelError
from pmlint.scoring.fast import FastTier
from pmlint.scoring.labels import OUTPUTS
from pmlint.scoring.numbers import Floats
from pmlint.scoring.packing import batch, pack
from pmlint.scoring.sample import Sample

ENCODER = "encoder.onnx"
TOKENIZER = "tokenizer.json"
_WORDS_WEIGHED = 40


class FullTier:
    """Log-odds of a sentence's labels by the encoder and by its grams.

    Args:
        folder: The artefact's folder.
        words: The fast tier to stand beside the encoder; ``None`` takes that of the folder.
    """

    def __init__(self, folder: Path, words: FastTier | None = None) -> None:
        self._folder = folder
        self._given = words

    @cached_property
    def _words(self) -> FastTier:
        return self._given or FastTier.load(self._folder)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                str(self._folder / ENCODER), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises classes of its own for every kind of bad graph
            line = str(error).strip().splitlines()[0]
            raise ModelError(f"the encoder cannot be loaded: {line}", where=str(self._folder)) from error

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        found = Tokenizer.from_file(str(self._folder / TOKENIZER))
        found.no_truncation()
        found.no_padding()
        return found

    def tokenize(self, text: str) -> list[int]:
        """Token ids of a text, without special tokens."""
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    def log_odds(self, samples: Sequence[Sample]) -> Floats:
        """A row for each sentence; a column for each of ``OUTPUTS`` by the encoder, then by the grams."""
        import numpy as np

        return np.hstack([self.encoded(samples), self._words.log_odds(samples)])

    def encoded(self, samples: Sequence[Sample]) -> Floats:
        """What the encoder says: a row for each sentence, a column for each of ``OUTPUTS``."""
        import numpy as np

        found = np.empty((len(samples), len(OUTPUTS)))
        # One at a time: eight-bit activations are scaled over a whole batch, and what is said of a sentence
        # must not depend on which others were asked about with it. It costs a sixth of the time.
        for row, sample in enumerate(samples):
            alone = batch([pack(sample, self.tokenize)])
            [out] = self._session.run(
                ["log_odds"], {"ids": alone.ids, "segments": alone.segments, "mask": alone.mask}
            )
            found[row] = out[0, : len(OUTPUTS)]
        return found

    def weighty(self, sample: Sample, output: str, most: int = 3) -> list[str]:
        """The words without which an output would fall most, weightiest first.

        Each word is left out in turn (occlusion: Zeiler and Fergus, 2014, "Visualizing and Understanding
        Convolutional Networks").
        """
        from dataclasses import replace

        words = sample.text.split()[:_WORDS_WEIGHED]
        without = [
            replace(sample, text=" ".join(words[:i] + words[i + 1 :]) or ".") for i in range(len(words))
        ]
        said = self.encoded([sample, *without])[:, OUTPUTS.index(output)]
        falls = sorted(((said[0] - said[i + 1], i) for i in range(len(words))), reverse=True)[:most]
        return [words[i].strip(".,;:!?\"'“”‘’()") for fall, i in falls if fall > 0]
