"""Which sentences promise work, by their wording alone."""

from __future__ import annotations

import re
from functools import cache

from pmlint.commitments.clauses import done_of, modal_of
from pmlint.commitments.people import HANDLE, NAME, People
from pmlint.commitments.words import concrete_verbs, degree_verbs, verb_at
from pmlint.lexicons import load

PREFIX = re.compile(
    r"\W*(?:action(?: item| point)?|AI|TODO|To-do|follow-?up)\s*#?\d{0,3}\s*(?:\([^)]{1,40}\))?\s*:\s*\S",
    re.I,
)
"""What makes an item or sentence a commitment wherever it stands."""
LESSONS = re.compile(r"lesson|learn|take-?away", re.I)
"""Headings of sections that look back."""
EFFECTS = frozenset(
    {
        "help",
        "lead",
        "result",
        "allow",
        "enable",
        "mean",
        "give",
        "make",
        "be",
        "get",
        "reduce",
        "increase",
        "improve",
    }
)
"""Verbs of what a measure will bring about rather than of what will be done."""
HYPOTHETICAL = re.compile(r"\b(?:would|might|could|may)\b(?!\s+like\s+to)", re.I)
_FUTURE = re.compile(
    r"\bwill(?:\s+be(?=\s+\w+ing\b))?(?=\s)|['’]ll(?:\s+be(?=\s+\w+ing\b))?(?=\s)|\bshall(?=\s)|"
    r"(?:\b(?:is|are|am)|['’](?:re|m))(?:\s+(?:also|now|currently|still|actively))?\s+(?:going\s+to|"
    r"planning\s+(?:to|on)|"
    r"intending\s+to|aiming\s+(?:to|at|for)|committed\s+to|committing\s+to)(?=\s)|"
    r"\b(?:plan|intend|aim|pledge|commit|promise|propose)s?\s+(?:to|on)(?=\s)|"
    r"\b(?:has|have)\s+(?:agreed|volunteered|offered|committed|undertaken|promised)\s+to(?=\s)|"
    r"\bagreed\s+to(?=\s)|"
    r"\b(?:has|have)\s+been\s+(?:assigned|asked|tasked)\s+(?:to|with)(?=\s)|\b(?:is|"
    r"are)\s+responsible\s+for(?=\s)|"
    r"\b(?:still|also)\s+(?:need|have)\s+to(?=\s)",
    re.I,
)
_ASSIGNED = re.compile(
    rf"\b(?:has been|have been|is|are|will be)\s+(?:assigned|allocated|given)\s+to\s+(?:{HANDLE}|{NAME}|"
    rf"the\s|our\s)"
)
_WE = re.compile(
    r"(?:^|[\s(“\"'*_])(?:we|I|our (?:\w+\s){0,2}team|(?:the|each) (?:[\w-]+\s){0,3}(?:team|teams|group|"
    r"crew|committee|department)|all of us)"
    r"(?:\s+(?:all|both|also|then|now|therefore|each|still|instead|do|\w+ly))*\s*$",
    re.I,
)
_NOT_AGENT = re.compile(
    r"\b(?:it|this|that|which|there|they|you|who|these|those|what|he|she|everything|nothing|users?|"
    r"customers?|readers?|people)\s*$",
    re.I,
)
_EMBEDDED = re.compile(
    r"\b(?:what|how|whether|which|why|if|when|where|who|until|whatever|actions|because|since|things|"
    r"that|as)\s+(?:[\w'’-]+\s+){0,3}$",
    re.I,
)
_OPENS_PROMISE = re.compile(
    r"\b(?:agree[ds]?|decided|means?|sure|conclu\w+|confident|confirm\w*|so|"
    r"announce)\s+that\s+(?:[\w'’-]+\s+){0,3}$",
    re.I,
)
_CLAUSE_START = re.compile(
    r"[,;:–—]\s+|\b(?:and|but|so|that|which|because|while|as|where|although|though)\s+", re.I
)
_PASSIVE_FUTURE = re.compile(
    r"\b(?:will|shall|is to|are to|is going to|are going to)(?: also| now| then| soon|"
    r" therefore)? be(?: \w+ly)?\s+(?=\w)",
    re.I,
)
_LASTING = re.compile(
    r"\b(?:since|now|permanent(?:ly)?|prevent\w*|ensur\w+|from happening|in (?:the )?future|"
    r"going forward|moving forward|no longer|"
    r"so that|to (?:avoid|detect|make sure|catch|alert|stop|guard|reduce|help|improve|mitigate|protect|"
    r"limit|allow)|"
    r"as a (?:result|consequence|precaution)|in response|in place|automatic(?:ally)?|any further)\b",
    re.I,
)
_PERMANENT = re.compile(
    r"\b(?:permanent(?:ly)?|to prevent|prevents|from happening again|in (?:the )?future|going forward|"
    r"no longer|in place|any further|"
    r"so that (?:it|this|they|we|the \w+) (?:cannot|can['’]?t|won['’]?t|will not|no longer))\b",
    re.I,
)
_ANNOUNCEMENT = re.compile(
    r"\b(?:post|share|publish|provide|send|give|announce|release|follow|keep|issue|update|communicate|"
    r"write)\w*\b.{0,40}"
    r"\b(?:updates?|details|information|informed|posted|announcement|post-?mortem|blog|you)\b",
    re.I,
)
_SKIPPED = re.compile(
    r"(?:(?:also|now|then|therefore|soon|be|instead|both|each|all|further|work(?:ing)? (?:to|on)|"
    r"continue (?:to|with)|start|begin|"
    r"not|to|look(?:ing)? to)\s+|(?!only|early|apply|supply|rely|reply|comply)\w+ly\s+){0,3}",
    re.I,
)


