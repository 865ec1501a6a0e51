"""Commitments of a document: who will do what by when."""

from __future__ import annotations

from pmlint.commitments.extract import extract

__all__ = ["extract"]
