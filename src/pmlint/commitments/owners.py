"""Who owns a commitment: a person, a role, a team or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pmlint.commitments.people import HANDLE, NAME, People, people_in
from pmlint.commitments.words import verb_at
from pmlint.language.vocabulary import Vocabulary
from pmlint.lexicons import load
from pmlint.records import OwnerKind


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a commitment.

    Attributes:
        kind: ``"named"``, ``"role"``, ``"team"`` or ``"none"``.
        names: Every owner as written, in order.
    """

    kind: OwnerKind = "none"
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str | None:
        """The first owner."""
        return self.names[0] if self.names else None


NO_OWNER = Owner()
_SEPARATOR = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bwith\b|\n)\s*")
_FIRST_PERSON_PLURAL = re.compile(
    r"(?:we|us|our\b.*|all|both|everyone|everybody|all of us|the group|whole team)", re.I
)
_EACH = re.compile(r"(?:each|every|all|any|most|several|some|both|various|other|two|three|four|our)\b", re.I)


def owner_in_field(value: str, people: People) -> Owner:
    """What an owner column or an "Owner:" field says; lower-case first names count here."""
    text = re.sub(r"\s+", " ", value).strip().strip("*_[]").strip()
    if not text.strip(" -–—?.") or text.lower() in load("commitments/no_value"):
        return NO_OWNER
    aside = re.search(r"\s*\(([^)]{1,60})\)", text)
    core = re.sub(r"\s*\([^)]{0,60}\)", "", text).strip() or text.strip("() ")
    parts = [p for p in (part.strip(" .:") for part in _SEPARATOR.split(core)) if p]
    parts = [p for p in parts if p.lower() not in load("commitments/no_value")]
    kinds = [_kind_in_field(part, people) for part in parts]
    if (
        aside
        and kinds
        and "named" not in kinds
        and (inner := owner_in_field(aside[1], people)).kind == "named"
    ):
        return inner  # "SRE (Dana)": the person in brackets is the one to ask
    for kind in ("named", "role", "team"):
        if kind in kinds:
            # "Platform team / Dana": one person answers; several teams answer for nobody.
            chosen = [p for p, k in zip(parts, kinds) if k == kind]
            return Owner(kind, tuple(chosen))
    return NO_OWNER


def _kind_in_field(part: str, people: People) -> OwnerKind:
    lowered = part.lower()
    words = re.findall(r"[^\W\d_][\w'’.-]*", lowered)
    if part.startswith("@"):
        return "team" if _teamlike(words, people.words) else "named"
    if lowered in people.words.people:
        return "named"
    if not words or len(words) > 6:
        return "none"
    if _FIRST_PERSON_PLURAL.fullmatch(lowered):
        return "team"
    if lowered in ("i", "me", "myself", "author"):
        return "named"
    return _role_or_team(lowered, words, people) or "named"


def _role_or_team(lowered: str, words: list[str], people: People) -> OwnerKind | None:
    """Role or team by the last words of a phrase, ``None`` for neither."""
    vocabulary = people.words
    bare = re.sub(r"^(?:the|a|an|our|your)\s+", "", lowered)
    tails = [" ".join(words[i:]) for i in range(max(0, len(words) - 3), len(words))]
    singular = {tail for tail in tails if tail in vocabulary.roles}
    if re.search(r"\b(?:head|director|vp|chief|owner|lead|leader) (?:of|for)\b", bare):
        return "role"
    if _EACH.match(bare) and (singular or any(t in vocabulary.teams for t in tails)):
        return "team"
    if singular:
        return "team" if any(_plural(tail, vocabulary.roles) for tail in singular) else "role"
    if _teamlike(words, vocabulary) or lowered in people.organisations or bare in vocabulary.external:
        return "team"
    return None


def _plural(word: str, roles: frozenset[str]) -> bool:
    return (
        word in ("people", "folk", "folks", "staff")
        or (word.endswith("s") and (word[:-1] in roles or word[:-2] in roles or word[:-3] + "y" in roles))
        or (word.endswith("men") and word[:-3] + "man" in roles)
    )


def _teamlike(words: list[str], vocabulary: Vocabulary) -> bool:
    if not words:
        return False
    tails = (" ".join(words[-1:]), " ".join(words[-2:]), " ".join(words))
    return any(tail in vocabulary.teams or tail in _departments() for tail in tails)


@cache
def _departments() -> frozenset[str]:
    return frozenset(load("commitments/departments"))


