"""Gives every pandas Series of texts ``.pmlint``: ``df["body"].pmlint.score()``.

Importing pmlint does this where pandas is loaded already; otherwise ``import pmlint.pandas`` does.
"""

from __future__ import annotations

from typing import Any

from pmlint.batch.extras import need
from pmlint.errors import PmlintError

_api: Any = need("pandas.api.extensions", "frames", "the accessor of pandas Series")


@_api.register_series_accessor("pmlint")
class SeriesAccessor:
    """What pmlint says about a Series of texts, as frames.

    Args:
        series: The texts.
    """

    def __init__(self, series: Any) -> None:
        self._series = series

    def score(self, date: Any = None, **options: Any) -> Any:
        """The frame of scores, with the index of the Series: ``pmlint.score_frame``.

        Args:
            date: A Series of the days that "by Friday" is counted from, with the same index, or one day for
                all texts.
            options: ``format``, ``settings`` and ``cache`` of ``pmlint.score_frame``.
        """
        from pmlint.batch.frames import score_frame

        return score_frame(self._frame(date), "text", **options)

    def findings(self, date: Any = None, **options: Any) -> Any:
        """The frame of findings: ``pmlint.findings_frame``; ``id`` is the label in the index.

        Args:
            date: As for ``score``.
            options: As for ``score``.
        """
        from pmlint.batch.frames import findings_frame

        return findings_frame(self._frame(date), "text", **options)

    def actions(self, date: Any = None, **options: Any) -> Any:
        """The frame of commitments: ``pmlint.actions_frame``; ``id`` is the label in the index.

        Args:
            date: As for ``score``.
            options: As for ``score``.
        """
        from pmlint.batch.frames import actions_frame

        return actions_frame(self._frame(date), "text", **options)

    def _frame(self, date: Any) -> Any:
        found = self._series.to_frame("text")
        # By place and not by label: labels may occur twice, and then a Series cannot be aligned.
        labels = getattr(date, "index", self._series.index)
        if not callable(labels) and not self._series.index.equals(labels):
            raise PmlintError("the dates have another index than the texts", mend="take both from one frame")
        try:
            found["date"] = date.array if hasattr(date, "array") else date
        except ValueError as error:
            raise PmlintError(f"the dates do not fit the texts: {error}") from None
        return found
