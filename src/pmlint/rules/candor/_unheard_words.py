"""How a text says that a warning was raised before, or turned down."""

from __future__ import annotations

import re

from pmlint.language.phrases import Keyed, any_of, lexicon_pattern

_UNIT = r"(?:days?|weeks?|months?|years?|sprints?|shifts?|terms?|seasons?|meetings?)"
_SEASON = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|"
    r"autumn|winter|the fall|20\d\d|Q[1-4])"
)
_MEETING = (
    r"(?:[\w-]+ )?(?:review|meeting|retro(?:spective)?|handover|kick-?off|interviews?|workshop|survey|"
    r"planning|"
    r"stand-?up|audit|rehearsal|round|briefing|walkthrough|exit interview|appraisal)s?"
)
AGO = (
    rf"(?:\w+ {_UNIT} (?:ago|earlier|before|prior)|(?:last|the previous|every|each) (?:time|day|shift|"
    rf"week|month|year|quarter|"
    rf"spring|summer|autumn|fall|winter|sprint|term|season|{_MEETING})|(?:back )?in (?:early |late |"
    rf"mid-?)?{_SEASON}|"
    r"back in \w+|as early as|for (?:weeks|months|years|ages)|(?:several|many|multiple|two|three|four|"
    r"five) times|"
    r"more than once|repeatedly|time and again|again and again|from (?:the (?:start|outset|beginning)|"
    r"day one)|"
    rf"(?:in|at|during) (?:the|our|an?|every|his|her|their) {_MEETING}|(?:long|weeks|months|days) before|"
    rf"twice|"
    r"already|previously|in advance|beforehand|always|since the \w+|(?:when|after|before) (?:he|she|they|we) "
    r"(?:first )?(?:joined|moved|started|took|signed|ordered|planned|opened|began))"
)
_LIMIT = (
    r"(?:limit|threshold|price|cap|temperature|pressure|level|budget|rate|money|funds|error|exception|number|"
    r"beam|crane|bar)s?"
)
_WARNED = (
    rf"(?:flagged|raised(?! (?:\w+ ){{0,2}}{_LIMIT}\b)|warned|escalated|voiced|cautioned|objected|protested|"
    r"pointed out|spoke up|called (?:it|this|that) out|predicted|questioned|doubted|pleaded|begged|urged|"
    r"brought (?:up|it up|this up|that up)|(?:expressed|had|shared) (?:\w+ )?(?:concerns?|doubts?|"
    r"reservations?)|"
    r"complained|"
    r"(?:tried|attempted|wanted|had hoped) to (?:flag|raise|warn|escalate|tell|say|mention|stop|report|"
    r"object))"
)
_WARNING = (
    "attempted begged brought called cautioned complained concern concerns doubt doubted doubts escalated "
    "expressed flagged hoped objected pleaded pointed predicted protested questioned raised reservation "
    "reservations shared spoke tried urged voiced wanted warned"
).split()
"""Each of the ways to warn holds one of these words; the patterns below are searched where theirs are."""
_SAYING = (
    *"asked requested suggested recommended advised proposed reported mentioned told said wrote".split(),
    *"written noted remarked commented noticed spotted seen saw knew known offered".split(),
    *("put forward", "wondered", "explained", "reminded"),
)
_SAID = rf"(?:{'|'.join(_SAYING)})"
_SAYING_NOW = ("reports", "mentions", "says", "asks", "warns", "flags", "suggests", "proposes", "points out")
_SAYS = rf"(?:{'|'.join(_SAYING_NOW)})"
_TOLD = (
    r"(?:(?:told|asked|advised|reminded|urged) (?:me|us)|had (?:written|said|mentioned|told|asked)|"
    r"asked (?:about|for|whether|"
    r"if|why))"
)
_REPEATING = (
    *"telling saying asking warning repeating raising flagging reporting complaining mentioning".split(),
    *("pointing out", "reminding", "insisting"),
)
_TELLING = rf"(?:{'|'.join(_REPEATING)})"
REFUSED = (
    r"(?:told|turned down|declined|denied|refused|rejected|dismissed|ignored|overruled|postponed|deferred|"
    r"deprioriti[sz]ed|put (?:off|on|aside|back)|brushed|waved|closed|vetoed|parked|shelved|laughed|recorded|"
    r"logged|filed|marked|noted|moved|kept|left|lost|buried|archived|forgotten|dropped|merged into)"
)
_SILENCE = (
    r"(?:nothing (?:happened|came|changed|was done)|no ?(?:one|body) (?:\w+ ){0,2}?(?:replied|answered|"
    r"responded|acted|reacted|listened|followed|took|picked|came|read|asked|wanted|believed|noticed)|"
    r"(?:it|this|that|they|the \w+) (?:\w+ "
    r")?(?:(?:(?:has |had )?never|was not|wasn['’]t|were not|weren['’]t|did not|"
    r"didn['’]t) (?:\w+ )?(?:answer|discuss|follow|act|"
    r"read|hear|tak|reply|repli|pick|reach|pursu|happen|chang|done|ma[dk]e|com|arriv|get|got|go|"
    r"considered|put|"
    r"looked|look)\w*|stayed|sat|lay|got lost|scrolled|"
    rf"went (?:nowhere|unanswered|unread|to))|(?:it|this|that|they|the \w+) (?:was|were|is|"
    rf"got) (?:\w+ )?{REFUSED}|"
    r"(?:the|his|her|their|our|my) (?:answer|reply|response) was|(?:got|received|had|"
    r"heard) (?:\w+ ){0,2}?(?:no|nothing|"
    r"never an?) ?(?:answer|reply|response|back)?|never heard back|(?:was|were) (?:never|not) (?:asked|"
    r"invited|heard|"
    r"consulted|in the (?:room|meeting))|outvoted|to no avail|in vain)"
)
_AND = r"(?:[,;:.–—-]+ ?(?:but|yet|however|and|only to|which|that)?|(?:but|yet|however|and|only to))"
_AFTER = (
    rf"(?:{_AND} (?:[\w-]+ ){{0,4}}?(?:was|were|got|been|be|being) (?:\w+ ){{0,2}}?{REFUSED}|"
    rf"{_AND} {_SILENCE}|"
    rf"{_AND} (?:\w+ ){{0,3}}?{lexicon_pattern('candor/dismissing_verbs').pattern}|"
    r"(?:and|,) (?:was|were|been|got) told\b|in (?:an? )?(?:\w+ )?(?:mail|chat|message|e-?mail|thread|"
    r"note)[\w ]{0,12} (?:that|to|which) "
    r"(?:\w+ ){0,2}?(?:scrolled|nobody|no one|never|an? old|went|got lost|was not|wasn['’]t))"
)
_PLEAS = "proposal suggestion question warning concern objection complaint plea hint remark".split()
_ASKING = "request application call".split()
_PLEA = rf"(?:(?:{'|'.join(_ASKING)})s? for|(?:{'|'.join(_PLEAS)})s?)"
_NOTES = (
    "ticket issue card email e-mail message mail comment note memo request proposal suggestion question "
    "warning concern complaint letter"
).split()
_NOTE = rf"(?:{'|'.join(_NOTES)})s?"
_MACHINE = (
    r"(?:alerts?|alarms?|monitor(?:ing)?|linter|scanner|sensor|system|tool|dashboard|script|logs?|check|"
    r"pipeline|tests?|bot|exception|warning light|server|software|device|page|contract|schedule|manual|"
    r"runbook|"
    r"report|document|it|this|that|which|sign|label|screen|display)"
)
_NO_VERB = (
    r"(?!(?:I|we|you|that|which|who|it|could|would|should|can|will|may|might|must|had|has|have|was|were|"
    r"is|are|"
    r"been|to|not|and|or|but|than|if)\b)"
)
_NO_NAME = (
    r"(?!(?:I|We|You|It|This|That|There|These|Those|If|When|While|But|And|So|Then|In|On|At|For|With|As|"
    r"The|Our|"
    r"My|His|Her|Their|Its|No|Nobody|Nothing|What|How|Why|Root|Lessons?)\b)"
)
_SOMEBODY = (
    rf"(?:he|she|they|who|someone|somebody|nobody else|people|customers|users|staff|operators|nurses|drivers|"
    rf"(?:several|some|many|two|most) (?!of\b)[a-z]+s|(?:several|some|one|many|two|most) of (?:us|you|them)|"
    rf"(?:the|a|an|our|one|two|three|several|some|my|their|his|her|every|"
    rf"both) (?:{_NO_VERB}[\w'’-]+ ){{0,3}}?"
    rf"(?!{_MACHINE}\b){_NO_VERB}[\w'’-]+|"
    rf"(?-i:{_NO_NAME}[A-Z][\w-]+(?: [A-Z]\w+)?)(?: {_NO_VERB}[a-z]+){{0,2}}?)"
    rf"(?:, [^,.;\n]{{3,50}},)?"
)
_SELF = r"(?:I|we)"
_HAD = r"(?:had |have |has |did )?(?:also |already |repeatedly |even |first |once |once more )?"
# What reassured is no warning.
_SOOTHING = (
    r"(?! (?:\w+ ){0,6}?(?:was|were|is|are|would be|had been) (?:\w+ )?(?:safe|fine|ok|okay|ready|done|"
    r"complete|"
    r"approved|correct|harmless|enough|unchanged)\b)"
)
_TO_US = r"(?:me|us|the \w+|them|him|her|their \w+|our \w+|my \w+|(?-i:[A-Z]\w+))"
_WE_WENT_ON = (
    r"(?:and|but|yet)(?: still| then| instead)? (?:I|we) (?!(?:also |then |immediately |quickly |"
    r"promptly )?(?:fitted|installed|ordered|bought|sent|gave|paid|replied|switched|"
    r"cancelled|delayed|paused|followed|accepted|began|thanked|informed|let|updated|reverted|fixed|changed|"
    r"added|stopped|agreed|restarted|replaced|checked|looked|investigated|thanked|rolled|did (?:it|so|"
    r"that|this)|"
    r"found|could|can|are|were|was|have|had|will|would|should|confirmed|called|asked|learned|saw|"
    r"moved the)\b)\w+"
)


