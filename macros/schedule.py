"""When the sessions of a training plan are held; schedule.js computes the same in the page.

Sessions are planned in their order, group after group. A session stands as many calendar
days from go-live as the plan says; if nobody works then, it moves to the working day before
(after go-live: to the one after). A group that finds no free trainer takes the next working
day, and never one before its last session.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.components.training_plan.model import GroupSize, Session

TEACHING = 360  # minutes a trainer teaches on one day, at most
LONGEST = 366  # days that one line of days off may name
OFF = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s*(?:\.\.|–|~|至)\s*(\d{4}-\d\d-\d\d))?")
DAY = dt.timedelta(1)


@dataclass(frozen=True)
class Wishes:
    """What a project says of its training. Weekdays are counted from Sunday, 0, to 6."""

    golive: dt.date
    learners: int
    trainers: int = 1
    weekdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    holidays: str = ""  # a day or a stretch of days (2027-02-15..2027-02-21) on each line


@dataclass(frozen=True)
class DatedSession:
    """One session of one group."""

    id: str
    group: int
    date: dt.date
    minutes: int


@dataclass
class Schedule:
    """The sessions with their dates, and what is wrong with them: a code and its details."""

    groups: int
    entries: list[DatedSession] = field(default_factory=list)
    warnings: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def warn(self, code: str, **details: object) -> None:
        """Note something that can't be, or that was moved."""
        self.warnings.append((code, details))


def days_off(text: str) -> tuple[set[dt.date], list[str]]:
    """The days a text names, and the lines that name none."""
    days: set[dt.date] = set()
    unread: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        named = _stretch(line)
        days |= named
        if not named:
            unread.append(line)
    return days, unread


def _stretch(line: str) -> set[dt.date]:
    match = OFF.fullmatch(line)
    try:
        first, last = (dt.date.fromisoformat(day) for day in (match[1], match[2] or match[1]))
    except (TypeError, ValueError):  # no such text, or no such day
        return set()
    count = (last - first).days + 1
    return {first + n * DAY for n in range(count)} if count <= LONGEST + 1 else set()


def schedule(sessions: Iterable[Session], size: GroupSize, wishes: Wishes) -> Schedule:
    """Set a date for each session of each group."""
    off, unread = days_off(wishes.holidays)
    result = Schedule(max(1, math.ceil(wishes.learners / size.most)))
    for line in unread:
        result.warn("unread", line=line)
    if wishes.learners < size.least:
        result.warn("few", least=size.least)
    if not wishes.weekdays or wishes.trainers < 1:
        result.warn("nobody")
        return result

    def works(day: dt.date) -> bool:
        return day.isoweekday() % 7 in wishes.weekdays and day not in off

    if not works(wishes.golive):
        result.warn("golive", date=wishes.golive)
    taught: dict[dt.date, int] = {}  # minutes by day, all trainers together
    last = [dt.date.min] * result.groups  # the day of each group's last session
    end = wishes.golive + 800 * DAY  # a calendar without working days comes to an end too
    for session in sorted(sessions, key=lambda one: one.day):
        nominal = wishes.golive + session.day * DAY
        start, step = nominal, -DAY if session.day < 0 else DAY
        while not works(start) and abs((start - nominal).days) < 400:
            start += step
        for group in range(result.groups):
            day = max(start, last[group])
            while day < end and not (
                works(day)
                and (
                    not taught.get(day)
                    or taught[day] + session.minutes <= wishes.trainers * TEACHING
                )
            ):
                day += DAY
            taught[day] = taught.get(day, 0) + session.minutes
            last[group] = day
            result.entries.append(DatedSession(session.id, group + 1, day, session.minutes))
            if session.day < 0 and day >= wishes.golive:
                result.warn("late", id=session.id, group=group + 1, date=day)
        if start != nominal:
            result.warn("moved", id=session.id, **{"from": nominal, "to": start})
    return result
