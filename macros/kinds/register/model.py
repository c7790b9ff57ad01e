"""A register: a list that is kept through a project, with typed columns and sample rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Value(Strict):
    """One allowed value of a choice."""

    id: Id
    text: Text = Field(description="The value as it is shown.")
    meaning: Text = Field(description="When to choose it.")


class Column(Strict):
    """One column of the register."""

    id: Id
    title: Text = Field(description="The heading.")
    type: Literal["text", "number", "date", "choice", "person"] = Field(
        description="What a cell holds: text, a number, a date, one of 'values', or a person."
    )
    meaning: Text = Field(description="What belongs into it, and how it is written.")
    values: list[Value] = Field(default=[], description="The allowed values of a choice.")


def _kind_of_cell(value: object) -> str:
    return "text" if isinstance(value, dict | Text) else "value"


Cell = Annotated[
    Annotated[Text, Tag("text")] | Annotated[dt.date | int | float | str, Tag("value")],
    Discriminator(_kind_of_cell),
]


class Row(Strict):
    """One filled sample row."""

    id: LineId
    cells: dict[Id, Cell] = Field(
        description="By column: a text in both languages, a number, a date, or a value's id."
    )


class Register(LibraryItem):
    """A register: its columns are the contract, its rows show how it is filled in."""

    minutes: int = Field(gt=0, le=120, description="Minutes a week it takes to keep it.")
    keeper: Id = Field(description="The role that keeps it: an id from roles.yml.")
    read: Text = Field(description="Who reads it, and how often.")
    columns: list[Column] = Field(min_length=4, description="From left to right.")
    rows: list[Row] = Field(min_length=3, description="Filled sample rows.")

    @model_validator(mode="after")
    def _coherent(self) -> Register:
        problems = [*self._columns(), *self._cells()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _columns(self) -> Iterator[str]:
        ids = [column.id for column in self.columns]
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            yield f"column ids used twice: {', '.join(twice)}"
        for column in self.columns:
            if (column.type == "choice") != (len(column.values) > 1):
                yield f"column {column.id}: a choice has two values or more, other types have none"

    def _cells(self) -> Iterator[str]:
        by_id = {column.id: column for column in self.columns}
        for row in self.rows:
            for name in row.cells.keys() ^ by_id.keys():
                yield f"row {row.id}: the cell '{name}' is missing or has no column"
            for name, cell in row.cells.items():
                column = by_id.get(name)
                if column and not _fits(column, cell):
                    yield f"row {row.id}: '{name}' holds {cell!r}, its type is {column.type}"

    def cell(self, row: Row, column: Column, language: str) -> str:
        """A sample cell as it is shown."""
        value = row.cells[column.id]
        if column.type == "choice":
            return next(v.text[language] for v in column.values if v.id == value)
        return value[language] if isinstance(value, Text) else str(value)

    def form(self, language: str) -> list[dict[str, object]]:
        """The columns as the page's script makes fields of them."""
        return [
            {
                "id": column.id,
                "title": column.title[language],
                "type": column.type,
                "values": [{"id": v.id, "text": v.text[language]} for v in column.values],
            }
            for column in self.columns
        ]

    def line_ids(self) -> Iterator[str]:
        yield from (row.id for row in self.rows)


def _fits(column: Column, cell: object) -> bool:
    if column.type == "choice":
        return cell in {value.id for value in column.values}
    kinds = {"number": (int, float), "date": dt.date}
    return isinstance(cell, kinds.get(column.type, Text))
