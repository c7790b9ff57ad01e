"""A checklist as a sheet: one group for each moment."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Group
from macros.contracts.words import Words
from macros.kinds.checklist.model import Checklist


def groups(item: Checklist, words: Words) -> Iterator[Group]:
    """The moments with their acts."""
    columns = words.ticks(evidence=True)
    for group in item.groups:
        rows = (
            words.tick(
                line.id, words.tr(line.act), words.tr(line.evidence), by=words.role(line.role)
            )
            for line in group.items
        )
        yield Group(words.tr(group.title), columns, tuple(rows))
