"""Hindsight, causes or verdicts in the lines of a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules.base import Draft, Hit

_JUDGED = re.compile(
    r"\b(?:(?:should|could|ought to)(?:n['’]t| not)? have (?!only\b|a\b|the\b|to\b)\w+|(?:in|with) "
    r"(?:hindsight|retrospect)|as it (?:later )?turned out|little did \w+ know|(?:was|were) (?:clearly |"
    r"obviously )?(?:careless|sloppy|negligent|reckless|unprofessional|incompetent)|(?:carelessly|"
    r"negligently|recklessly|sloppily|foolishly|needlessly|wrongly|obviously|inexplicably)|(?:this|that|"
    r"which) (?:was|is|proved|turned out to be) (?:a|the) (?:\w+ )?(?:mistake|error|wrong (?:call|decision))|"
    r"(?:the|this|that) (?:was|is) the (?:root |main |real )?cause|root cause|this (?:is why|led to the|"
    r"caused the (?:outage|incident|failure|accident))|would (?:never )?have (?:been (?:avoided|prevented|"
    r"caught)|prevented|avoided))\b",
    re.I,
)
# Finding the cause at 14:20 is something that happened at 14:20.
_FOUND = re.compile(
    r"\b(?:identif\w+|f(?:ind|inds|ound)|discover\w*|determin\w+|trac(?:e|ed|es)|confirm\w*|suspect\w*|"
    r"isolat\w+|diagnos\w+|"
    r"conclud\w+|locat\w+|pinpoint\w*|investigat\w+|analy[sz]\w+|look(?:s|ed|ing)? (?:for|into)|search\w*|"
    r"understand|understood|"
    r"establish\w*|narrow\w*|realis\w+|realiz\w+|notic\w+|learn\w*|root cause (?:fix|known|analysis|"
    r"meeting|session)|rca)\b",
    re.I,
)


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on each such phrase in a line that opens with a time or stands under a timeline's heading."""
    form = shape(draft.document)
    stamped = set(form.stamped)
    # Paragraphs there may comment; what opens with a time, or is a line of a list, is the timeline.
    told = {
        i for i in form.timeline_blocks if i in stamped or draft.document.blocks[i].kind in ("item", "row")
    }
    for place in draft.places:
        if place.block.index not in told:
            continue
        match = _JUDGED.search(place.text)
        if match is None or place.quoted(*match.span()):
            continue
        if "cause" in match[0].lower() and _FOUND.search(place.text):
            continue
        start, end = draft.document.source_range(place.sentence, *match.span())
        yield Hit(start, end, args={"words": match[0]})
