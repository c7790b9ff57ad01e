"""Ids are permanent: ticks, links, printed codes and translations hang on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.library import PUBLISHED_IDS, Entry
from macros.content.site import Site
from macros.contracts.findings import Finding
from macros.kinds import kinds

CODES = {
    "line-id-duplicate": "a line id is used once in its item",
    "line-id-reused": "a retired or renamed line id is not used again",
    "rename-unknown": "a rename leads to a line that exists",
    "id-gone": "an id that was published stays, or is recorded as renamed or retired",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Check line ids in each item, then all ids against those ever published."""
    for entry in site.library.entries.values():
        yield from _lines(entry)
    current = published_ids(site) | _recorded_ids(site)
    unread = _unread_prefixes(site)
    for number, name in enumerate(site.library.published, 1):
        if name not in current and not name.startswith(unread):
            yield Finding(
                PUBLISHED_IDS,
                number,
                "id-gone",
                f"{name} was published and is no longer there",
                "the id, or a record of it under 'renames' or 'retired' in its item",
                "bring it back, or record where it went",
            )


def published_ids(site: Site) -> set[str]:
    """Every id a publication makes permanent: pages, items, lines of items, terms."""
    found = {f"page/{p.id}" for pages in site.pages.values() for p in pages.values() if p.id}
    found |= {f"term/{term}" for term in site.library.terms}
    for entry in site.library.entries.values():
        name = f"{entry.kind.command}/{entry.item.id}"
        found |= {name, *(f"{name}/{line}" for line in entry.item.line_ids())}
    return found


def _unread_prefixes(site: Site) -> tuple[str, ...]:
    """How the names begin of what may be in files that can't be read: nothing is known of it."""
    found = [] if site.library.is_readable("glossary.yml") else ["term/"]
    pages = [page for pages in site.pages.values() for page in pages.values()]
    found += ["page/"] if any(page.id is None for page in pages) else []
    for path in site.library.unreadable:
        _, folder, name = path.removesuffix(".md").split("/")
        kind = next(kind for kind in kinds().values() if kind.folder == folder)
        found.append(f"{kind.command}/{name}")
    return tuple(found)


def _recorded_ids(site: Site) -> set[str]:
    return {
        f"{entry.kind.command}/{entry.item.id}/{line}"
        for entry in site.library.entries.values()
        for line in _former(entry)
    }


def _former(entry: Entry) -> set[str]:
    return {*entry.item.renames, *(line.id for line in entry.item.retired)}


def _lines(entry: Entry) -> Iterator[Finding]:
    source, item = entry.source, entry.item
    ids = list(item.line_ids())

    for line_id in dict.fromkeys(ids):
        if ids.count(line_id) > 1:
            yield Finding(
                source.path,
                source.line_of_id(line_id),
                "line-id-duplicate",
                f"line id '{line_id}' {ids.count(line_id)} times",
                "each line id once in its item",
                "give the newer line the next free number",
            )
    for line_id in sorted(_former(entry).intersection(ids)):
        yield Finding(
            source.path,
            source.line_of_id(line_id),
            "line-id-reused",
            f"line id '{line_id}' is in use and also recorded as renamed or retired",
            "a new id for a new line",
            "give the line the next free number",
        )
    for old, new in item.renames.items():
        if new not in ids:
            yield Finding(
                source.path,
                source.line(("renames", old)),
                "rename-unknown",
                f"{old}: {new}",
                "the id of a line in this item",
                "correct the new id",
            )
