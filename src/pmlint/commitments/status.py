"""Whether a commitment is done, which ticket tracks it and how urgent it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pmlint.commitments.clauses import done_of, head_of, modal_of
from pmlint.lexicons import load
from pmlint.records import Status

_MARKED_DONE = re.compile(
    r"^\W*(?:✅|✔️?|☑️?|✓)|(?:✅|✔️?|☑️?|✓)\W*$|"
    r"[(\[*—–:-]\s*(?:already\s+|now\s+)?(?:done|completed?|fixed|finished|implemented|resolved|shipped|"
    r"merged|deployed|closed|in place)"
    r"(?:\s+(?:on|in|by|as of)\b[^)\]]{0,30}|[,:]?\s+\d[^)\]]{0,20})?\s*[)\]*.!]*\s*$|"
    r"[(\[]\s*(?:already\s+|now\s+)?(?:done|completed?|fixed|finished|implemented|resolved|shipped|"
    r"merged|deployed|closed)\b[^)\]]{0,30}[)\]]|"
    r"^\W*(?:done|completed?|fixed|finished)\b\s*[:)\]–—-]|"
    r"[:;–—]\s+(?:already\s+|now\s+)?(?:done|completed|fixed|finished|closed)\s*[,;.]",
    re.I,
)
_STRUCK = re.compile(r"~~(.+?)~~|<(?:s|del|strike)>(.+?)</(?:s|del|strike)>", re.S)
_NOT_YET = re.compile(
    r"\b(?:not yet|in progress|ongoing|still|begun|began|started|partly|partially|working on|scheduled|"
    r"planned)\b",
    re.I,
)
_NO_RESULT = frozenset(
    {"start", "begin", "plan", "schedule", "assign", "agree", "commit", "ask", "propose", "order"}
)
_TICKET = re.compile(
    r"https?://[^\s)>\]]+/(?:browse/[A-Z][A-Z0-9]+-\d+|issues?/[\w-]*\d+|pull/\d+|merge_requests/\d+|"
    r"work_?items?/(?:edit/)?\d+|"
    r"tickets?/\d+|[^\s)>\]]*\bissue/[A-Z]+-\d+|show_bug\.cgi\?id=\d+)[^\s)>\]]*|"
    r"(?<![\w-])(?!(?:UTF|SHA|ISO|COVID|CVE|RFC|AES|MD|HTTP|TLS|SSL|P|Q|H|GPT|WCAG|PEP|EN|BS|DIN|USB|"
    r"IEC|RS|CRC|AI|SEV)-\d)"
    r"[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![\w-])|(?<!\w)(?:[\w.-]+/[\w.-]+)?#\d{1,6}(?!\w)",
)  # fmt: skip
_PRIORITY = re.compile(
    r"[(\[]\s*(P[0-5]|high|medium|low|critical|urgent|must|should|could)(?:\s+prio(?:rity)?)?\s*[)\]]|"
    r"^\W*(P[0-5])\b|\bprio(?:rity)?\s*[:=]\s*([\w-]+)",
    re.I,
)


def status_of(
    text: str, *, field: str = "", source: str = "", checked: bool | None = None, remedy: bool = False
) -> Status:
    """Whether a commitment is ``"open"`` or ``"done"``.

    Args:
        text: The item as written, markup removed.
        field: What a status column or field says.
        source: The item's source, for struck-through text.
        checked: State of its task-list box.
        remedy: Whether it stands among remedies, where a deed told in the past is a finished one.
    """
    if field and (stated := _of_field(field)):
        return stated
    if checked is not None:
        return "done" if checked else "open"
    struck = sum(len(m[1] or m[2]) for m in _STRUCK.finditer(source))
    if struck * 2 > len(source) or _MARKED_DONE.search(text):
        return "done"
    if not remedy:
        return "open"
    return "done" if _told_as_done(text) else "open"


def _of_field(field: str) -> Status | None:
    value = re.sub(r"\s+", " ", field).strip().strip("*_()[]. ").lower()
    if not value:
        return None
    done, opened = _words()
    if opened.search(value) or re.match(r"not\b|\d{1,2}\s?%", value):
        return "open"
    return "done" if done.search(value) else "open"


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def pattern(name: str) -> re.Pattern[str]:
        entries = sorted(load(f"commitments/{name}"), key=len, reverse=True)
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, entries)) + r")(?!\w)", re.I)

    return pattern("done_words"), pattern("open_words")


def _told_as_done(text: str) -> bool:
    head = head_of(text)
    if head is None or head.form in ("imperative", "gerund", "future", "duty", "named"):
        if head is None or modal_of(text):
            return False
        # "Scale up the nodes: we doubled their memory": the sentence after the colon reports.
        _, colon, rest = text.partition(":")
        return bool(colon) and (told := done_of(rest)) is not None and told.form == "done"
    modal = modal_of(text)
    if modal and modal.start < head.start:
        return False
    lead = text[: head.verb.end if head.verb else None]
    return not _NOT_YET.search(lead) and (head.verb is None or head.verb.lemma not in _NO_RESULT)


def ticket_of(text: str, links: Iterable[str] = ()) -> str | None:
    """The tracker reference of an item, from its words or its links."""
    for place in (text, *links):
        if match := _TICKET.search(place):
            return match[0].rstrip(".,;")
    return None


def priority_of(text: str) -> str | None:
    """The priority of an item as written ("P1", "High")."""
    match = _PRIORITY.search(text)
    return next((group for group in match.groups() if group), None) if match else None
