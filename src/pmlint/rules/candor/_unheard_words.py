"""How a text says that a warning was raised before, or turned down."""

from __future__ import annotations

import re

from pmlint.language.phrases import any_of, lexicon_pattern

_AGO = (
    r"(?:\w+ (?:days?|weeks?|months?|years?|sprints?|shifts?) (?:ago|earlier|before|prior)|(?:last|the "
    r"previous) (?:week|month|year|quarter|spring|summer|autumn|fall|winter)|back in \w+|as early as|for "
    r"(?:weeks|months|years)|(?:several|many|multiple|two|three|four|five) times|more than once|repeatedly|"
    r"time and again|again and again|from the (?:start|outset|beginning)|at the (?:kick-?off|outset|"
    r"planning)|(?:long|weeks|months) before|twice|already|previously|in advance|beforehand)"
)
_LIMIT = (
    r"(?:limit|threshold|price|cap|temperature|pressure|level|budget|rate|money|funds|error|exception|number|"
    r"beam|crane|bar)s?"
)
_TOLD = (
    rf"(?:flagged|raised(?! (?:\w+ ){{0,2}}{_LIMIT}\b)|warned|escalated|voiced|cautioned|objected|protested|"
    r"pointed out|spoke up|called (?:it|this|that) out|expressed (?:\w+ )?(?:concerns?|doubts?|"
    r"reservations?)|(?:tried|attempted|wanted|had hoped) to (?:flag|raise|warn|escalate|tell|say|mention|"
    r"stop|report|object))"
)
_ASKED = r"(?:asked|requested|suggested|recommended|advised|proposed|reported|mentioned|told)"
_REFUSAL = (
    r"(?:told|turned down|declined|denied|refused|rejected|dismissed|ignored|overruled|postponed|deferred|"
    r"deprioriti[sz]ed|put off|brushed|waved|closed|vetoed)"
)
_SILENCE = (
    r"(?:nothing (?:happened|came|changed|was done)|no ?(?:one|body) (?:\w+ ){0,2}?(?:replied|answered|"
    r"responded|acted|reacted|listened|followed|took|picked|came)|(?:it|this|that|they|the \w+) (?:\w+ "
    r")?(?:never|was not|wasn['’]t|were not|weren['’]t|did not|didn['’]t))"
)
_BUT = (
    rf"(?:(?:but|yet|however|and|only to) (?:\w+ ){{0,4}}?(?:was|were|got|been|be|being) (?:\w+ "
    rf"){{0,2}}?{_REFUSAL}|(?:but|yet|however|and) {_SILENCE})"
)
_SOMEBODY = (
    r"(?:I|we|he|she|they|who|someone|somebody|people|(?:several|some|one) of us|"
    r"(?:the|a|an|our|one|two|three|several|some) (?:[\w-]+ ){0,3}?[\w-]+|(?-i:[A-Z]\w+(?: [A-Z]\w+)?))"
)
_HAD = r"(?:had |have |has )?(?:also |already |repeatedly |even )?"
_RAISED = r"(?:flagged|raised|warned|escalated|pointed out)"

UNHEARD = any_of(
    lexicon_pattern("candor/silenced_phrases"),
    rf"(?<!\w){_SOMEBODY} {_HAD}{_TOLD}\b.{{0,120}}?\b{_AGO}\b",
    rf"\b{_AGO}\b,? .{{0,60}}?(?<!\w){_SOMEBODY} {_HAD}{_TOLD}\b",
    rf"\b(?:was|were|been) (?:already |repeatedly )?{_RAISED}\b.{{0,80}}?\b{_AGO}\b",
    rf"\bhad (?:already |repeatedly |previously )(?:been )?(?:{_RAISED}|reported)\b",
    r"\bhad (?:warned|flagged|raised (?:this|that|the|it|concerns?|doubts?))\b",
    rf"(?<!\w)(?:{_TOLD}|{_ASKED})\b.{{0,140}}?[,;.–—-]* {_BUT}",
)
"""Finds the words that tell of an unheard warning."""

BY_A_MACHINE = re.compile(
    r"\b(?:alerts?|alarms?|monitor(?:ing)?|linter|scanner|sensor|system|tool|dashboard|script|logs?|check|"
    r"pipeline|tests?|bot|exception|error|warning light)\b(?: \w+){0,3} (?:flagged|raised|warned|reported)\b",
    re.I,
)
"""Finds a machine that raised the warning."""

HEARING = re.compile(
    r"\b(?:escalat|raise|raising|speak(?:ing)?[- ]up|concerns?|warnings?|objections?|stop[- ]the[- ]line|"
    r"andon|veto|dissent|hotline|anonymous|channel for|open (?:door|floor)|pre-?mortem|risk (?:log|register)|"
    r"go/no-go|hear(?:d|ing)?|listen)",
    re.I,
)
"""Finds, in a commitment, the means by which a warning reaches somebody."""
