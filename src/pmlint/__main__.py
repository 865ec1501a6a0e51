"""``python -m pmlint`` is the command line."""

from __future__ import annotations

import sys

from pmlint.cli import main

sys.exit(main())