def promised(text: str, people: People) -> bool:
    """Whether somebody who can act says, or is said, to do something in future."""
    if _ASSIGNED.search(text):
        return True
    for match in _FUTURE.finditer(text):
        subject = text[: match.start()].rstrip()
        if _in_quotes(text, match.start()) or _NOT_AGENT.search(subject) or _embedded(subject):
            continue
        first_person = bool(_WE.search(subject))
        phrase = _CLAUSE_START.split(subject)[-1]
        agreed = "agreed" in match[0] or "committed" in match[0] or "promised" in match[0]
        if not (first_person or acts(phrase, people) or (agreed and _outside(phrase, people))):
            continue
        if _is_work(text, match.end(), first_person) and not announces(text[match.end() :]):
            return True
    return False


def _embedded(subject: str) -> bool:
    # "figure out what we need to …": the promise is only talked about.
    words = re.sub(r"\s+(?:\S+)$", " ", " " + subject)
    return (
        bool(_EMBEDDED.search(words))
        and not _OPENS_PROMISE.search(words)
        and not re.match(r"\s*(?:as|since|because)\b", words, re.I)
    )


def acts(phrase: str, people: People) -> bool:
    """Whether a phrase ends in a person, a role or a team."""
    words = phrase.strip()
    named = re.search(rf"(?:{HANDLE}|{NAME})(?:\s+\([^)]{{1,40}}\))?$", words)
    if named and people.named(re.sub(r"\s+\(.*", "", named[0])):
        return True
    last = [re.sub(r"['’]s$", "", word) for word in words.lower().split()[-3:]]
    tails = {" ".join(last[i:]) for i in range(len(last))}
    return bool(tails & (people.words.roles | people.words.teams)) and not tails & people.words.systems


def _outside(phrase: str, people: People) -> bool:
    # A supplier's agreement is a commitment; what customers will do is mostly a forecast.
    word = phrase.lower().split()[-1:] or [""]
    return word[0] in people.words.external or word[0] in people.organisations


def _is_work(text: str, position: int, first_person: bool) -> bool:
    rest = text[position:].lstrip()
    skipped = _SKIPPED.match(rest)
    rest = rest[skipped.end() :] if skipped else rest
    if _no_promise().match(rest) or re.match(r"(?:until|to|for|in|on|with|the|a)\b", rest, re.I):
        return bool(re.match(r"(?:the|a)\b", rest)) and first_person  # "we are committed to a second review"
    return first_person or verb_at(rest, 0) is not None


@cache
def _no_promise() -> re.Pattern[str]:
    words = sorted(load("commitments/no_promise_verbs"), key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(map(re.escape, words)) + r")\b", re.I)


def _in_quotes(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def announces(text: str) -> bool:
    """Whether what is promised is only news ("will post an update")."""
    return bool(_ANNOUNCEMENT.match(text.lstrip()[:90]))


def passive_plan(text: str) -> bool:
    """Whether a text says that something will be made or changed, without saying by whom."""
    match = _PASSIVE_FUTURE.search(text)
    if not match or _NOT_AGENT.search(text[: match.start()].rstrip()) or announces(text[match.end() :]):
        return False
    verb = verb_at(text, match.end())
    return (
        verb is not None
        and verb.form == "past"
        and not re.search(r"\b(?:every|each|always|more|able)\b", text, re.I)
    )


def own_duty(text: str) -> bool:
    """Whether "we" name something that "we" need to do, as no mere lesson or look back."""
    clause = modal_of(text)
    if clause is None or clause.form != "duty" or clause.verb is None or clause.verb.lemma == "be":
        return False
    if re.search(
        r"\b(?:should|must)(?:n['’]t| not)? have\b|\b(?:learn(?:ed|t)|reali[sz]ed?|found|felt|thought|"
        r"knew)\b",
        text,
        re.I,
    ):
        return False
    before = text[: clause.start].rstrip()
    ours = re.search(
        r"\b(?:we|I)((?:\s+\w+){0,2})\s+(?:need|have|must|should|ought)(?:\s+to)?(?:\s+\w+ly)?$", before, re.I
    )
    return bool(ours) and not _embedded(before[: ours.start() + 2]) if ours else False


def lasting_remedy(text: str, *, told_plainly: bool = False) -> bool:
    """Whether a finished deed is told as permanent or preventive.

    Args:
        text: The sentence.
        told_plainly: Whether the plain past ("we limited …") counts as well as "we have limited …".
    """
    clause = done_of(text)
    if clause is None or clause.verb is None or HYPOTHETICAL.search(text[: clause.start]):
        return False
    if clause.verb.lemma not in concrete_verbs() | degree_verbs():
        return False
    perfect = re.search(r"(?:\bhave|\bhas|['’]ve)\b[^.;]{0,30}$", text[: clause.start], re.I)
    return bool(_LASTING.search(text)) if perfect else told_plainly and bool(_PERMANENT.search(text))


_RULE = re.compile(
    r"(?:every|each|no|any|all|only|nobody|nothing|from (?:now|today|tomorrow|\d)|in future|henceforth|"
    r"before (?:every|each|any)|in the future|starting)\b",
    re.I,
)
_BEING = re.compile(r"^(?:[\w'’-]+\s+){0,6}?(?:is|are|was|were|am|['’]s)\b", re.I)


def stands_from_now(text: str, *, owned: bool, dated: bool) -> bool:
    """Whether a sentence in the present tense among commitments is one: a rule, or a deed with owner or date.

    Args:
        text: The sentence.
        owned: Whether it names who does it.
        dated: Whether it says when.
    """
    if re.search(r"\b(?:you|your|if|was|were|had|did)\b", text, re.I):
        return False
    return bool(_RULE.match(text)) or ((owned or dated) and not _BEING.match(text))
