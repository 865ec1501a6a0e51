"""One self-contained page over many documents: charts, filters, and each document with its findings."""

from pmlint.report.page.entry import Entry, Label
from pmlint.report.page.render import GENERATOR, render_page

__all__ = ["GENERATOR", "Entry", "Label", "render_page"]
