"""A commitment in the words of a question about it."""

from __future__ import annotations

import re
from functools import cache

from pmlint.language.phrases import verb_lemmas
from pmlint.records import ActionItem

_LONGEST_TASK = 70  # characters; a longer one is asked about without its words

_MARKS = re.compile(
    r"^(?:[^\w\"“(@]*)(?:\[[ xX]\]\s*)?(?:(?:action(?: item)?|todo|to-do|ai)[\s#\d-]*[:.)]\s*)?"
    r"(?:(?:in (?:the )?future|going forward|next time|from now on),?\s+)?",
    re.I,
)
_WE = r"we|i|they|the team|everyone|everybody|our team|all teams|all"
_WILL = (
    r"(?:['’]ll|\s*(?:will|should|must|shall|(?:has|have|needs?|want|plan|intend|(?:are|is|"
    r"am) going)\s+to|to)\b)\s+"
    r"(?:also\s+|now\s+|be able to\s+)?"
)
_FIRST_SENTENCE = re.compile(r"(?<=\w[.!?])\s+(?=[A-Z(–—-])|\s[-–—]\s(?=[A-Z])|\n")
_AUXILIARY = re.compile(r"(?:is|are|was|were|has|have|needs?|must|should|will|can|could|may|to be)\b", re.I)
# Markup, a second thought, or somebody speaking: such words don't fit into a sentence of ours.
_UNQUOTABLE = re.compile(
    r"[|*_`<>\[\]{}\n:;?!…“”\"]|https?|\b(?:I|we|you|us|our|my|your|this|that|it)\b", re.I
)
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|should|must|will|would|can|could|may|might|need(?:s|ed)?|does|did)\b|"
    r"^(?:should|and|or|but|also|so|then|while|when|if)\b",
    re.I,
)
_NEED = re.compile(r"^(?:need|have|want)\s+to\s+", re.I)
_TRAILER = re.compile(
    r"\s*(?:[-–—|;,.]\s*)?(?:\b(?:owner|assignee|assigned to|due|deadline|who|when|by when|responsible|"
    r"dri|eta)\s*[:=].*|"
    r"[(\[][^()\[\]]{0,60}[)\]]\s*[.;]?|@[\w.-]+\s*[.;]?)$",
    re.I | re.S,
)


def task(item: ActionItem) -> str:
    """What is to be done, as it reads after "Who will …": without marks, subject, owner and date.

    Args:
        item: The commitment.
    """
    # A table row's longest cell holds the task; what follows the first sentence elaborates.
    words = _FIRST_SENTENCE.split(max(item.text.split("\t"), key=len).strip(), maxsplit=1)[0]
    words = _without(words, item.due_text)
    for _ in range(3):
        words = _TRAILER.sub("", words)
    words = _MARKS.sub("", words, count=1)
    words = _NEED.sub("", _without_subject(words, item))
    return " ".join(words.split()).strip(" .;:,-–—")


def question(item: ActionItem, with_verb: str, without_verb: str | None = None) -> str | None:
    """The question about an item, or ``None`` where its words would make a clumsy one.

    Args:
        item: The commitment.
        with_verb: A text with ``{task}``, which becomes "add an alert on queue depth".
        without_verb: A text with ``{task}`` as written, for a task that opens with no verb.
    """
    words = task(item)
    if not words or len(words) > _LONGEST_TASK or _UNQUOTABLE.search(words):
        return None
    first, _, rest = words.partition(" ")
    base = _bases().get(first.lower())
    # "Ola adds a strap" opens with a verb once Ola is gone; "Tests for the form" does not.
    third = first.lower().endswith("s") and first.lower() != base
    if base is None or _AUXILIARY.match(rest) or (third and item.text.startswith(first)):
        if without_verb is None or _CLAUSE.search(words):
            return None
        return without_verb.replace("{task}", words)
    return with_verb.replace("{task}", f"{base} {rest}".strip())


@cache
def _bases() -> dict[str, str]:
    # Past forms stay out: "added" may be a report.
    forms = verb_lemmas("commitments/concrete_verbs") | verb_lemmas("commitments/vague_verbs")
    forms |= verb_lemmas("commitments/framing_verbs") | verb_lemmas("commitments/degree_verbs")
    return {form: base for form, base in forms.items() if form == base or form.endswith(("ing", "s"))}


def _without_subject(words: str, item: ActionItem) -> str:
    owners = "|".join(re.escape(owner) for owner in item.owners) or "(?!)"
    named = rf"(?:the |our )?(?:{owners})(?:(?:,| and|, and) (?:{owners}))*"
    without = re.sub(rf"^(?:{_WE}|{named}){_WILL}", "", words, count=1, flags=re.I)
    return (
        without
        if without != words
        else re.sub(rf"^{named}\s+(?=[a-z])|^{named}:\s+", "", words, count=1, flags=re.I)
    )


def _without(words: str, part: str | None) -> str:
    if not part:
        return words
    by = r"(?:(?:no later than|not later than|latest by|by|until|before|on|in|due)\s+)?"
    pattern = rf"[\s,;–—-]*\b{by}{re.escape(part)}"
    return re.sub(pattern, "", words, count=1, flags=re.I)


def range_in(source: str, item: ActionItem, words: str) -> tuple[int, int]:
    """Source range of words of an item, whole; of the item where they are not in it.

    Args:
        source: The document's source.
        item: The commitment.
        words: Its owner or date, in any case.
    """
    match = (
        re.search(rf"(?<!\w){re.escape(words)}(?!\w)", source[item.start : item.end], re.I) if words else None
    )
    if match is None:
        return item.start, item.end
    return item.start + match.start(), item.start + match.end()
