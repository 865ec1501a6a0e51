"""Scores of a document."""

from __future__ import annotations

from pmlint.scoring.interim import score

__all__ = ["score"]
