"""Texts that several tests share; written for these tests."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"

MIXED = """\
# The Harbour Street handover

Date: 2025-02-20

Mistakes were made during the handover.

## Timeline

- 09:10 Ines opens the site and finds the scaffold tag missing.
- 09:25 Marlon calls the inspector.
- 11:40 The inspector closes the north face.

## What went wrong

The foreman forgot to sign the tag.

There were communication gaps between the crews.

Root cause: human error.

## Action items

- Ines will add a line for the scaffold tag to the handover form by 7 March.
- Improve communication
"""
"""A short draft in which every family of rules finds something."""

CLEAN = """\
# Cold store stopped for two hours

Date: 2025-05-06

On 6 May the compressor of the cold store stopped at 04:12 because its oil sensor reports
zero while it warms up. Amira read the sensor's manual at 04:40, saw the note on
warm-up and started the compressor by hand at 06:05.
"""
"""A short draft in which no rule finds anything."""
