"""A drill as a sheet: the situation and room to write, then rubric and model answers."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row, one_line
from macros.contracts.words import Words
from macros.kinds.drill.model import Drill


def groups(item: Drill, words: Words) -> Iterator[Group]:
    """What happens, an empty place for the answer, how to judge it, two answers."""
    people = words.people(item.people)
    yield Group(f"{words.t('people')}: {people}", text=words.tr(item.situation))
    yield Group(words.t("drill-they"), text=words.tr(item.they))
    room = (Column(words.t("drill-yours"), "fill", 100),)
    yield Group(one_line(words.tr(item.ask)), room, (Row(("\n" * 9,)),))
    enough = words.t("drill-enough").format(enough=item.enough, of=len(item.rubric))
    lines = (words.tick(c.id, words.tr(c.text), words.tr(c.evidence)) for c in item.rubric)
    yield Group(enough, words.ticks(evidence=True), tuple(lines))
    answers = (Column(words.t("drill-model"), width=60), Column(words.t("drill-when"), width=40))
    texts = (f"{words.tr(a.manner)}\n\n{words.tr(a.text)}" for a in item.answers)
    rows = (Row((text, words.tr(a.why))) for text, a in zip(texts, item.answers, strict=True))
    yield Group(words.t("drill-model"), answers, tuple(rows))
    yield Group(words.t("drill-talk"), text=words.tr(item.talk))