def _both(nouns: list[str]) -> list[str]:
    return [form for noun in nouns for form in (noun, f"{noun}s")]


CUE = any_of(
    lexicon_pattern("candor/silenced_phrases"),
    Keyed(
        (
            *_WARNING,
            *_SAYING,
            *_SAYING_NOW,
            *_REPEATING,
            *_both([*_ASKING, *_PLEAS, *_NOTES, "risk", "problem"]),
            *"say mention ask warn flag drawn queried consulted listened involved heard came".split(),
            "discussed",
        ),
        rf"\b(?:{_WARNED}|{_SAID}|{_SAYS}|{_TELLING}|{_PLEA}|{_NOTE}|say|mention|ask|warn|flag|risks?|problems?|doubts?|"
        r"pointed|drawn|queried|consulted|listened|involved|heard|came up|discussed)\b",
    ),
)
"""Finds, at little cost, every sentence that ``UNHEARD`` could find something in."""

TOLD_US = Keyed(
    (*_WARNING, *"told asked advised reminded written said mentioned kept".split()),
    rf"(?<!\w){_SOMEBODY} {_HAD}(?:{_WARNED}|{_TOLD}|"
    rf"kept {_TELLING})\b{_SOOTHING}[^;!?\n]{{3,150}}?,? {_WE_WENT_ON}",
)
"""Finds somebody who said something, and the author who went on all the same."""

