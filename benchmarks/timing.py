"""Time of whole commands, taken in turns so that both meet the same machine."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from statistics import median
from typing import NamedTuple

# Idle threads that spin would count as work of whoever started them.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Time(NamedTuple):
    """Seconds on the clock, and seconds of CPU of the command and its children."""

    wall: float
    cpu: float


def timed(command: list[str]) -> Time:
    """What one run takes; the command must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, env={**os.environ, **ONE_THREAD}, stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Time(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def in_turns(first: list[str], second: list[str], rounds: int) -> tuple[Time, Time]:
    """Median times of two commands, run in turns after one run of each that does not count."""
    timed(first), timed(second)
    runs = [(timed(first), timed(second)) for _ in range(rounds)]
    firsts, seconds = zip(*runs, strict=True)
    return _median(firsts), _median(seconds)


def _median(times: tuple[Time, ...]) -> Time:
    return Time(median(t.wall for t in times), median(t.cpu for t in times))
