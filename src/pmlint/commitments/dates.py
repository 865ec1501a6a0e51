"""Expressions that name a day, month, quarter or sprint, and the last day they allow."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from pmlint.document.model import Document
from pmlint.lexicons import load

_NUMBERS = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
_WEEKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4,6}|['’]\d{2})"
_NUMBER = (
    r"(?P<number>\d{1,3}|a couple of|couple of|an?|"
    + "|".join(w for w in _NUMBERS if " " not in w and len(w) > 2)
    + ")"
)
_UNIT = r"(?:(?:business|working|calendar)\s+)?(?P<unit>day|week|month|quarter|year|sprint)s?"
_NUMBERED = r"(?:sprint|iteration|week|[kc]w|wk|milestone|cycle|PI)"
_COMING = r"(?:next|coming|following)"
_PERIOD = r"week|month|quarter|year"
_THE = r"(?:the\s+|this\s+|the current\s+)?"
_PART = (
    r"(?:(?:the\s+)?(?P<part>end of|end|start of|beginning of|early|mid|middle of|late|eo|"
    r"(?:the\s+)?(?:first|second|third|fourth|last|1st|2nd|3rd)\s+(?:week|half|days?)\s+(?:of|in))[\s-]+(?:the\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """How dates of a document are to be read.

    Attributes:
        anchor: The day from which relative dates count, ``None`` where nobody knows.
        day_first: Whether 3/4 is 3 April; ``None`` where the document does not show it.
    """

    anchor: dt.date | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression in a text.

    Attributes:
        start: First character.
        end: One past the last character.
        date: The last day that it allows, ``None`` where it cannot be told or does not exist.
        relative: Whether it counts from the day of writing ("within two weeks").
    """

    start: int
    end: int
    date: dt.date | None
    relative: bool = False


def calendar_of(document: Document, today: dt.date | None = None) -> Calendar:
    """The calendar of a document: its own date, else ``today``; day first if its other dates show it."""
    order: bool | None = None
    for first, second in re.findall(
        r"(?<![\d./-])(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?![\d/-]|\.\d)", document.source
    ):
        if (int(first) > 12) != (int(second) > 12):
            order = int(first) > 12
            break
    return Calendar(document.date or today, order)


@lru_cache(maxsize=512)
def expressions(text: str, calendar: Calendar) -> tuple[Expression, ...]:
    """The date expressions of a text, left to right, longest first, none overlapping."""
    found: list[tuple[int, int, int, Expression]] = []
    for rank, (pattern, resolve, relative) in enumerate(_kinds()):
        for match in pattern.finditer(text):
            try:
                day = resolve(match, calendar)
            except (ValueError, OverflowError):
                day = None  # 31 February: somebody meant a date, and a rule will say that there is none
            found.append((match.start(), -match.end(), rank, Expression(*match.span(), day, relative)))
    result: list[Expression] = []
    for _, _, _, expression in sorted(found, key=lambda f: f[:3]):
        if not result or expression.start >= result[-1].end:
            result.append(expression)
    return tuple(result)


