"""When the sessions of a training plan are held; schedule.js computes the same in the page.

Sessions are planned in their order, group after group. A session is held as many calendar
days from go-live as the plan says; if nobody works then, it moves to the working day before
(after go-live: to the one after). The trainer with the least to do that day takes it. A group
that finds no free trainer, or has learnt enough for one day, takes the next working day, and
never one before its last session.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from macros.kinds.training_plan.model import GroupSize, Session

LESSONS = 360  # minutes a trainer teaches, and a group learns, on one day, at most
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
    size: int | None = None  # learners in a group, at most; None: as many as the plan says
    today: dt.date | None = None  # with it, what lies before it is told


@dataclass(frozen=True)
class DatedSession:
    """One session of one group, given by one of the trainers. Both are counted from 1."""

    id: str
    group: int
    date: dt.date
    minutes: int
    trainer: int


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
    if match is None:
        return set()
    try:
        first, last = (dt.date.fromisoformat(day) for day in (match[1], match[2] or match[1]))
    except ValueError:  # there is no such day
        return set()
    count = (last - first).days + 1
    return {first + n * DAY for n in range(count)} if count <= LONGEST else set()


def schedule(sessions: Iterable[Session], size: GroupSize, wishes: Wishes) -> Schedule:
    """Set a date for each session of each group.

    Gives no entries, and says so in a warning, where there is no trainer or no working day.
    """
    sessions = sorted(sessions, key=lambda one: one.day)
    off, unread = days_off(wishes.holidays)
    most = wishes.size or size.most
    result = Schedule(max(1, math.ceil(wishes.learners / most)))
    for line in unread:
        result.warn("unread", line=line)
    if wishes.learners // result.groups < size.least:
        result.warn("few", least=size.least)
    if most > size.most:
        result.warn("crowded", size=most, most=size.most)
    if not wishes.weekdays or wishes.trainers < 1:
        result.warn("nobody")
        return result

    def works(day: dt.date) -> bool:
        return day.isoweekday() % 7 in wishes.weekdays and day not in off

    if not works(wishes.golive):
        result.warn("golive", date=wishes.golive)
    # More trainers than there are sessions to give have nothing to do.
    day_of = _Days(works, min(wishes.trainers, result.groups * len(sessions)))
    last = [dt.date.min] * result.groups  # the day of each group's last session
    end = wishes.golive + 800 * DAY  # a calendar without working days comes to an end too
    for session in sessions:
        nominal = wishes.golive + session.day * DAY
        start, step = nominal, -DAY if session.day < 0 else DAY
        while not works(start) and abs((start - nominal).days) < 400:
            start += step
        for group in range(result.groups):
            day = max(start, last[group])
            while day < end and not day_of.free(day, group, session.minutes):
                day += DAY
            if day == end:
                return Schedule(result.groups, [], [("nobody", {})])
            trainer = day_of.take(day, group, session.minutes)
            last[group] = day
            result.entries.append(
                DatedSession(session.id, group + 1, day, session.minutes, trainer + 1)
            )
            if session.day < 0 and day >= wishes.golive:
                result.warn("late", id=session.id, group=group + 1, date=day)
        if start != nominal:
            result.warn("moved", id=session.id, **{"from": nominal, "to": start})
    if wishes.today and (before := sum(one.date < wishes.today for one in result.entries)):
        result.warn("past", count=before, date=wishes.today)
    return result


class _Days:
    """What trainers teach and groups learn on each day, in minutes."""

    def __init__(self, works: Callable[[dt.date], bool], trainers: int):
        self.works, self.trainers = works, trainers
        self.taught: dict[dt.date, list[int]] = {}
        self.learnt: dict[tuple[dt.date, int], int] = {}

    def _loads(self, day: dt.date) -> list[int]:
        return self.taught.setdefault(day, [0] * self.trainers)

    def free(self, day: dt.date, group: int, minutes: int) -> bool:
        """Whether people work on that day, and both the group and a trainer have the time."""
        loads = (min(self._loads(day)), self.learnt.get((day, group), 0))
        return self.works(day) and all(not n or n + minutes <= LESSONS for n in loads)

    def take(self, day: dt.date, group: int, minutes: int) -> int:
        """Give the session to the trainer with the least to do; returns which, from 0."""
        loads = self._loads(day)
        trainer = loads.index(min(loads))
        loads[trainer] += minutes
        self.learnt[day, group] = self.learnt.get((day, group), 0) + minutes
        return trainer
