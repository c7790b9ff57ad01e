"""A training plan as a sheet: sessions with their minutes, and how learning is measured."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row, one_line
from macros.contracts.words import Words
from macros.kinds.training_plan.model import Session, TrainingPlan


def groups(item: TrainingPlan, words: Words) -> Iterator[Group]:
    """Before the first session, the sessions at a glance, objectives, each session, evaluation."""
    before = (words.tick(line.id, words.tr(line.text)) for line in item.prerequisites)
    yield Group(words.t("prerequisites"), words.ticks(), tuple(before))
    held = (
        words.tick(
            session.id,
            f"{words.tr(session.title)}\n{_when(session, words)}",
            by=words.role(item.trainer),
        )
        for session in item.sessions
    )
    yield Group(words.t("plan-sessions"), words.ticks(), tuple(held))
    yield Group(words.t("objectives"), text=words.lines([line.text for line in item.objectives]))
    steps = (
        Column(words.t("minutes"), "number", 8),
        Column(words.t("file-line"), width=62),
        Column(words.t("date"), "date", 12),
        Column(words.t("js-field-note"), "fill", 18),
    )
    for session in item.sessions:
        mode = words.t(f"mode-{session.mode}")
        title = one_line(words.tr(session.title))
        rows = (Row((step.minutes, words.tr(step.text), "", ""), step.id) for step in session.steps)
        head = f"{title} · {_when(session, words)} · {mode}"
        yield Group(head, steps, tuple(rows))
        yield Group(words.t("exercise"), text=words.tr(session.exercise))
    columns = (
        Column(words.t("evaluation"), width=34),
        Column(words.t("passed"), width=33),
        Column(words.t("failed"), width=33),
    )
    rows = (
        Row(
            (
                f"T{e.day:+d} {words.t(f'method-{e.method}')}\n{words.tr(e.text)}",
                words.tr(e.passed),
                words.tr(e.failed),
            ),
            e.id,
        )
        for e in item.evaluation
    )
    yield Group(words.t("evaluation"), columns, tuple(rows))


def _when(session: Session, words: Words) -> str:
    return f"T{session.day:+d} · {session.minutes} {words.t('minutes')}"
