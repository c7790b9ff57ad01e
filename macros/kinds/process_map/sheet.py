"""A process map as a sheet: its steps in order, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.process_map.model import ProcessMap, Step


def groups(item: ProcessMap, words: Words) -> Iterator[Group]:
    """What the change brings, then the steps of both maps."""
    measures = (
        Column(words.t("measure"), width=40),
        Column(words.t("map-before"), width=30),
        Column(words.t("map-after"), width=30),
    )
    figures = (
        Row((words.tr(f.measure), words.tr(f.before), words.tr(f.after))) for f in item.figures
    )
    yield Group(words.tr(item.example), measures, tuple(figures))
    columns = (
        Column(words.t("done-by"), width=18),
        Column(words.t("file-line"), width=40),
        Column(words.t("time"), width=16),
        Column(words.t("file-next"), width=26),
    )
    for name in ("before", "after"):
        steps = getattr(item, name)
        rows = tuple(_row(step, steps, item, name, words) for step in steps)
        yield Group(words.t(f"map-{name}"), columns, rows)


def _row(step: Step, steps: list[Step], item: ProcessMap, name: str, words: Words) -> Row:
    lane = next(lane for lane in item.lanes if lane.id == step.lane)
    by_id = {other.id: other for other in steps}
    leads = "\n".join(
        f"{words.tr(to.when) + ' ' if to.when else ''}→ {words.tr(by_id[to.step].text)}"
        for to in step.to
    )
    text = words.tr(step.text)
    if step.changes:
        text = f"{text}\n({words.t(f'map-changes-{name}')})"
    return Row(
        (words.tr(lane.title), text, words.tr(step.time) if step.time else "", leads), step.id
    )
