"""Fine-tuning the encoder on labelled examples."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import nn

from pmlint.scoring.labels import LABELS, OUTPUTS, SUBTYPES, TARGETS
from pmlint.scoring.packing import Tokenizer, batch, pack
from pmlint.training.config import EncoderConfig
from pmlint.training.encoder import ACTION, SUBTYPE_COLUMNS, TARGET_COLUMNS, Encoder
from pmlint.training.examples import Example

_Packed = tuple[tuple[list[int], list[int]], Example]
_NONE = -100
_SORTED_TOGETHER = 20


def finetune(
    encoder: Encoder,
    tokenize: Tokenizer,
    examples: Sequence[Example],
    recipe: EncoderConfig,
    seed: int,
    tell: Callable[[str], None] = lambda line: None,
) -> None:
    """Trains the encoder in place, its top layer from nothing.

    Args:
        encoder: What to train.
        tokenize: Gives the token ids of a text.
        examples: What to learn.
        recipe: How.
        seed: Of every random choice.
        tell: Takes a line on the progress of each epoch.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    encoder.head.reset_parameters()
    optimizer = torch.optim.AdamW(_groups(encoder, recipe))
    steps = recipe.epochs * math.ceil(len(examples) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (0.1 * steps + 1), max(0.02, 1 - step / steps))
    )
    for epoch in range(recipe.epochs):
        encoder.train()
        total = count = 0.0
        for together, chosen in _batches(examples, tokenize, recipe, rng):
            # Half precision where it is harmless: three times as fast on processors that know it.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = encoder(*map(torch.from_numpy, together))
            loss = _loss(out.float(), chosen, recipe)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        tell(f"epoch {epoch + 1} of {recipe.epochs}: loss {total / count:.3f}")
    encoder.eval()


def _groups(encoder: Encoder, recipe: EncoderConfig) -> list[dict[str, Any]]:
    """The parameters with their learning rates.

    The lower a layer, the more slowly it learns: what it knows of words in general shall not be forgotten
    over a few thousand examples (Howard and Ruder, 2018, "Universal Language Model Fine-tuning").
    """
    found: list[dict[str, Any]] = [
        {"params": list(encoder.head.parameters()), "lr": 5 * recipe.rate, "weight_decay": 0.0}
    ]
    rate = recipe.rate
    for layer in (*reversed(encoder.bert.encoder.layer), encoder.bert.embeddings):
        matrices = [p for p in layer.parameters() if p.ndim >= 2]
        vectors = [p for p in layer.parameters() if p.ndim < 2]
        found += [
            {"params": matrices, "lr": rate, "weight_decay": 0.01},
            {"params": vectors, "lr": rate, "weight_decay": 0.0},
        ]
        rate *= recipe.layer_decay
    return found


def _batches(
    examples: Sequence[Example], tokenize: Tokenizer, recipe: EncoderConfig, rng: random.Random
) -> Iterator[tuple[tuple[np.ndarray, ...], list[Example]]]:
    packed = [
        (pack(e.sample, tokenize, around=rng.random() >= recipe.alone), e)
        for e in rng.sample(list(examples), len(examples))
    ]
    found: list[list[_Packed]] = []
    for chunk in _chunks(packed, recipe.batch * _SORTED_TOGETHER):
        alike = sorted(chunk, key=lambda item: len(item[0][0]))
        found += [list(b) for b in _chunks(alike, recipe.batch)]
    rng.shuffle(found)
    for chosen in found:
        made = batch([p for p, _ in chosen])
        yield (made.ids, made.segments, made.mask), [e for _, e in chosen]


def _chunks(items: Sequence[_Packed], size: int) -> Iterator[Sequence[_Packed]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _loss(out: torch.Tensor, examples: Sequence[Example], recipe: EncoderConfig) -> torch.Tensor:
    wanted = torch.zeros(len(examples), ACTION + 1)
    told = torch.ones_like(wanted)
    for row, e in enumerate(examples):
        for label in e.labels:
            wanted[row, ACTION if label == "action" else LABELS.index(label)] = 1.0
        # Whether a deliverable is concrete is only asked of commitments.
        told[row, OUTPUTS.index("concrete")] = float(e.concrete is not None)
        wanted[row, OUTPUTS.index("concrete")] = float(bool(e.concrete))
    weight = torch.full((ACTION + 1,), recipe.positive)
    weight[OUTPUTS.index("concrete") :] = 1.0
    each = nn.functional.binary_cross_entropy_with_logits(
        out[:, : ACTION + 1], wanted, reduction="none", pos_weight=weight
    )
    loss = 4 * (each * told).sum() / told.sum()
    for columns, names, values in (
        (SUBTYPE_COLUMNS, SUBTYPES, [e.subtype for e in examples]),
        (TARGET_COLUMNS, TARGETS, [e.target for e in examples]),
    ):
        kinds = torch.tensor([names.index(v) if v in names else _NONE for v in values])
        share = (kinds != _NONE).float().mean()
        if share > 0:
            helper = nn.functional.cross_entropy(out[:, columns], kinds, ignore_index=_NONE)
            loss = loss + recipe.helper * share * helper
    return loss
