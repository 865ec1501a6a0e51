"""Commitments in running text: "Sarah will …", "we have since added …"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from pmlint.commitments.around import texts_around
from pmlint.commitments.clauses import head_of
from pmlint.commitments.dates import Calendar
from pmlint.commitments.due import due_in
from pmlint.commitments.fields import is_field, split_fields
from pmlint.commitments.found import Found
from pmlint.commitments.headings import Standing, Standings
from pmlint.commitments.owners import owner_in_sentence
from pmlint.commitments.people import People
from pmlint.commitments.promises import (
    EFFECTS,
    HYPOTHETICAL,
    LESSONS,
    PREFIX,
    acts,
    announces,
    lasting_remedy,
    own_duty,
    passive_plan,
    promised,
    stands_from_now,
)
from pmlint.document.model import Block

_CONDITIONAL = re.compile(
    r"\W*(?:if|unless|whenever|should (?:the|this|a|we|you)|had|suppose|assuming|imagine|for each|"
    r"for every|each time|every time|"
    r"when (?:the|a|an|this|that|it|you|they|someone))\b",
    re.I,
)
_STAMP = re.compile(r"\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d\b|\d{1,2}\s?[ap]m\b)", re.I)
_ABOUT_ITSELF = re.compile(
    r"\b(?:this|the) (?:post|article|document|report|post-?mortem|page|section|review|blog|paper|"
    r"write-?up)\s+(?:will|aims|is going)\b|"
    r"\b(?:below|in this (?:post|article|document|report|section))\b",
    re.I,
)
_LABEL = re.compile(r"\s*([A-Z][\w /'’&-]{2,40})\s*:\s+\S")
_NEED = r"(?:important|vital|essential|crucial|necessary)"
_POINTING = re.compile(
    rf"(?:this|that|it|there|these|those|they|you|which|what|he|she|as a reminder)\b(?!(?:['’]s|"
    rf" is) (?:\w+ )?{_NEED})",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:was|were|has|have)(?: not|n['’]t)(?: been)?\b", re.I)
_LOOKS_BACK = re.compile(r"\b(?:should|could|would|must)(?:n['’]t| not)? have\b", re.I)


def commitments_in_prose(standings: Standings, people: People, taken: Container[int]) -> Iterator[Found]:
    """The sentences that state commitments, in document order.

    Args:
        standings: Which parts of the document promise commitments.
        people: What its words for people mean.
        taken: Indices of the blocks that are commitments already, as items or rows.
    """
    document = standings.document
    for i, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.kind in ("heading", "row") or block.quoted or block.template:
            continue
        if block.index in taken or _under(document.blocks, block.parent, taken):
            continue
        standing = _standing(block, standings)
        # Lessons are commitments only where the document has no other place for them.
        elsewhere = standings.has_place and any(map(LESSONS.search, block.section))
        if not _is_commitment(sentence.text.strip(), block, standing, people, elsewhere):
            continue
        start, end = document.source_range(sentence, 0, len(sentence.text))
        fields = split_fields(sentence.text.strip(), people)
        for other in document.sentences[i + 1 : i + 4]:
            if other.block != block.index or not is_field(other.text):
                break
            more = split_fields(other.text, people)
            fields.owner, fields.due = fields.owner or more.owner, fields.due or more.due
        around = texts_around(standings, block) if standing == "strong" else []
        yield Found(block, start, end, sentence.text, fields, "", around)


def _under(blocks: Sequence[Block], parent: int | None, taken: Container[int]) -> bool:
    while parent is not None:
        if parent in taken:
            return True
        parent = blocks[parent].parent
    return False


def _standing(block: Block, standings: Standings) -> Standing:
    """What the block's own label ("Next steps: …") says, else its place."""
    label = _LABEL.match(block.text)
    own = standings.of_title(label[1]) if label and len(label[1].split()) <= 5 else "neutral"
    return own if own != "neutral" else standings.of_section(block)


def _is_commitment(text: str, block: Block, standing: Standing, people: People, elsewhere: bool) -> bool:
    if len(text) > 1200 or len(text.split()) < 3 or text.endswith(("?", ":")) or is_field(text):
        return False
    if PREFIX.match(text):
        return True
    if _STAMP.match(text) or _CONDITIONAL.match(text) or _ABOUT_ITSELF.search(text):
        return False
    if standing == "blocked":
        told = promised(text, people) or lasting_remedy(text)
        return told and not any(_chronicle(title) for title in block.section)
    if promised(text, people):
        return True
    if standing == "strong" and block.kind == "para":
        return (
            _line(text, block)
            or _worded(text, block.section, people)
            or (not _POINTING.match(text) and _present(text, people))
        )
    if standing == "weak" and not elsewhere and (passive_plan(text) or own_duty(text)):
        return True
    return lasting_remedy(text, told_plainly=standing == "weak")


def _present(text: str, people: People) -> bool:
    if len(re.findall(r"\b[a-z]{3,}\b", text)) < 2 or re.search(r"\baction items?\b", text, re.I):
        return False  # dates under a label, or a remark about the list
    if re.match(r"(?:we|I)\b", text, re.I) and re.search(r"\b(?:meet|review|gather|reconvene|look)\b", text):
        return False  # the follow-up review is not one of the things that it looks at
    owned = owner_in_sentence(text, people).kind in ("named", "role") and not re.search(r"\bI\b", text)
    return stands_from_now(text, owned=owned, dated=due_in(text, Calendar()).kind == "date")


def _chronicle(title: str) -> bool:
    return bool(re.search(r"time-?\s?line|chronolog|sequence of events|log of events", title, re.I))


def _line(text: str, block: Block) -> bool:
    """Whether a paragraph is a list item without its bullet: one short line that is no full sentence."""
    if text != block.text.strip() or len(text.split()) > 25 or text[-1] in ".!?:;,":
        return False
    return not _POINTING.match(text) and not re.search(r"\b(?:you|your)\b", text, re.I)


def _worded(text: str, section: tuple[str, ...], people: People) -> bool:
    """Whether a sentence under a heading such as "Action items" is worded as something to do or done."""
    clause = head_of(text)
    if clause is None or _LOOKS_BACK.search(text) or _NOT_DONE.search(text):
        return False
    subject = text[: clause.start].strip()
    if _POINTING.match(subject) or re.search(r"\b(?:would|['’]d)$", subject):
        # "How we would improve": there the conditional is the way to commit.
        return bool(re.search(r"\b(?:we|I)(?: would|['’]d)$", subject)) and any(
            "would" in t.lower() for t in section
        )
    if clause.form in ("imperative", "gerund", "past"):
        return not re.search(r"\b(?:you|your)\b", text, re.I)
    if announces(text[clause.start :]):
        return False
    if clause.form == "named":
        return acts(re.sub(r"\s+to$", "", subject), people)
    if clause.form == "duty" and re.search(r"\bbe\s*$", subject) and not clause.verb:
        return False
    if clause.form in ("future", "duty"):
        return not HYPOTHETICAL.search(subject) and (
            bool(re.search(r"\b(?:we|I)\b", subject)) or not (clause.verb and clause.verb.lemma in EFFECTS)
        )
    if clause.verb is None:
        return False
    perfect = re.search(r"\b(?:has|have)\b[^.;]{0,30}$", subject)
    return lasting_remedy(text, told_plainly=True) or clause.form == "done" or bool(perfect)
