"""A meeting kit as a sheet: people, papers, agenda, the form for the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.meeting_kit.model import MeetingKit

ROOM = 8  # empty rows in the form for the minutes


def groups(item: MeetingKit, words: Words) -> Iterator[Group]:
    """What the meeting is for, who comes, what happens, what is written down."""
    yield Group(words.t("meeting-purpose"), text=words.tr(item.purpose))
    yield Group(words.t("rhythm"), text=words.tr(item.rhythm))
    people = (Column(words.t("people"), width=30), Column(words.t("meaning"), width=70))
    there = (Row((words.role(one.role), words.tr(one.part))) for one in item.attendees)
    yield Group(words.t("attendees"), people, tuple(there))
    papers = (
        words.tick(line.id, f"T-{line.days} {words.tr(line.text)}", by=words.role(line.role))
        for line in item.beforehand
    )
    yield Group(words.t("beforehand"), words.ticks(), tuple(papers))
    agenda = (
        Column(words.t("minutes"), "number", 8),
        Column(words.t("agenda-point"), width=28),
        Column(words.t("agenda-how"), width=44),
        Column(words.t("leads"), width=20),
    )
    points = (
        Row((p.minutes, words.tr(p.title), words.tr(p.how), words.role(p.role)), p.id)
        for p in item.agenda
    )
    yield Group(words.t("agenda"), agenda, tuple(points))
    yield Group(words.t("meeting-rules"), text=words.lines([rule.text for rule in item.rules]))
    form = tuple(Column(words.tr(c.title), "fill", 10) for c in item.minutes_form)
    example = Row(tuple(words.tr(c.example) for c in item.minutes_form))
    yield Group(words.t("minutes-form"), form, (example, *[Row(("",) * len(form))] * ROOM))
    done = (words.tick(line.id, words.tr(line.text)) for line in item.done)
    yield Group(words.t("counts-as-done"), words.ticks(), tuple(done))
