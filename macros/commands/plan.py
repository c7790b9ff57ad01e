"""scripts/plan.py: a training plan with dates, as files."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from icalendar import Calendar, Event

from macros.content.library import load_library
from macros.contracts.options import Options
from macros.contracts.sheet import Column, Group, Row, one_line
from macros.contracts.words import Words
from macros.files.of_item import sheet
from macros.files.writers import writers
from macros.kinds.training_plan.model import TrainingPlan
from macros.kinds.training_plan.schedule import DatedSession, Schedule, Wishes, schedule

STAMP = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # the same file for the same plan


def run(options: Options, name: str, wishes: Wishes, language: str, folder: Path) -> int:
    """Write the files of a dated plan and print its sessions. Returns the exit code."""
    library = load_library(options.root)
    plans = {plan.id: plan for plan in library.of_model(TrainingPlan)}
    if name not in plans:
        close = get_close_matches(name, plans, 1)
        print(
            f"There is no training plan '{name}'"
            + (f"; did you mean '{close[0]}'?" if close else ".")
            + f"\nThe plans: {', '.join(sorted(plans))}",
            file=sys.stderr,
        )
        return 1
    plan, words = plans[name], Words(library.labels, library.roles, language)
    dated = schedule(plan.sessions, plan.group_size, wishes)
    titles = {session.id: words.tr(session.title) for session in plan.sessions}
    for code, details in dated.warnings:
        known = {"title": one_line(titles.get(str(details.get("id")), "")), **details}
        print(words.t(f"js-plan-{code}-warning").format(**known), file=sys.stderr)
    if not dated.entries:
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    plain = sheet(library.entries["training_plan", name], library, language, "")
    made = replace(plain, groups=(_group(dated, titles, words), *plain.groups))
    for writer in writers(options.formats):
        path = folder / f"{name}.{language}.{writer.SUFFIX}"
        path.write_bytes(writer.write(made))
        print(path)
    path = folder / f"{name}.{language}.ics"
    path.write_bytes(_calendar(plan, dated, titles, words))
    print(path)
    for one in dated.entries:
        print(f"{one.date:%Y-%m-%d} · {_line(one, dated, titles, words)}")
    return 0


def _who(session: DatedSession, dated: Schedule, words: Words) -> str:
    """Who has a session, as far as there is a choice: group 2 · trainer 1."""
    parts = {
        "group": dated.groups > 1 and session.group,
        "trainer": any(one.trainer > 1 for one in dated.entries) and session.trainer,
    }
    told = (words.t(f"js-plan-{n}").format(**{n: count}) for n, count in parts.items() if count)
    return " · ".join(map(one_line, told))


def _line(session: DatedSession, dated: Schedule, titles: dict[str, str], words: Words) -> str:
    """A session as a calendar names it: its title, and who has it."""
    parts = (titles[session.id], _who(session, dated, words))
    return one_line(" · ".join(filter(None, parts)))


def _group(dated: Schedule, titles: dict[str, str], words: Words) -> Group:
    columns = (
        Column(words.t("date"), width=14),
        Column(words.t("plan-sessions"), width=36),
        Column(words.t("plan-group"), width=12),
        Column(words.t("minutes"), "number", 9),
        Column(words.t("trainer"), "fill", 14),
        Column(words.t("js-field-note"), "fill", 15),
    )
    rows = (
        Row(
            (
                f"{one.date:%Y-%m-%d}",
                titles[one.id],
                _who(one, dated, words),
                one.minutes,
                "",
                "",
            )
        )
        for one in dated.entries
    )
    return Group(words.t("plan-dates"), columns, tuple(rows))


def _calendar(plan: TrainingPlan, dated: Schedule, titles: dict[str, str], words: Words) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//ERP communication playbook//EN")
    for one in dated.entries:
        event = Event()
        event.add("uid", f"training-plan.{plan.id}.{one.id}.{one.group}@erp-communication-playbook")
        event.add("dtstamp", STAMP)
        event.add("dtstart", one.date)
        event.add("summary", _line(one, dated, titles, words))
        event.add("description", words.t("js-plan-minutes").format(minutes=one.minutes))
        calendar.add_component(event)
    return calendar.to_ical()
