"""What the notebooks share: where the repository lies, which model reads, how charts look."""

from __future__ import annotations

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML

import pmlint

ROOT = next(folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "corpora").is_dir())
"""The repository, from wherever in it a notebook is started."""

MODEL = "fast" if (ROOT / "models" / "fast" / "artefact" / "manifest.json").is_file() else "rules"
"""The trained model where there is one, else the rules alone."""

SETTINGS = pmlint.Settings(model=MODEL)

SCORES = ("blameless", "accountable", "candid")

BLUE, ORANGE, GREEN, PURPLE, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#767676"
"""Colours that people with colour blindness tell apart (Okabe and Ito, 2008, "Color Universal Design").

Where colours mean something, shapes or words beside them mean the same.
"""


def quiet_charts() -> None:
    """White ground, no frame, faint lines: charts that also read well on a dark page."""
    plt.rcParams.update(
        {
            "figure.dpi": 100,
            "figure.facecolor": "white",
            "figure.constrained_layout.use": True,
            "savefig.facecolor": "white",
            "font.size": 10,
            "axes.titlesize": 11,
            "axes.titlelocation": "left",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": "#e4e4e4",
            "legend.frameon": False,
        }
    )
    pd.set_option("display.max_colwidth", 90)


def table(frame: pd.DataFrame, **formats: str) -> HTML:
    """A short table without its index, long texts wrapped and not cut.

    Args:
        frame: What is shown.
        formats: How the numbers of a column are written, ``points="{:+.0f}"``.
    """
    style = (
        frame.style.hide(axis="index")
        .format(formats, escape="html", na_rep="")
        .set_properties(**{"text-align": "left", "vertical-align": "top"})
        .set_table_styles([{"selector": "th", "props": "text-align: left"}])
        .set_uuid("table")
    )
    return HTML(style.to_html())