_MODAL = (
    r"(?:\s+\([^)]{1,40}\))?(?:,\s+[^,]{1,60},)?\s*(?:\bwill\b|['’]ll\b|\bshall\b|\bto\b(?!\s+(?:the|a|"
    r"an|our|that|this|be)\b)|"
    r"\b(?:is|are|am)\s+(?:going|planning|working|looking|preparing|aiming)\b|\bplans?\s+to\b|"
    r"\bneeds?\s+to\b|"
    r"\b(?:has|have)\s+(?:agreed|volunteered|offered|committed|promised|undertaken|been\s+asked|"
    r"been\s+assigned)\b|"
    r"\b(?:is|are)\s+(?:responsible|assigned|tasked|committed)\b|\bagreed\s+to\b|\bvolunteered\s+to\b|"
    r"\bowns\b|"
    r"\bmust\b|\bshould\b|\bhas\s+the\s+action\b|\btakes\b|\bleads\b|\bdrafts\b|\bis\s+drafting\b|"
    r"\bhave\b|\bhas\b|['’]ve\b|['’]m\b)"
)
_SUBJECT = re.compile(
    rf"({NAME}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s*&\s*){NAME}){{0,3}}|{HANDLE}){_MODAL}"
)
_FIRST = re.compile(
    r"\b(I)(?:\s|['’](?:ll|ve|m)\b)|\b(?:done|led|owned|run|taken|fixed|kept) by (me|myself)\b", re.I
)
_WE = re.compile(
    r"\b(?:we|our team|the team|us|ourselves)\b(?!\s+(?:were|was|had|did|saw|lost|found|experienced)\b)", re.I
)
_GIVEN = re.compile(
    rf"\b(?:assigned to|owned by|owner(?: is)?|owners(?: are)?|led by|driven by|taken by|assignee|"
    rf"handled by|allocated to|"
    rf"responsib(?:le|ility)(?: is| of| lies with)?|(?:done|made|written|reviewed|prepared|added|"
    rf"updated|drafted|"
    rf"carried out|completed|implemented|organised|organized|arranged|run|fixed|built|created|"
    rf"delivered) by|DRI(?: is)?)"
    rf"\s*:?\s*(?:the\s+)?({NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){NAME}){{0,3}}|{HANDLE})"
)
_GIVEN_ROLE = re.compile(
    r"\b(?:assigned to|owned by|led by|driven by|taken by|handled by|allocated to|responsibility of|"
    r"responsible:)\s*"
    r"((?:the|our)?\s*[\w' -]{3,40})",
    re.I,
)
_BEFORE_MODAL = re.compile(
    r"^\s*((?:the|our|each|every|all|both|an?)?\s*[\w'’&/ -]{2,60}?)\s+(?:will|shall|is going to|"
    r"are going to|to|needs? to|plans? to|must|"
    r"is responsible|are responsible|is planning|are planning|is working|are working|should|has agreed|"
    r"have agreed|has been asked|is aiming)\b",
    re.I,
)
_PREFIX = re.compile(
    rf"^\s*({HANDLE}|{NAME}(?:(?:\s*,\s*|\s+and\s+|\s*[&/+]\s*){NAME}){{0,2}})\s*(?::|\s[-–—])\s+(?=\S)"
)


def owner_in_sentence(text: str, people: People) -> Owner:
    """Who a task names in its own words as the one to do it."""
    for pattern in (_GIVEN, _SUBJECT):
        for match in pattern.finditer(text):
            if (
                (names := people_in(match[1], people))
                and not _object(text, match)
                and not _suffers(text, match, people)
            ):
                return Owner("named", names)
    given = _GIVEN_ROLE.search(text)
    if given and (kind := _phrase_kind(given[1], people)):
        return Owner(kind, (given[1].strip(),))
    if prefix := _PREFIX.match(text):
        names = people_in(prefix[1], people)
        if names and all(people.known(name) for name in names):
            return Owner("named", names)
        if kind := _phrase_kind(prefix[1], people):
            return Owner(kind, (prefix[1],))
    subject = _BEFORE_MODAL.match(text) or _BEFORE_MODAL.match(re.sub(r"^[^,]{1,40},\s+", "", text))
    if subject and not _NO_SUBJECT.match(text):
        phrase = _noun_phrase(subject[1])
        if kind := _phrase_kind(phrase, people):
            return Owner(kind, (phrase,))
    if (does := _doer(text, people)) != NO_OWNER:
        return does
    if handles := re.findall(HANDLE, text):
        return Owner("named", tuple(handles))
    if _FIRST.search(text) and not _WE.search(text):
        return Owner("named", ("I",))
    if we := _WE.search(text):
        return Owner("team", (we[0],))
    return NO_OWNER