Resolve = Callable[[re.Match[str], Calendar], "dt.date | None"]


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], Resolve, bool], ...]:
    month = r"(?P<month>" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\.?(?![\w])"
    weekday = r"(?P<weekday>" + "|".join(_WEEKDAYS) + r"|mon|tues?|weds?|thu(?:rs?)?|fri|sat)(?![\w-])"
    lead = rf"(?:(?:{weekday})\.?,?\s+(?:the\s+)?)?"
    quarter = r"(?:Q|q)(?P<quarter>[1-4])"
    named_quarter = r"(?P<ordinal>first|second|third|fourth|last)\s+quarter"
    fiscal = r"(?:[\s,/-]*(?:of\s+)?(?:FY\s?'?)?(?P<year>\d{4}|['’]?\d{2}(?!\d)))?"
    raw: tuple[tuple[str, Resolve, bool], ...] = (
        (r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", _iso, False),
        (r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})[/.-](?P<year>\d{4}|\d{2})(?!\d)", _numeric, False),
        (r"(?P<day>\d{1,2})\.(?P<month>0?[1-9]|1[0-2])\.(?!\d|\w)", _day_month_number, False),
        (rf"{lead}{_DAY}(?:\s+of)?[\s-]+{month}(?:[\s,-]+{_YEAR}(?!\d))?", _day_month, False),
        (rf"{lead}{month}\s+(?:the\s+)?{_DAY}(?![\d:]|\s*%)(?:\s*,?\s*{_YEAR}(?!\d))?", _day_month, False),
        (rf"{_PART}{month}(?:,?\s+(?:of\s+)?(?P<year>\d{{4}})(?!\d))?", _month, False),
        (rf"{_PART}{quarter}{fiscal}(?!\w)", _quarter, False),
        (rf"(?P<year>\d{{4}})[\s-]*{quarter}(?!\w)", _quarter, False),
        (rf"{_PART}{named_quarter}{fiscal}", _quarter, False),
        (r"H(?P<half>[12])(?:[\s/-]*(?:of\s+)?(?P<year>\d{4}))?(?!\w)", _half, False),
        (r"(?:the\s+)?end of (?P<year>20\d\d)(?!\d)", _year, False),
        (r"(?P<year>20\d\d)(?![\d:.%-]|\s+\w+s\b)", _year, False),
        (rf"(?:(?:next|this|coming)\s+)?{weekday}", _weekday, True),
        (r"tomorrow(?:\s+\w+)?|tonight|today|this\s+(?:afternoon|evening|morning)", _today, True),
        (r"EO(?P<period>[DWMQY])(?!\w)|COB(?!\w)|close of (?:business|play)", _end_of, True),
        (rf"(?:the\s+)?end of {_THE}(?P<period>{_PERIOD}|sprint|day)(?!\w)", _end_of, True),
        (r"(?:(?:the\s+)?end of )?next (?P<next>week|month|quarter)(?!\w)", _next, True),
        (rf"(?<!later )this (?P<period>{_PERIOD})(?!\w)", _end_of, True),
        (rf"(?:within|inside|in)\s+(?:the\s+)?(?:next\s+)?{_NUMBER}\s+{_UNIT}(?!\w)", _within, True),
        (rf"(?:in|over|during|within)\s+the\s+{_COMING}\s+(?:{_NUMBER}\s+)?{_UNIT}(?!\w)", _within, True),
        (rf"{_NUMBER}\s+{_UNIT}\s+from\s+(?:now|today)", _within, True),
        (rf"{_NUMBERED}\s+#?\d{{1,3}}(?:\.\d{{1,2}})?(?![\w%])", _untold, False),
        (r"(?:black friday|christmas|thanksgiving|easter|new year['’]?s? (?:eve|day))(?!\w)", _untold, False),
    )  # fmt: skip
    return tuple(
        (re.compile(rf"(?<![\w/.$€£-])(?:{source})", re.I), resolve, rel) for source, resolve, rel in raw
    )


@cache
def _months() -> dict[str, int]:
    return {name: i for i, line in enumerate(load("commitments/months"), 1) for name in line.split()}


def _iso(match: re.Match[str], _: Calendar) -> dt.date:
    return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], calendar: Calendar) -> dt.date:
    a, b, year = int(match["a"]), int(match["b"]), _full_year(match["year"])
    day_first = calendar.day_first
    if a > 12 or b > 12:
        day_first = a > 12
    elif day_first is None:
        day_first = match["sep"] != "/" or not calendar.anchor or dt.date(year, b, a) >= calendar.anchor
    return dt.date(year, b, a) if day_first else dt.date(year, a, b)


