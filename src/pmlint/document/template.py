"""Which blocks are prompts of a template that nobody has filled in."""

from __future__ import annotations

import re

from pmlint.document.drafts import Draft

_BLANK = re.compile(
    r"(?:tb[dacs]|to ?do|n/?a|not applicable|"
    r"to be (?:determined|done|defined|added|confirmed|filled in|completed)|"
    r"fill (?:me|this|in)(?: in| out)?|lorem ipsum.*|x{2,}|\?{2,}|_{2,}|-{1,3}|–|—|\.{2,}|…|yyyy-mm-dd|"
    r"dd/mm/yyyy|mm/dd/yyyy|hh:mm.{0,8}|\W{0,3})[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(
    r"(?:\[[^\[\]]{2,300}\]|<[^<>]{2,300}>|\{\{[^{}\d]{1,30}\}\}|\{[^{}]{2,300}\}|«[^«»]{2,300}»)[\s.:]*"
)
_PROMPT = re.compile(
    r"[(\[*_ ]*(?:(?:please|briefly|in \w+ (?:sentences?|words?|paragraphs?),?)\s+)*"
    r"(?:add|answer|attach|capture|copy|delete|describe|detail|document|enter|explain|fill|give|identify|"
    r"include|insert|list|mention|note|outline|paste|provide|put|record|replace|specify|state|summari[sz]e|"
    r"tell|use this|write|what|when|where|which|who|why|how|did|do|does|is|are|was|were|e\.?g\.?|for example|"
    r"example|optional|a (?:short|brief|concise)|this section)\b",
    re.IGNORECASE,
)


def is_template(draft: Draft) -> bool:
    """Whether a draft is a placeholder, or a prompt set in italics or brackets."""
    if draft.kind == "row":
        return _row_is_template(draft)
    text = draft.prose.text().strip()
    if _is_blank(text):
        return True
    if draft.kind == "heading" or draft.checked is not None:
        return False
    whole = draft.prose.covered(draft.prose.emphasis) or (text[:1] in "([" and text[-1:] in ")]")
    return whole and (bool(_PROMPT.match(text)) or text.rstrip(")]*_ ").endswith("?"))


def _is_blank(text: str) -> bool:
    return bool(_BLANK.fullmatch(text) or _BRACKETED.fullmatch(text))


def _row_is_template(draft: Draft) -> bool:
    text = draft.prose.text()
    cells = [text[start:end].strip() for _, start, end in draft.cells]
    # The first cell is often a number or a label that the template itself brings.
    filled = [cell for cell in cells if not _is_blank(cell)]
    return not filled or (
        len(cells) > 2 and len(filled) == 1 and filled[0] == cells[0] and len(filled[0]) < 4
    )
