"""Many documents at once: data frames, folders, what is remembered between runs, and other machines."""

from __future__ import annotations
