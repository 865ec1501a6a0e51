"""A trained model on disk: a manifest with the hash of every file, arrays, and for the encoder an ONNX graph.

No file is code: arrays are read with ``allow_pickle=False``, everything else is JSON, ONNX or plain text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmlint.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
"""Version of the layout; an artefact of another version is refused."""

MANIFEST = "manifest.json"
ARRAYS = "arrays.npz"

Arrays = dict[str, "NDArray[np.float64]"]


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def artefact_hash(hashes: Mapping[str, str], metadata: Mapping[str, Any]) -> str:
    """One hash for all that an artefact says.

    Args:
        hashes: SHA-256 of each file by its name.
        metadata: The manifest's metadata.
    """
    lines = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    lines += json.dumps(metadata, sort_keys=True)
    return hashlib.sha256(lines.encode()).hexdigest()


def write_manifest(folder: Path, tier: str, metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest of the files in a folder, written beside them.

    Args:
        folder: The artefact's folder, with every other file already in it.
        tier: ``"fast"`` or ``"full"``.
        metadata: What is worth knowing of the training; must be plain data.
    """
    files = {p.name: file_hash(p) for p in sorted(folder.iterdir()) if p.is_file() and p.name != MANIFEST}
    manifest = {
        "format": FORMAT,
        "tier": tier,
        "hash": artefact_hash(files, json.loads(json.dumps(metadata))),
        "files": files,
        "metadata": dict(metadata),
    }
    text = json.dumps(manifest, indent=2, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of an artefact whose files are all there and unchanged.

    Args:
        folder: The artefact's folder.

    Raises:
        ModelError: There is none, it is of another version, or a file differs from its hash.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            "there is no model", where=str(folder), mend="set model to 'fast', 'full' or a trained folder"
        ) from None
    except (OSError, ValueError) as error:
        raise ModelError(f"the manifest cannot be read: {error}", where=str(path)) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        found = manifest.get("format") if isinstance(manifest, dict) else None
        raise ModelError(
            f"the model has format {found}, this version of pmlint reads format {FORMAT}",
            where=str(path),
            mend="train it again with 'pmlint train'",
        )
    _compare(folder, manifest)
    return manifest


def _compare(folder: Path, manifest: Mapping[str, Any]) -> None:
    files = manifest.get("files")
    if not isinstance(files, dict) or manifest.get("hash") != artefact_hash(
        files, manifest.get("metadata", {})
    ):
        raise ModelError("the manifest was changed", where=str(folder / MANIFEST), mend="install it again")
    for name, expected in files.items():
        path = folder / name
        if "/" in name or "\\" in name or not path.is_file():
            raise ModelError(f"the model lacks {name}", where=str(folder), mend="install it again")
        if file_hash(path) != expected:
            raise ModelError(
                "the file differs from its hash in the manifest",
                where=str(path),
                mend="install the model again, or train it with 'pmlint train'",
            )


def read_arrays(path: Path) -> Arrays:
    """The named arrays of a file.

    Args:
        path: A file written by ``write_arrays``.

    Raises:
        ModelError: It is no such file.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError) as error:
        raise ModelError(f"the arrays cannot be read: {error}", where=str(path)) from error


def write_arrays(path: Path, arrays: Mapping[str, Any]) -> None:
    """Writes named arrays, byte for byte the same for the same arrays.

    Args:
        path: Where to.
        arrays: The arrays by name.
    """
    import io
    import zipfile

    import numpy as np

    # numpy.savez stamps the time of day on its members; a retrained model must have the same hash.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, buffer.getvalue(), compresslevel=9)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes texts, one a line."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def read_lines(path: Path) -> list[str]:
    """Texts written by ``write_lines``."""
    return path.read_text(encoding="utf-8").split("\n")[:-1]
