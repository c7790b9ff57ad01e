"""How much content there is."""

from __future__ import annotations

from collections.abc import Iterable

from macros.content.library import Entry, texts
from macros.content.prose import amount
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES
from macros.contracts.page_types import page_types
from macros.kinds import kinds

Row = tuple[str | int, ...]
UNITS = {"en": "words (en)", "zh": "characters (zh)"}


def of_library(site: Site) -> list[Row]:
    """For each kind: its items, how many are for clients, their lines, and their prose."""
    rows: list[Row] = [("library", "items", "for clients", "lines", *UNITS.values())]
    for kind in kinds().values():
        entries = site.library.of_kind(kind.name)
        rows.append((kind.folder, len(entries), *_sizes(entries)))
    return [*rows, _total(rows)]


def _sizes(entries: list[Entry]) -> Iterable[int]:
    yield sum(entry.item.audience == "client" for entry in entries)
    yield sum(len(list(entry.item.line_ids())) for entry in entries)
    for language in LANGUAGES:
        words = (text[language] for entry in entries for _, text in texts(entry.source))
        yield sum(amount(text, language) for text in words)


def of_pages(site: Site) -> list[Row]:
    """For each page type: its pages in each language, and their prose."""
    rows: list[Row] = [("pages", *(f"pages ({lang})" for lang in LANGUAGES), *UNITS.values())]
    for name in page_types():
        of_type = {
            language: [p for p in site.pages[language].values() if p.meta and p.meta.type == name]
            for language in LANGUAGES
        }
        prose = (sum(amount(p.text, lang) for p in of_type[lang]) for lang in LANGUAGES)
        rows.append((name, *(len(found) for found in of_type.values()), *prose))
    return [*rows, _total(rows)]


def _total(rows: list[Row]) -> Row:
    return ("total", *(sum(column) for column in zip(*(row[1:] for row in rows[1:]), strict=True)))


def as_table(rows: list[Row]) -> str:
    """Rows as columns of text: the first to the left, numbers to the right."""
    cells = [[f"{c:,}" if isinstance(c, int) else c for c in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    )
    return "\n".join(line.rstrip() for line in lines)