def _day_month(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    month, day = _months()[match["month"].lower()], int(match["day"])
    if match["year"]:
        return dt.date(_full_year(match["year"]), month, day)
    dt.date(2024, month, day)  # a leap year: raises for days that no year has
    return _coming(calendar, lambda year: dt.date(year, month, day))


def _day_month_number(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    month, day = int(match["month"]), int(match["day"])
    dt.date(2024, month, day)
    return _coming(calendar, lambda year: dt.date(year, month, day))


def _month(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    name = match["month"]
    month = _months()[name.lower()]
    week = re.search(r"(first|second|third|1st|2nd|3rd)\s+week", match["part"] or "", re.I)

    def last(year: int) -> dt.date:
        return dt.date(year, month, 7 * _WEEKS[week[1].lower()]) if week else _last_day(year, month)

    return last(int(match["year"])) if match["year"] else _coming(calendar, last)


def _quarter(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    groups = match.groupdict()
    if groups.get("quarter"):
        quarter = int(groups["quarter"])
    else:
        quarter = ("first", "second", "third", "fourth", "last").index(groups["ordinal"].lower()) + 1
    month = 3 * min(quarter, 4)
    if groups.get("year"):
        return _last_day(_full_year(groups["year"]), month)
    return _coming(calendar, lambda year: _last_day(year, month))


def _half(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    month = 6 * int(match["half"])
    if match["year"]:
        return _last_day(int(match["year"]), month)
    return _coming(calendar, lambda year: _last_day(year, month))


def _year(match: re.Match[str], _: Calendar) -> dt.date:
    return dt.date(int(match["year"]), 12, 31)


def _weekday(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    if calendar.anchor is None:
        return None
    wanted = next(i for i, day in enumerate(_WEEKDAYS) if day.startswith(match["weekday"].lower()[:3]))
    return calendar.anchor + dt.timedelta(days=(wanted - calendar.anchor.weekday() - 1) % 7 + 1)


def _today(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    if calendar.anchor is None:
        return None
    return calendar.anchor + dt.timedelta(days=match[0].lower().startswith("tomorrow"))


def _end_of(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    letters = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
    period = match.groupdict().get("period") or "day"
    return _period_end(letters.get(period.upper(), period.lower()), calendar.anchor)


def _next(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    end = _period_end(period := match["next"].lower(), calendar.anchor)
    return end and _period_end(period, end + dt.timedelta(days=1))


def _within(match: re.Match[str], calendar: Calendar) -> dt.date | None:
    from dateutil.relativedelta import relativedelta

    written = (match["number"] or "one").lower()
    unit = match["unit"].lower()
    number = int(written) if written.isdigit() else _NUMBERS[written]
    if calendar.anchor is None or unit == "sprint":
        return None
    if unit == "quarter":
        unit, number = "month", 3 * number
    step = {"day": relativedelta(days=number), "week": relativedelta(weeks=number)}
    step |= {"month": relativedelta(months=number), "year": relativedelta(years=number)}
    return calendar.anchor + step[unit]


def _untold(_: re.Match[str], __: Calendar) -> None:
    return None


def _period_end(period: str, day: dt.date | None) -> dt.date | None:
    if day is None or period == "sprint":
        return None
    if period == "week":
        # The working week ends on Friday; what is promised at a weekend is due on the next one.
        return day + dt.timedelta(days=(4 - day.weekday()) % 7)
    month = {"month": day.month, "quarter": (day.month + 2) // 3 * 3, "year": 12}.get(period)
    return _last_day(day.year, month) if month else day


def _last_day(year: int, month: int) -> dt.date:
    import calendar as months

    return dt.date(year, month, months.monthrange(year, month)[1])


def _full_year(written: str) -> int:
    digits = written.strip("'’")
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _coming(calendar: Calendar, day_in: Callable[[int], dt.date]) -> dt.date | None:
    """The day in the year that puts it after the document's date; shortly before it still means that year."""
    if calendar.anchor is None:
        return None
    slack = calendar.anchor - dt.timedelta(days=60)
    for year in range(calendar.anchor.year - 1, calendar.anchor.year + 5):
        try:
            day = day_in(year)
        except ValueError:  # 29 February waits for a leap year
            continue
        if day >= slack:
            return day
    return None