_NO_SUBJECT = re.compile(r"(?:(?!assembly|family|supply)\w+ly|should|please)\b", re.I)
_DOES = re.compile(
    rf"(?:^|[;:,.]\s+|\band\s+|^(?:From|Since|Starting|As of)\s+[\w ]{{1,25}}?\s)({NAME})\s+"
    r"(?:(?:also|now|then|personally)\s+)?"
    r"(?:(?!is\b|was\b|receives|needs|seems|wants)[a-z][a-z-]*[^s\W]s|does not|doesn['’]t|passes|discusses)\b"
    r"(?!\s*[:,]|\s+(?:been\b|\w+(?:ed|en|wn)\b))"
)
_PRESENT = re.compile(
    r"(?:(?:also|now|then|always|only|never)\s+)?([a-z]+)(?:\s+not|n['’]t)?"
    r"(?!\s+(?:been\b|\w+(?:ed|en|wn)\b))(?=[\s.,;]|$)"
)


def _doer(text: str, people: People) -> Owner:
    """Who does something in the present tense: "Lea keeps the list", "The office sends letters"."""
    for match in _DOES.finditer(text[:300]):
        if names := tuple(
            n
            for n in people_in(match[1], people)
            if people.known(n) or match.start(1) or re.match(r"\w\.", n)
        ):
            return Owner("named", names)
    for clause in re.split(r"[;:]\s+", text[:300]):
        words = clause.split()
        for size in range(min(5, len(words) - 1), 0, -1):
            phrase = re.sub(r"^(?:the|our|a|an)\s+", "", " ".join(words[:size]), flags=re.I)
            following = _PRESENT.match(" ".join(words[size : size + 3]))
            if not following or not _acts_now(following[1]) or not re.fullmatch(r"[\w'’ -]{3,}", phrase):
                continue
            if kind := _phrase_kind(phrase, people):
                return Owner(kind, (phrase,))
    return NO_OWNER


def _acts_now(word: str) -> bool:
    verb = verb_at(word, 0)
    return word in _COMMON or (verb is not None and verb.form == "s")


_COMMON = frozenset(
    "does do gets get has sits sit keeps keep leads lead takes take gives give signs sign".split()
)


def _suffers(text: str, match: re.Match[str], people: People) -> bool:
    # "Mr Petrov will be moved": something is done to the person; "Ladders must …": no person at all.
    if match.re is _SUBJECT and not match.start(1) and match[1].endswith("s") and " " not in match[1]:
        return not people.known(match[1])
    return match.re is _SUBJECT and bool(
        re.match(
            r"\s+be\s+(?:\w+ly\s+)?(?!asked|assigned|tasked|appointed)\w+(?:ed|en|t)\b", text[match.end() :]
        )
    )


def _object(text: str, match: re.Match[str]) -> bool:
    # "give Dana access to the vault": a name after a preposition or another verb's object owns nothing.
    before = text[: match.start(1)].rstrip()
    word = re.search(r"[\w’']+$", before)
    return bool(match.re is _SUBJECT and word and word[0].lower() in _OBJECT_BEFORE)


_OBJECT_BEFORE = frozenset(
    "to for with from in on of the a an our via using into about at by add give allow ask".split()
)


def _noun_phrase(before: str) -> str:
    """The last noun phrase before a verb, without article and auxiliaries."""
    bare = re.sub(
        r"\s+(?:is|are|am|have|has|also|plans?|planning|going|needs?|now|then)\b.*$",
        "",
        before.strip(),
        flags=re.I,
    )
    return re.split(r"\b(?:the|an?)\s+|,\s+", bare, flags=re.I)[-1].strip()


def owner_phrase(text: str, people: People, *, sure: bool = False) -> Owner:
    """The owner that a short text names and does nothing else: "Dana and Wei", "on-call lead".

    Args:
        text: What stands in brackets or after a dash.
        people: What the words for people mean.
        sure: Whether a single unknown capitalised word is not enough.
    """
    parts = [part for part in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", text.strip(" .*_")) if part]
    names = [part for part in parts if re.fullmatch(rf"(?:{HANDLE}|{NAME})", part) and people.named(part)]
    if sure:
        names = [name for name in names if people.known(name) or (" " in name and name.istitle())]
    if names and len(names) == len(parts):
        return Owner("named", tuple(names))
    kind = _phrase_kind(text, people) if len(text.split()) <= 5 and not re.search(r"\d", text) else None
    return Owner(kind, (text.strip(),)) if kind else NO_OWNER


def _phrase_kind(phrase: str, people: People) -> OwnerKind | None:
    lowered = phrase.strip().lower()
    words = re.findall(r"[^\W\d_][\w'’.-]*", lowered)
    if not words or len(words) > 7 or lowered in ("it", "this", "that", "they", "there"):
        return None
    if lowered in ("we", "our team", "the team", "team"):
        return "team"
    return _role_or_team(lowered, words, people)