UNHEARD = any_of(
    lexicon_pattern("candor/silenced_phrases"),
    Keyed(
        _WARNING,
        rf"(?<!\w)(?:{_SOMEBODY}|{_SELF}) {_HAD}{_WARNED}\b.{{0,120}}?\b{AGO}\b",
    ),
    Keyed(
        _WARNING,
        rf"\b{AGO}\b,? .{{0,60}}?(?<!\w)(?:{_SOMEBODY}|{_SELF}) {_HAD}{_WARNED}\b",
    ),
    Keyed(
        "flagged raised warned escalated pointed",
        rf"\b(?:concerns?|issues?|risks?|questions?|problems?|doubts?|this|it|that|point) (?:had |have |"
        rf"has )?(?:was|were|been) "
        rf"(?:already |repeatedly )?(?:flagged|raised|warned|escalated|pointed out)\b.{{0,80}}?\b{AGO}\b",
    ),
    Keyed(
        "flagged raised warned escalated pointed reported",
        r"\bhad (?:already |repeatedly |previously )(?:been )?(?:flagged|raised|warned|escalated|pointed out|"
        r"reported)\b",
    ),
    Keyed(
        "said wrote told noted",
        rf"(?<!\w)(?:{_SOMEBODY}|{_SELF}) {_HAD}(?:said|wrote|told {_TO_US}|"
        rf"noted)\b.{{0,40}}?\b{AGO}\b.{{0,70}}?\b(?:would|too|not|"
        r"never|cannot|can['’]t|won['’]t|no|wrong|missing|broken|unsafe|risk\w*|run out)\b",
    ),
    Keyed(
        "pointed drawn complained queried doubted objected questioned asked",
        rf"(?<!\w){_SOMEBODY} had (?:pointed (?:to|at)|drawn attention|complained|queried|doubted|objected|"
        rf"questioned|asked (?:for|whether|"
        r"if|about|to))\b",
    ),
    Keyed(
        "came raised asked discussed",
        rf"\b(?:came up|was (?:raised|asked|discussed)) (?:in|at|during) (?:the|our|"
        rf"an?) {_MEETING}\b.{{0,40}}?\b(?:left|{REFUSED}|never|not)\b",
    ),
    Keyed(
        "warned flagged predicted raised",
        r"\bhad (?:warned|flagged|predicted|raised (?:this|that|the|it|concerns?|doubts?))\b",
    ),
    Keyed(
        _REPEATING,
        rf"(?<!\w)(?:{_SOMEBODY}|{_SELF}) (?:kept|(?:has|have|had) (?:long )?been) {_TELLING}\b",
    ),
    Keyed(
        "warned",
        rf"(?<!\w)(?:{_SOMEBODY}|{_SELF}) {_HAD}warned (?:us|me|them|the \w+|that|of|about|against|"
        rf"(?-i:[A-Z]\w+))\b",
    ),
    Keyed(
        "said asked mentioned wrote",
        rf"\b(?!{_MACHINE}\b)\w+ (?:said|asked|mentioned|"
        rf"wrote) [\"“'‘][^\"”\n]{{3,120}}[\"”'’],? (?:\w+ ){{0,3}}?{AGO}\b",
    ),
    Keyed(
        _both([*_ASKING, *_PLEAS]),
        rf"\b{_PLEA}\b[^.;!?\n]{{0,80}}? (?:was|were|had been|has been|got) (?:\w+ )?(?:declined|rejected|"
        rf"turned down|refused|ignored|"
        r"postponed|deferred|overruled|never answered|not answered|unanswered|put off|struck from|cut from|"
        r"closed (?:as|"
        r"without|with)|parked|shelved|waved|brushed|laughed|dismissed|deprioriti[sz]ed)\b(?! by (?:the |"
        r"our |a )?{_MACHINE}\b)",
    ),
    Keyed(
        _both(_NOTES),
        rf"\b{_NOTE}\b[^.;!?\n]{{0,80}}?\b(?:lay|languished|gathered dust|(?:had been|been|was|were|stayed|"
        rf"remained|sat) (?:lying|sitting|"
        r"unread|unanswered|(?:open|waiting|there) (?:since|for (?:weeks|months|years|ages|\w+ (?:weeks|"
        r"months|years))))|went (?:unread|"
        r"unanswered|nowhere))\b",
    ),
    Keyed(
        "say mention ask warn flag told mentioned proposed suggested asked written said",
        rf"(?<!\w){_SOMEBODY} (?:did|had) (?:say|mention|ask|warn|flag|told|mentioned|proposed|suggested|"
        rf"asked for|written|"
        rf"said)\b{_SOOTHING}",
    ),
    Keyed(
        "said asked mentioned wrote told",
        rf"(?<!\w){_SOMEBODY} {_HAD}(?:said|asked|mentioned|wrote|"
        rf"told {_TO_US})\b.{{0,60}}?\b(?:every (?:{_UNIT}|year|month|week|(?:\w+ )?{_MEETING})|"
        r"repeatedly|again and again|more than once|several times|twice|for (?:weeks|months|years)|"
        r"since the \w+)\b",
    ),
    Keyed(
        "said known asked warned told",
        rf"(?<!\w)(?:{_SOMEBODY}|{_SELF}) (?:have|has) (?:said|known|asked|warned|"
        rf"told)\b.{{0,40}}?\b(?:since|for) ",
    ),
    Keyed(
        (*_WARNING, *_SAYING, *_SAYING_NOW),
        rf"(?<!\w)(?:{_WARNED}|{_SAID}|{_SAYS}) (?!the {_MACHINE}\b)[^!?\n]{{0,150}}?,? ?{_AFTER}",
    ),
    Keyed(
        "asked requested proposed suggested recommended",
        rf"(?<!\w)(?:asked for|requested|proposed|suggested|"
        rf"recommended) by .{{3,80}}? {_AND} ?(?:\w+ ){{0,2}}?{REFUSED}",
    ),
    TOLD_US,
    Keyed(
        "asked consulted listened involved heard",
        r"\b(?:nobody|no one|we never|never|not) (?:ever |had |once )?(?:asked|consulted|listened to|"
        r"involved|heard) "
        r"(?:the|our|any of the) [^.;\n]{3,60}?,? who (?:had|have|has|knew|know)\b",
    ),
)
"""Finds the words that tell of an unheard warning."""

BY_A_MACHINE = re.compile(
    r"\b(?:alerts?|alarms?|monitor(?:ing)?|linter|scanner|sensor|system|tool|dashboard|script|logs?|check|"
    r"pipeline|tests?|bot|exception|error|warning light)\b(?: \w+){0,3} (?:flagged|raised|warned|reported)\b",
    re.I,
)
"""Finds a machine that raised the warning."""

HEARING = re.compile(
    r"\b(?:escalat|rais(?:e|es|ing) (?:\w+ ){0,2}?(?:concerns?|doubts?|risks?|questions?|issues?|hand)|"
    r"speak(?:ing)?[- ]up|concerns?|early warnings?|objections?|stop[- ]the[- ]line|andon|veto|dissent|"
    r"hotline|anonymous|channel for|open (?:door|floor)|pre-?mortem|risk (?:log|register)|go/no-go|"
    r"hear(?:d|ing)?|listen)",
    re.I,
)
"""Finds, in a commitment, the means by which a warning reaches somebody."""
