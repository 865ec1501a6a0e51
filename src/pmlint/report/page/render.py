"""The page itself: templates filled with escaped text, and every script and style inside."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pmlint._version import __version__
from pmlint.errors import ConfigError
from pmlint.report.neutral import neutral, one_line
from pmlint.report.page.chart_data import SCORES, chart_data
from pmlint.report.page.entry import Entry
from pmlint.report.page.highlight import pieces
from pmlint.report.scorecard import LEVEL_WORDS
from pmlint.report.summary import CATEGORY_WORDS, plural

if TYPE_CHECKING:
    import jinja2

GENERATOR = "pmlint report"
"""What the page calls itself: by this a later run knows it from a document."""

SCRIPTS = ("stats.js", "group.js", "charts.js", "specs.js", "tables.js", "points.js", "filters.js", "main.js")
STYLES = ("page.css", "documents.css", "print.css")
_NEEDS = "pip install 'pmlint[report]'"


def render_page(
    entries: Sequence[Entry],
    *,
    title: str = "Post-mortems",
    as_of: dt.date | None = None,
    errors: Sequence[tuple[str, str]] = (),
) -> str:
    """One HTML page that needs nothing but itself: no network, no file beside it.

    Whatever stands in a document is shown as text: it is escaped in the page and in the data of the charts,
    and the page's content security policy lets no script run but its own.

    Args:
        entries: The documents; those with a date come first on the page, the earliest at the top.
        title: Title of the page.
        as_of: The day that ages and overdue dates are counted to; ``None`` is today.
        errors: Path and reason of each file that could not be read.

    Raises:
        ConfigError: The packages of the extra ``report`` are not installed.
    """
    day = as_of or dt.date.today()
    ordered = sorted(entries, key=lambda e: (e.report.date is None, e.report.date or dt.date.min, e.title))
    environment = _environment()
    script = "\n".join(_asset(name) for name in SCRIPTS)
    library, style = _library(), "\n".join(_asset(name) for name in STYLES)
    return environment.get_template("page.html").render(
        title=one_line(title),
        generator=f"{GENERATOR} {__version__}",
        as_of=day,
        entries=list(enumerate(ordered, 1)),
        dated=[e.report.date for e in ordered if e.report.date],
        labels=sorted({label for e in ordered for label in e.labels}),
        errors=errors,
        data=chart_data(ordered, day),
        library=library,
        script=script,
        style=style,
        policy=_policy([library, script]),
    )


def _policy(scripts: Sequence[str]) -> str:
    """A policy under which these scripts run and nothing else, and nothing is fetched."""
    sums = " ".join(f"'sha256-{_sum(script)}'" for script in scripts)
    # Charts set the size and place of what they draw as style attributes, which no hash can name.
    return (
        f"default-src 'none'; script-src {sums}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sum(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    """Vega with Vega-Lite and Vega-Embed as one script."""
    try:
        import vl_convert
    except ImportError:
        raise ConfigError("the report page needs the package vl-convert-python", mend=_NEEDS) from None
    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    # Inside a script element these would end it, or change how it is read.
    return bundle.replace("</script", r"<\/script").replace("<!--", r"<\!--")


@cache
def _environment() -> jinja2.Environment:
    try:
        import jinja2
    except ImportError:
        raise ConfigError("the report page needs the package Jinja2", mend=_NEEDS) from None
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(neutral=neutral, one_line=one_line, counted=plural, day=_day)
    environment.globals.update(
        SCORES=SCORES, LEVELS=LEVEL_WORDS, CATEGORIES=CATEGORY_WORDS, pieces=pieces, score_of=_score_of
    )
    return environment


def _day(date: dt.date | None) -> str:
    return f"{date.day} {date:%B %Y}" if date else "undated"


def _score_of(entry: Entry, name: str) -> dict[str, Any] | None:
    """A score as the bar draws it: its value and, where the model gives one, its interval."""
    scores = entry.report.scores
    if scores is None:
        return None
    low, high = scores.intervals.get(name, (None, None))
    return {"value": getattr(scores, name), "low": low, "high": high}
