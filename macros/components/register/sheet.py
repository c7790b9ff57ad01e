"""A register as a sheet: its rows, with room for more, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator

from macros.components.register.model import Column as Field
from macros.components.register.model import Register
from macros.sheet import Column, Group, Row, Words

ROOM = 25  # empty rows to go on with
KINDS = {"text": "fill", "number": "fill", "date": "date", "choice": "choice", "person": "fill"}


def groups(item: Register, words: Words) -> Iterator[Group]:
    """The sample rows with empty ones below, then the columns explained."""
    columns = tuple(
        Column(
            words.tr(c.title),
            KINDS[c.type],
            18 if c.type == "text" else 10,
            tuple(words.tr(value.text).replace("\n", " / ") for value in c.values),
        )
        for c in item.columns
    )
    filled = (
        Row(tuple(_cell(item, row, c, words) for c in item.columns), row.id) for row in item.rows
    )
    empty = [Row(("",) * len(columns))] * ROOM
    yield Group(words.t("sample-rows"), columns, (*filled, *empty))
    meanings = (
        Column(words.t("column"), width=22),
        Column(words.t("type"), width=12),
        Column(words.t("meaning"), width=66),
    )
    yield Group(
        words.t("column-meanings"), meanings, tuple(_meaning(c, words) for c in item.columns)
    )


def _cell(item: Register, row, column: Field, words: Words) -> str:
    if words.language != "both":
        return str(item.cell(row, column, words.language))
    both = dict.fromkeys(str(item.cell(row, column, name)) for name in ("en", "zh"))
    return (" / " if column.type == "choice" else "\n").join(both)


def _meaning(column: Field, words: Words) -> Row:
    values = (
        f"· {words.tr(value.text).replace(chr(10), ' / ')}: {words.tr(value.meaning)}"
        for value in column.values
    )
    text = "\n".join([words.tr(column.meaning), *values])
    return Row((words.tr(column.title), words.t(f"type-{column.type}"), text))
