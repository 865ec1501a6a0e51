"""The trait of the commitments: whether they can change something, and whether anyone can be held to them."""

from __future__ import annotations

from pmlint.language.phrases import lexicon_pattern
from pmlint.records import ActionItem, Level, Report, Support, Trait
from pmlint.traits.evidence import counted, mixed

TITLE = "The actions can change something, and can be followed up"
_OPENING = 40  # characters; the opening of a task holds its verb
_MOSTLY = 0.6
_ASKS = {
    "deliverable": "Say what will be there when it is done: a test, an alert, a page, a changed setting.",
    "owner": "Name the one person or role who will keep it.",
    "date": "Give the day on which somebody will look whether it is done.",
}
_NOTHING = "Write down what will be different, who makes it so, and by when."
_CHANGE_THE_WORK = (
    "Change what people work with; training and reminders alone leave the next person in the same place."
)


def actions(report: Report) -> Trait:
    """Whether commitments have an owner, a deliverable and a date, and change more than people."""
    items = report.action_items
    if not items:
        return Trait("actions", TITLE, "little", "The document makes no commitment.", (), _NOTHING, None)
    aimed = [item for item in items if _at_people(report, item)]
    whole = [item for item in items if _is_whole(item) and item not in aimed]
    training = [item for item in items if _only_trains(item)]
    checked = [item for item in items if item.deliverable == "concrete"]
    level: Level = "little"
    if len(whole) >= _MOSTLY * len(items) and 3 * len({*training, *aimed}) <= len(items):
        level = "good"
    elif 2 * len(checked) >= len(items) and len({*training, *aimed}) < len(items):
        level = "some"
    have = "has an owner, a deliverable and a date, or is done"
    if len(whole) != 1 and len(items) != 1:
        have = "have an owner, a deliverable and a date, or are done"
    because = f"{len(whole)} of {counted(len(items), 'commitment')} {have}"
    if training:
        because += (
            f"; {len(training)} only {'trains or reminds' if len(training) == 1 else 'train or remind'}"
        )
    if aimed:
        because += f"; {len(aimed)} {'is' if len(aimed) == 1 else 'are'} aimed at a person"
    weak = sorted(
        (item for item in items if item not in whole), key=lambda item: (-len(item.missing), item.start)
    )
    change, line = None, None
    if level != "good":
        change, line = _change(weak, sorted({*training, *aimed}, key=lambda item: item.start))
    return Trait(
        "actions",
        TITLE,
        level,
        f"{because}.",
        mixed([_support(item, True) for item in whole], [_support(item, False) for item in weak]),
        change,
        line,
    )


def _is_whole(item: ActionItem) -> bool:
    # What has been done needs no owner and no date any more; whether it was done must still be seen.
    return not item.missing or (item.status == "done" and item.deliverable == "concrete")


def _only_trains(item: ActionItem) -> bool:
    return bool(lexicon_pattern("actions/training_tasks").search(item.text[:_OPENING]))


def _at_people(report: Report, item: ActionItem) -> bool:
    return any(f.category == "blame" and item.start <= f.start < item.end for f in report.problems)


def _change(weak: list[ActionItem], on_people: list[ActionItem]) -> tuple[str, int | None]:
    if not weak or 2 * len(on_people) >= len(weak):
        return _CHANGE_THE_WORK, on_people[0].line if on_people else None
    lacks = [part for part in _ASKS if sum(part in item.missing for item in weak)]
    # What most of them lack is what one decision mends for all of them.
    worst = max(lacks, key=lambda part: sum(part in item.missing for item in weak))
    first = next(item for item in weak if worst in item.missing)
    return _ASKS[worst], first.line


def _support(item: ActionItem, speaks_for: bool) -> Support:
    return Support(" ".join(item.text.split()), item.start, item.end, item.line, speaks_for)
