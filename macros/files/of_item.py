"""A library item as a sheet: what all kinds have, around what only its kind knows."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

from macros.content.library import Entry, Library
from macros.contracts.item import LibraryItem
from macros.contracts.sheet import STATUSES, Group, Sheet, one_line
from macros.contracts.words import Words


def sheet(entry: Entry, library: Library, language: str, version: str) -> Sheet:
    """A library item as a sheet in `language`: en, zh or both; no version is a working copy.

    What only a kind knows comes from its module: `groups(item, words)` in the `sheet.py` of
    its folder.
    """
    words, item = Words(library.labels, library.roles, language), entry.item
    return Sheet(
        id=item.id,
        kind=entry.kind.command,
        language=language,
        release=version,
        version=f"{words.t('version')} {version}" if version else words.t("working-copy"),
        source=words.t("site-name"),
        title=words.tr(item.title),
        summary=words.tr(item.summary),
        facts=tuple(_facts(item, library, words)),
        groups=tuple(_groups_of(entry.kind.name)(item, words)),
        form=tuple(words.t(key) for key in entry.kind.form),
        statuses=tuple(words.t(f"js-status-{status}") for status in STATUSES),
        words={key: words.t(f"file-{key}") for key in ("progress", "part", "overview")},
    )


def _groups_of(kind: str) -> Callable[[LibraryItem, Words], Iterator[Group]]:
    return importlib.import_module(f"macros.kinds.{kind}.sheet").groups


def _facts(item: LibraryItem, library: Library, words: Words) -> Iterator[tuple[str, str]]:
    phases = {phase.id: phase for phase in library.guide.phases}
    yield words.t("phase"), one_line(words.tr(phases[item.phase].title))
    yield words.t("for-roles"), words.people(item.roles)
    if minutes := getattr(item, "minutes", 0):
        yield words.t("time"), f"{minutes} {words.t('minutes')}"
    yield words.t("owner"), words.role(item.owner)
    yield words.t("reviewed"), str(item.reviewed)
