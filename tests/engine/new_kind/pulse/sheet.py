"""A pulse as a sheet: each statement with room for a rating."""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds.pulse.model import Pulse

from macros.contracts.sheet import Column, Group, Row
from macros.contracts.words import Words


def groups(item: Pulse, words: Words) -> Iterator[Group]:
    """The statements, and an empty column for the ratings."""
    columns = (
        Column(words.t("pulse-statement"), width=80),
        Column(words.t("pulse-rating"), "fill", 20),
    )
    rows = tuple(Row((words.tr(line.text), ""), line.id) for line in item.statements)
    yield Group(words.t("pulse-statements"), columns, rows)
