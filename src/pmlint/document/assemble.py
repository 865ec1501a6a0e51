"""Drafts turned into blocks and sentences: sections, lead-ins, parents and numbers are settled here."""

from __future__ import annotations

from collections.abc import Sequence

from pmlint.document.drafts import Draft
from pmlint.document.model import Block, Cell, Sentence
from pmlint.document.sentences import cut
from pmlint.document.template import is_template

_HEADING_WORDS = 12
_LEAD_WORDS = 8
_COLON_WORDS = 5
_GAP = 8  # a blank line, or the tags between two paragraphs


def assemble(drafts: list[Draft]) -> tuple[tuple[Block, ...], tuple[Sentence, ...]]:
    """The blocks and sentences of drafts given in source order."""
    assembly = _Assembly(drafts)
    blocks = tuple(assembly.block(index) for index in range(len(drafts)))
    return blocks, tuple(_sentences(blocks))


def _is_bold_heading(draft: Draft, text: str) -> bool:
    return (
        draft.kind == "para"
        and len(text.split()) <= _HEADING_WORDS
        and not text.endswith((".", ",", ";"))
        and "\n" not in text
        and draft.prose.covered(draft.prose.strong)
    )


def _is_colon_heading(draft: Draft, text: str, following: Draft | None) -> bool:
    """Whether a line such as "Root cause:" stands alone right above a paragraph."""
    return (
        draft.kind == "para"
        and following is not None
        and following.kind == "para"
        and following.quoted == draft.quoted
        and following.start - draft.end <= _GAP
        and len(text.split()) <= _COLON_WORDS
        and text[0].isupper()
        and _is_lead_title(text)
    )


def _is_lead_title(text: str) -> bool:
    return text.endswith(":") and len(text.split()) <= _LEAD_WORDS and "\n" not in text


def _title(text: str) -> str:
    return text.replace("\n", " ").rstrip(": ")


class _Assembly:
    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.index_of = {draft: index for index, draft in enumerate(drafts)}
        self.headings: list[tuple[int, str]] = []
        self.depth = 0  # level of the last real heading
        self.leads: dict[int, int | None] = {}
        self.extra: dict[int, tuple[str, ...]] = {}  # titles that one list alone stands under

    def block(self, index: int) -> Block:
        """The block of the draft with this index; to be called in order."""
        draft = self.drafts[index]
        text = draft.prose.text()
        kind, level = draft.kind, draft.level
        following = self.drafts[index + 1] if index + 1 < len(self.drafts) else None
        titles = _is_bold_heading(draft, text) or _is_colon_heading(draft, text, following)
        if titles and not draft.quoted:
            kind, level = "heading", min(self.depth + 1, 6)
        elif kind == "heading":
            self.depth = level
        if kind == "heading":
            while self.headings and self.headings[-1][0] >= level:
                self.headings.pop()
        section = tuple(title for _, title in self.headings)
        if kind == "heading":
            self.headings.append((level, _title(text)))
        number = draft.list_id
        if number is not None:
            if number not in self.leads:
                self._introduce(number, index)
            section += self.extra[number]
        offsets = draft.prose.offsets()
        length = len(text)
        return Block(
            index=index,
            kind=kind,
            text=text,
            offsets=offsets,
            start=draft.start,
            end=draft.end,
            level=level,
            section=section,
            parent=self.index_of.get(draft.parent) if draft.parent else None,
            lead_in=self.leads[number] if number is not None else None,
            list_id=number,
            cells=tuple(Cell(header, min(a, length), min(b, length)) for header, a, b in draft.cells),
            code=_clipped(draft.prose.code, length),
            links=tuple((a, min(b, length), target) for a, b, target in draft.prose.links if a < length),
            quoted=draft.quoted,
            template=is_template(draft),
            checked=draft.checked,
        )

    def _introduce(self, number: int, index: int) -> None:
        """Settle what introduces the list or table whose first draft this is."""
        draft = self.drafts[index]
        outer = draft.parent.list_id if draft.parent else None
        self.extra[number] = self.extra.get(outer, ()) if outer is not None else ()
        self.leads[number] = None
        if index == 0:
            return
        before = self.drafts[index - 1]
        text = before.prose.text()
        if before.quoted != draft.quoted:
            return
        if before.kind == "item" and (before is draft.parent or before.parent is draft.parent is not None):
            self.leads[number] = index - 1
            bold = len(text.split()) <= _HEADING_WORDS and before.prose.covered(before.prose.strong)
            if bold or _is_lead_title(text):
                self.extra[number] += (_title(text),)
        elif before.kind in ("para", "heading") and draft.parent is None:
            self.leads[number] = index - 1
            if before.kind == "para" and _is_lead_title(text) and not _is_bold_heading(before, text):
                self.extra[number] += (_title(text),)
        elif draft.parent is None:
            # A list cut in two (other bullets, a table after it) stays under the same lead.
            while before.parent is not None:
                before = before.parent
            if before.list_id is not None:
                self.leads[number] = self.leads.get(before.list_id)
                self.extra[number] = self.extra.get(before.list_id, ())


def _clipped(ranges: Sequence[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    return tuple((start, min(end, length)) for start, end in ranges if start < length)


def _sentences(blocks: tuple[Block, ...]) -> list[Sentence]:
    found: list[Sentence] = []
    for block in blocks:
        parts = [(cell.start, cell.end) for cell in block.cells] if block.cells else [(0, len(block.text))]
        for begin, stop in parts:
            for start, end in cut(block.text[begin:stop]):
                start, end = begin + start, begin + end
                found.append(Sentence(len(found), block.index, block.text[start:end], start, end))
    return found
