"""Which files a list of paths stands for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmlint.document.formats import FORMATS
from pmlint.errors import ReadError

if TYPE_CHECKING:
    from pathspec import PathSpec

_NEVER = frozenset((".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox"))
STDIN = "-"


def find_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    exclude: Sequence[str] = (),
    respect_gitignore: bool = True,
) -> tuple[list[str], list[ReadError]]:
    """The documents that paths stand for, in order and without repeats.

    Args:
        paths: Files, directories (walked for document suffixes) and ``"-"`` for standard input.
        exclude: Patterns as in .gitignore; they apply to what walking finds, never to files named outright.
        respect_gitignore: Whether the .gitignore files of the repository apply to what walking finds.

    Returns:
        The files as given or found, and an error for each path that is missing or cannot be walked.
    """
    files: dict[str, None] = {}
    errors: list[ReadError] = []
    for path in paths:
        name = os.fspath(path)
        if name != STDIN and not os.path.lexists(name):
            errors.append(ReadError("no such file or directory", where=name, mend="check the path"))
        elif name != STDIN and Path(name).is_dir():
            files.update(dict.fromkeys(_walk(name, exclude, respect_gitignore, errors)))
        else:
            files[name] = None
    return list(files), errors


def _walk(root: str, exclude: Sequence[str], respect: bool, errors: list[ReadError]) -> Iterator[str]:
    ignored = _Ignored(Path(root), exclude, respect)

    def complain(error: OSError) -> None:
        errors.append(ReadError(f"cannot be walked ({error.strerror})", where=str(error.filename)))

    for folder, folders, names in os.walk(root, onerror=complain):
        folders[:] = sorted(
            name for name in folders if name not in _NEVER and not ignored(Path(folder, name), is_folder=True)
        )
        for name in sorted(names):
            if Path(name).suffix.lower() in FORMATS and not name.startswith("~$"):
                path = Path(folder, name)
                if not ignored(path, is_folder=False) and not _is_endless(path):
                    yield os.path.join(folder, name)  # noqa: PTH118 - keeps "./" as it was given


def _is_endless(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device: reading it could wait for ever, or never end."""
    return path.exists() and not path.is_file()


class _Ignored:
    """Whether a path below a root is ignored: by the patterns given or by the .gitignore files above it."""

    def __init__(self, root: Path, exclude: Sequence[str], respect: bool) -> None:
        self.root = Path(os.path.abspath(root))  # noqa: PTH100 - links stay as they are
        self.respect = respect
        self.exclude = _spec(exclude) if exclude else None
        self.top = self._repository()
        self._specs: dict[Path, PathSpec[Any] | None] = {}

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        full = Path(os.path.abspath(path))  # noqa: PTH100
        tail = "/" if is_folder else ""
        if self.exclude and self.exclude.match_file(full.relative_to(self.root).as_posix() + tail):
            return True
        if not self.respect:
            return False
        # The innermost .gitignore that says anything about the path has the last word.
        for folder in full.parents:
            spec = self._spec_of(folder)
            if spec:
                verdict = spec.check_file(full.relative_to(folder).as_posix() + tail).include
                if verdict is not None:
                    return verdict
            if folder == self.top:
                break
        return False

    def _repository(self) -> Path:
        for folder in (self.root, *self.root.parents):
            if (folder / ".git").exists():
                return folder
        return self.root

    def _spec_of(self, folder: Path) -> PathSpec[Any] | None:
        if folder not in self._specs:
            try:
                lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:
                lines = []
            self._specs[folder] = _spec(lines) if lines else None
        return self._specs[folder]


def _spec(patterns: Sequence[str]) -> PathSpec[Any]:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
