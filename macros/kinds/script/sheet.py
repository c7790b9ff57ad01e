"""A conversation script as a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words
from macros.kinds.script.model import Script


def groups(item: Script, words: Words) -> Iterator[Group]:
    """The situation, the first words, what to avoid, replies, the close."""
    people = words.people(item.people)
    heat = words.t(f"heat-{item.heat}")
    yield Group(f"{words.t('people')}: {people} · {heat}", text=words.tr(item.situation))
    yield Group(words.t("say-first"), text=words.tr(item.first))
    avoid = (Column(words.t("say-not"), width=50), Column(words.t("file-why"), width=50))
    rows = (Row((words.tr(line.words), words.tr(line.why))) for line in item.avoid)
    yield Group(words.t("say-not"), avoid, tuple(rows))
    replies = (Column(words.t("file-they"), width=45), Column(words.t("file-you"), width=55))
    lines = (Row((words.tr(r.they), words.tr(r.you)), r.id) for r in item.replies)
    yield Group(words.t("replies"), replies, tuple(lines))
    yield Group(words.t("say-last"), text=words.tr(item.close))
    yield Group(words.t("record"), text=words.tr(item.record))
