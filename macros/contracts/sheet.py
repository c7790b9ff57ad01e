"""The neutral form between library items and files: a kind turns its item into a `Sheet`, and
the writers know only that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from macros.contracts.fields import LANGUAGES

# text: written by us. number: likewise, a figure. status: open, done or not applicable.
# choice: one of the column's values. date, fill: room for what the reader writes.
ColumnKind = Literal["text", "number", "status", "choice", "date", "fill"]
# In one language, or in both: English, and Chinese below it in the same cell.
SHEET_LANGUAGES = (*LANGUAGES, "both")
STATUSES = ("open", "done", "na")
LOCALES = {"en": "en-GB", "zh": "zh-CN", "both": "en-GB"}  # what files call their language


def one_line(text: str) -> str:
    """A text in both languages without the break between them."""
    return text.replace("\n", " / ")


@dataclass(frozen=True)
class Column:
    """A column: its heading, what its cells hold, and its share of the width.

    `field` names what a workspace keeps of it: status, owner, due or note, or the id of a
    register's column after "cell:".
    """

    title: str
    kind: ColumnKind = "text"
    width: int = 10
    values: tuple[tuple[str, str], ...] = ()  # of a choice: id and what is shown
    field: str = ""


@dataclass(frozen=True)
class Row:
    """A row. `id` is the permanent id of the line, empty where there is none."""

    cells: tuple[str | int | float, ...]
    id: str = ""


@dataclass(frozen=True)
class Group:
    """Rows of the same columns under a title, or a text that is by itself."""

    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """A library item as a document, in one language or in both."""

    id: str
    kind: str  # as on the command line: training-plan
    language: str
    release: str  # the version's number, empty in a working copy
    version: str  # how it is called
    source: str  # whose playbook it is from
    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    form: tuple[str, ...]  # what is filled in by hand: client, project, date, signature
    statuses: tuple[str, ...]  # how `STATUSES` are called
    words: dict[str, str] = field(default_factory=dict)  # what the writers say themselves
