"""Files scored by several processes; one that dies costs the document that killed it, and no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any

from pmlint.batch.cache import Cache
from pmlint.batch.columns import failed_row
from pmlint.batch.journal import Journal, Part
from pmlint.batch.scorer import Scorer, reason_of
from pmlint.config.settings import Settings
from pmlint.document import Source, load

DIED = "the process that read it died, perhaps for want of memory"
"""The reason of a document whose process was ended from outside or crashed."""

_CHUNK = 8
_FEW = 2
"""Chunks waiting for each worker: enough to keep it busy, few enough to hold no list of all files."""


class FileScorer:
    """Scores files and writes their rows down.

    Args:
        settings: The settings in force.
        cache: Where results are kept between runs, or ``None``.
        part: Where the rows go.
    """

    def __init__(self, settings: Settings, cache: Cache | None, part: Part) -> None:
        self._settings = settings
        self._scorer = Scorer(settings, cache)
        self._part = part

    def score(self, paths: Sequence[str], progress: Callable[[int], object] = lambda count: None) -> None:
        """Writes a row for each file.

        Args:
            paths: The files.
            progress: Called with 1 after each of them.

        Raises:
            PmlintError: Something is unfit for every document.
        """
        for scored in self._scorer.score(self._sources(paths, progress)):
            path = scored.source.path or ""
            self._part.write(path, self._scorer.checker.key(scored.source), {"path": path, **scored.row})
            progress(1)

    def _sources(self, paths: Sequence[str], progress: Callable[[int], object]) -> Iterator[Source]:
        for path in paths:
            try:
                yield load(path, max_bytes=self._settings.max_file_size)
            except Exception as error:
                self._part.write(path, "", {"path": path, **failed_row(reason_of(error))})
                progress(1)


@dataclass(frozen=True)
class Run:
    """What all files of a run share.

    Attributes:
        settings: The settings in force.
        cache: Where results are kept between runs, or ``None``.
        journal: Where the rows go.
        progress: Called with how many more files are done.
    """

    settings: Settings
    cache: Cache | None
    journal: Journal
    progress: Callable[[int], object]


def score_alone(paths: Sequence[str], run: Run) -> None:
    """Scores files in this process.

    Args:
        paths: The files.
        run: What they share.

    Raises:
        PmlintError: Something is unfit for every document.
    """
    part = Part(run.journal.folder)
    try:
        FileScorer(run.settings, run.cache, part).score(paths, run.progress)
    finally:
        part.close()


def score_in_processes(paths: Sequence[str], run: Run, workers: int) -> None:
    """Scores files in several processes.

    Args:
        paths: The files.
        run: What they share.
        workers: How many processes.

    Raises:
        PmlintError: Something is unfit for every document.
    """
    left = list(paths)
    while left:
        before = run.journal.parts()
        suspects = _score_together(left, run, workers)
        if not suspects:
            return
        done = run.journal.written(run.journal.parts() - before)
        run.progress(sum(path in done for path in suspects))
        # Among these few is the one that killed its process: read one after the other, it shows itself.
        _score_singly([path for path in suspects if path not in done], run)
        done = run.journal.written(run.journal.parts() - before)
        left = [path for path in left if path not in done]


def _score_singly(paths: Sequence[str], run: Run) -> None:
    """Scores files one after the other; each that kills its process is given a row that says so."""
    left = list(paths)
    while left:
        guilty = _score_together(left, run, workers=1, size=1, ahead=1)
        if not guilty:
            return
        part = Part(run.journal.folder)
        part.write(guilty[0], "", {"path": guilty[0], **failed_row(DIED)})
        part.close()
        run.progress(1)
        left = left[left.index(guilty[0]) + 1 :]


def _score_together(
    paths: Sequence[str], run: Run, workers: int, size: int = _CHUNK, ahead: int = _FEW
) -> list[str]:
    """Scores files until all are done or a process dies; the files that were being read when one died."""
    room = (str(run.cache.folder), run.cache.max_bytes) if run.cache else None
    chunks = _chunks(paths, size)
    running: dict[Future[int], list[str]] = {}
    # Threads of this process (a progress bar has one) must not be copied half-way into another.
    context = multiprocessing.get_context("spawn")
    start = (run.settings, room, str(run.journal.folder))
    with ProcessPoolExecutor(workers, context, _start, start) as pool:
        try:
            while True:
                for chunk in islice(chunks, workers * ahead - len(running)):
                    running[pool.submit(_work, chunk)] = chunk
                if not running:
                    return []
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    run.progress(future.result())
                    del running[future]
        except BrokenProcessPool:
            return [path for chunk in running.values() for path in chunk]
        except BaseException:
            # An interpreter that ends before its pool prints tracebacks below the one line of the error.
            pool.shutdown(cancel_futures=True)
            raise


def _chunks(paths: Sequence[str], size: int) -> Iterator[list[str]]:
    waiting = iter(paths)
    while chunk := list(islice(waiting, size)):
        yield chunk


_here: dict[str, Any] = {}
"""What a worker process keeps from one chunk to the next."""


def _start(settings: Settings, room: tuple[str, int] | None, folder: str) -> None:
    # Ctrl-C is for the process that was started: it ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    cache = Cache(Path(room[0]), room[1]) if room else None
    _here["scorer"] = FileScorer(settings, cache, Part(Path(folder)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _work(paths: list[str]) -> int:
    _here["scorer"].score(paths)
    return len(paths)
