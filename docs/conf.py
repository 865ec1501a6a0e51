"""The site: Markdown pages, one page for each rule from its card, reference pages from the package itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

from generated import write_pages  # noqa: E402 (found only once the path above is set)

from pmlint import __version__  # noqa: E402

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "pmlint"
author = "pmlint contributors"
project_copyright = author
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_generated", "_ext", "_tools"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False  # settings and quoted words are shown as they are typed

autodoc_class_signature = "separated"
autodoc_default_options = {"exclude-members": "__init__, __new__"}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_use_ivar = True
# The standard library's own pages are on the network, which a build never asks.
nitpick_ignore_regex = [
    (r"py:.*", r"(datetime|dt|pathlib|os|collections|typing|argparse|spacy|re)(\..*)?"),
    (r"py:class", r"Path|date"),
]

html_theme = "furo"
html_title = f"pmlint {__version__}"
html_static_path = ["_static"]
html_css_files = ["pmlint.css"]
html_show_sphinx = False
html_copy_source = False


def setup(app: Sphinx) -> None:
    """Writes the generated pages before Sphinx looks for pages."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir)))
