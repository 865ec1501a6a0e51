"""A sentence in its place: with its neighbours, the list it stands in and, once parsed, its grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pmlint.document.model import Block, Document, Sentence
from pmlint.language.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span

_QUOTES = re.compile(
    r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|(?<!\w)['‘][^'’\n]{3,400}['’](?!\w)"
)


class UnparsedError(RuntimeError):
    """A rule asked for the grammar of a sentence that is not parsed."""


@dataclass
class Place:
    """A sentence with what stands around it.

    Attributes:
        document: The document.
        sentence: The sentence; hits are offsets into ``text``.
        before: The sentence before it in its block, list or section, or ``""``.
        after: The sentence after it, or ``""``.
        lead_in: The sentence or heading that introduces its list, or ``""``.
        parent: The item that it hangs under, or ``""``.
        vocabulary: Which words mean people, roles, teams, outside parties and systems.
        parsed: The sentence parsed by spaCy; set only where a rule's trigger asked for it.
    """

    document: Document
    sentence: Sentence
    before: str = ""
    after: str = ""
    lead_in: str = ""
    parent: str = ""
    vocabulary: Vocabulary = field(default_factory=vocabulary, repr=False)
    parsed: Span | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text

    @property
    def span(self) -> Span:
        """The sentence parsed by spaCy.

        Raises:
            UnparsedError: The sentence is not parsed, or not yet.
        """
        if self.parsed is None:
            raise UnparsedError("only rules of kind 'grammar' may ask for the parse")
        return self.parsed

    @cached_property
    def block(self) -> Block:
        """The block that the sentence stands in."""
        return self.document.block_of(self.sentence)

    @property
    def heading(self) -> str:
        """Title of the innermost section, or ``""``."""
        return self.block.section[-1] if self.block.section else ""

    @property
    def around(self) -> str:
        """Everything that may clarify the sentence: neighbours, list introduction, parent item."""
        return "\n".join(filter(None, (self.lead_in, self.parent, self.before, self.after)))

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Ranges of ``text`` that stand in quotation marks or are inline code."""
        shift = self.sentence.start
        code = tuple(
            (a - shift, b - shift) for a, b in self.block.code if shift <= a and b <= self.sentence.end
        )
        return tuple(m.span() for m in _QUOTES.finditer(self.text)) + code

    def quoted(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` stands in quotation marks or in inline code."""
        return any(a <= start and end <= b for a, b in self.quotations)


def places(document: Document) -> tuple[Place, ...]:
    """Every sentence that is linted, in its place; quoted and template blocks are left out."""
    linted = [
        s for s in document.sentences if not (_block(document, s).quoted or _block(document, s).template)
    ]
    first_of: dict[int, Sentence] = {}
    last_of: dict[int, Sentence] = {}
    for s in linted:
        first_of.setdefault(s.block, s)
        last_of[s.block] = s
    result = []
    for i, sentence in enumerate(linted):
        block = _block(document, sentence)
        result.append(
            Place(
                document,
                sentence,
                before=linted[i - 1].text if i and _near(document, linted[i - 1], sentence) else "",
                after=linted[i + 1].text
                if i + 1 < len(linted) and _near(document, sentence, linted[i + 1])
                else "",
                lead_in=last_of[block.lead_in].text if block.lead_in in last_of else "",
                parent=first_of[block.parent].text if block.parent in first_of else "",
            )
        )
    return tuple(result)


def _block(document: Document, sentence: Sentence) -> Block:
    return document.blocks[sentence.block]


def _near(document: Document, first: Sentence, second: Sentence) -> bool:
    # Neighbours share a block, a list or at least a section; a heading belongs to nobody's argument.
    a, b = _block(document, first), _block(document, second)
    if a.index == b.index:
        return True
    if "heading" in (a.kind, b.kind) or a.section != b.section:
        return False
    return a.kind == b.kind or (a.kind == "para" and b.kind == "item")
