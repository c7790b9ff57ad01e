"""One neutral form between library items and files: a component turns its item into a
`Sheet`, and the writers know only that.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from macros.catalog import Catalog, Entry
from macros.components.item import LibraryItem
from macros.fields import LANGUAGES, Text

# text: written by us. number: likewise, a figure. status: open, done or not applicable.
# choice: one of the column's values. date, fill: room for what the reader writes.
Kind = Literal["text", "number", "status", "choice", "date", "fill"]
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
    kind: Kind = "text"
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
    """Rows of the same columns under a title, or a text that stands by itself."""

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


class Words:
    """The words of a sheet in its language, or in both."""

    def __init__(self, catalog: Catalog, language: str):
        self.catalog, self.language = catalog, language

    def tr(self, text: Text) -> str:
        """A bilingual text: in one language, or English with Chinese on the next line."""
        if self.language != "both":
            return text[self.language]
        return text.en if text.en == text.zh else f"{text.en}\n{text.zh}"

    def t(self, key: str) -> str:
        """An interface word; in both languages with a stroke between them."""
        label = self.catalog.labels[key]
        if self.language != "both":
            return label[self.language]
        return label.en if label.en == label.zh else f"{label.en} / {label.zh}"

    def role(self, role_id: str) -> str:
        """The name of a role."""
        return one_line(self.tr(self.catalog.roles[role_id].name))

    def lines(self, texts: list[Text], mark: str = "· ") -> str:
        """Several texts in one cell, each with a mark before it."""
        return "\n".join(mark + self.tr(text) for text in texts)

    def ticks(self, evidence: bool = False) -> tuple[Column, ...]:
        """The columns of lines that are done or not."""
        middle = (Column(self.t("evidence"), width=26),) if evidence else ()
        return (
            Column(self.t("file-status"), "status", 9, field="status"),
            Column(self.t("file-line"), width=34 if evidence else 48),
            *middle,
            Column(self.t("done-by"), width=13),
            Column(self.t("js-field-owner"), "fill", 11, field="owner"),
            Column(self.t("js-field-due"), "date", 10, field="due"),
            Column(self.t("js-field-note"), "fill", 16, field="note"),
        )

    def tick(self, line_id: str, *texts: str, by: str = "") -> Row:
        """A row under `ticks`: not yet done, with room for owner, date and note."""
        return Row((STATUSES[0], *texts, by, "", "", ""), line_id)


def sheet(entry: Entry, catalog: Catalog, language: str, version: str) -> Sheet:
    """A library item as a sheet in `language`: en, zh or both; no version is a working copy.

    What only a kind knows comes from its module: `groups(item, words)` in the `sheet.py` of
    its folder.
    """
    words, item = Words(catalog, language), entry.item
    return Sheet(
        id=item.id,
        kind=entry.kind.command,
        language=language,
        release=version,
        version=f"{words.t('version')} {version}" if version else words.t("working-copy"),
        source=words.t("site-name"),
        title=words.tr(item.title),
        summary=words.tr(item.summary),
        facts=tuple(_facts(item, words)),
        groups=tuple(_groups_of(entry.kind.name)(item, words)),
        form=tuple(words.t(key) for key in entry.kind.form),
        statuses=tuple(words.t(f"js-status-{status}") for status in STATUSES),
        words={key: words.t(f"file-{key}") for key in ("progress", "part", "overview")},
    )


def _groups_of(kind: str) -> Callable[[LibraryItem, Words], Iterator[Group]]:
    return importlib.import_module(f"macros.components.{kind}.sheet").groups


def _facts(item: LibraryItem, words: Words) -> Iterator[tuple[str, str]]:
    phases = {phase.id: phase for phase in words.catalog.guide.phases}
    yield words.t("phase"), one_line(words.tr(phases[item.phase].title))
    yield words.t("for-roles"), ", ".join(words.role(role) for role in item.roles)
    yield words.t("time"), f"{item.minutes} {words.t('minutes')}"
    yield words.t("owner"), words.role(item.owner)
    yield words.t("reviewed"), str(item.reviewed)
