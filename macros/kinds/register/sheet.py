"""A register as a sheet: room for the project's rows, sample rows, and what columns mean."""

from __future__ import annotations

from collections.abc import Iterator

from macros.contracts.sheet import Column, ColumnKind, Group, Row, one_line
from macros.contracts.words import Words
from macros.kinds.register.model import Column as Field
from macros.kinds.register.model import Register
from macros.kinds.register.model import Row as SampleRow

ROOM = 25  # empty rows to begin with
KINDS: dict[str, ColumnKind] = {
    "text": "fill",
    "number": "fill",
    "date": "date",
    "choice": "choice",
    "person": "fill",
}


def groups(item: Register, words: Words) -> Iterator[Group]:
    """Empty rows to fill in, the sample rows, then the columns explained."""
    columns = tuple(
        Column(
            words.tr(c.title),
            KINDS[c.type],
            _width(c),
            tuple((v.id, one_line(words.tr(v.text))) for v in c.values),
            f"cell:{c.id}",
        )
        for c in item.columns
    )
    yield Group(words.t("own-rows"), columns, (Row(("",) * len(columns)),) * ROOM)
    shown = tuple(Column(words.tr(c.title), width=_width(c)) for c in item.columns)
    filled = (
        Row(tuple(_cell(item, row, c, words) for c in item.columns), row.id) for row in item.rows
    )
    yield Group(words.t("sample-rows"), shown, tuple(filled))
    meanings = (
        Column(words.t("column"), width=22),
        Column(words.t("type"), width=12),
        Column(words.t("meaning"), width=66),
    )
    yield Group(
        words.t("column-meanings"), meanings, tuple(_meaning(c, words) for c in item.columns)
    )


def _width(column: Field) -> int:
    return 18 if column.type == "text" else 10


def _cell(item: Register, row: SampleRow, column: Field, words: Words) -> str:
    if words.language != "both":
        return str(item.cell(row, column, words.language))
    both = dict.fromkeys(str(item.cell(row, column, name)) for name in ("en", "zh"))
    return (" / " if column.type == "choice" else "\n").join(both)


def _meaning(column: Field, words: Words) -> Row:
    values = (
        f"· {one_line(words.tr(value.text))}: {words.tr(value.meaning)}" for value in column.values
    )
    text = "\n".join([words.tr(column.meaning), *values])
    return Row((words.tr(column.title), words.t(f"type-{column.type}"), text))
