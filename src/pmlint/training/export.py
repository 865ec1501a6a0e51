"""The trained encoder as an ONNX graph in eight bits."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import torch

from pmlint.scoring.packing import OPEN
from pmlint.training.encoder import Encoder

_OPSET = 17


def export(encoder: Encoder, path: Path) -> None:
    """Writes the encoder, weights of matrices and embeddings quantised to eight bits (dynamic quantisation).

    Args:
        encoder: The trained encoder.
        path: The ONNX file to write.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    encoder.eval()
    ids = torch.full((2, 12), OPEN)
    mask = torch.ones_like(ids)
    mask[1, 9:] = 0
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exact = Path(scratch) / "exact.onnx"
        torch.onnx.export(
            encoder,
            (ids, mask.clone(), mask),
            str(exact),
            input_names=["ids", "segments", "mask"],
            output_names=["log_odds"],
            dynamic_axes={name: {0: "sentences", 1: "length"} for name in ("ids", "segments", "mask")},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(exact, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
