"""What a ``train.toml`` asks for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from pmlint.errors import ConfigError, nearest


@dataclass(frozen=True)
class EncoderConfig:
    """How the full tier's encoder is fine-tuned.

    Attributes:
        package: The package that carries the weights that training starts from.
        epochs: Times that every example is seen.
        rate: Highest learning rate; it rises over a tenth of the steps and falls linearly.
        layer_decay: Factor by which each layer learns more slowly than the one above it, 0 to 1.
        batch: Examples a step.
        alone: Share of the examples that are seen without their surroundings.
        helper: Weight of the helper outputs (subtype, target) in the loss.
        positive: Weight of a label's presence against its absence.
    """

    package: str = "all_minilm_l6_v2"
    epochs: int = 4
    rate: float = 3e-4
    layer_decay: float = 0.8
    batch: int = 32
    alone: float = 0.3
    helper: float = 0.3
    positive: float = 2.0


@dataclass(frozen=True)
class TrainConfig:
    """One training run.

    Attributes:
        tier: ``"fast"`` or ``"full"``.
        documents: Folders of labelled documents, relative to the file.
        contrasts: Folders of contrast sets.
        seed: Of every random choice.
        gram_strength: Inverse regularisation of the fast tier.
        stack_strength: Inverse regularisation of the joint.
        document_weight: Weight of a document's sentence against a contrast's in the joint.
        document_alpha: Regularisation of the document model.
        formula_share: How much of each score the plain formula gives, 0 to 1.
        encoder: For the full tier.
        root: Folder of the file.
    """

    tier: Literal["fast", "full"]
    documents: tuple[str, ...]
    contrasts: tuple[str, ...] = ()
    seed: int = 0
    gram_strength: float = 6.0
    stack_strength: float = 0.03
    document_weight: float = 1.0
    document_alpha: float = 1.0
    formula_share: float = 0.5
    encoder: EncoderConfig = field(default_factory=EncoderConfig)
    root: Path = Path()

    def folders(self, names: tuple[str, ...]) -> list[Path]:
        """The folders of these names, relative to the file."""
        return [(self.root / name).resolve() for name in names]


def read_train_config(path: str | Path) -> TrainConfig:
    """The training run that a file asks for.

    Args:
        path: A ``train.toml``.

    Raises:
        ConfigError: The file is missing or broken, or a key is unknown or of the wrong type.
    """
    place = Path(path)
    try:
        stored = tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"cannot be read: {error}", where=str(place)) from error
    if stored.get("tier") not in ("fast", "full"):
        raise ConfigError("tier must be 'fast' or 'full'", where=str(place))
    if not stored.get("documents"):
        raise ConfigError("names no folder of documents", where=str(place), mend='documents = ["corpus"]')
    encoder = _checked(EncoderConfig, stored.pop("encoder", {}), place, "encoder.")
    values = _checked(TrainConfig, stored, place)
    return TrainConfig(**values, encoder=EncoderConfig(**encoder), root=place.parent)


def _checked(kind: type[Any], stored: dict[str, Any], place: Path, prefix: str = "") -> dict[str, Any]:
    wanted = {f.name: f.type for f in fields(kind) if f.name not in ("root", "encoder")}
    values: dict[str, Any] = {}
    for key, value in stored.items():
        if key not in wanted:
            raise ConfigError(
                f"unknown key '{prefix}{key}'", where=str(place), mend=nearest(key, list(wanted))
            )
        kinds: tuple[type, ...] = {"int": (int,), "float": (int, float), "str": (str,)}.get(
            str(wanted[key]), (str, list)
        )
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise ConfigError(f"'{prefix}{key}' cannot be {value!r}", where=str(place))
        values[key] = tuple(value) if isinstance(value, list) else value
    return values
