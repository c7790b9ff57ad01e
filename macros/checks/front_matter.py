"""Front matter names what exists, and names each page once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from macros.content.library import Library
from macros.content.site import Site
from macros.contracts.fields import Loc
from macros.contracts.findings import Finding

CODES = {
    "page-id-duplicate": "a page id is used once",
    "role-unknown": "roles and owners are ids from roles.yml",
    "learner-unnamed": "a piece for a learner is for that role",
    "phase-folder": "a page of a phase is in that phase's folder",
}
# The fields of items that name a role, and those that name several.
ONE = ("role", "owner", "learner", "trainer", "keeper", "signed_by")
SEVERAL = ("roles", "people")


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Check ids, roles and phases of pages and the roles of library items."""
    for pages in site.pages.values():
        first: dict[str, str] = {}
        for page in pages.values():
            if page.meta is None:
                continue
            if page.meta.id in first:
                yield page.finding(
                    page.line_of("id"),
                    "page-id-duplicate",
                    f"id '{page.meta.id}' is already used in {first[page.meta.id]}",
                    "an id that no other page has",
                    "choose another id",
                )
            first.setdefault(page.meta.id, page.source)
            named = [*((role, "roles") for role in page.meta.roles), (page.meta.owner, "owner")]
            for role, key in named if site.library.is_readable("roles.yml") else ():
                if role not in site.library.roles:
                    yield _unknown(site.library, page.source, page.line_of(key), role)
            if page.meta.type in ("phase", "activity") and not page.path.startswith(
                f"{page.meta.phase}/"
            ):
                yield page.finding(
                    page.line_of("phase"),
                    "phase-folder",
                    f"phase '{page.meta.phase}' in {page.source}",
                    f"a file in docs/{page.language}/{page.meta.phase}/",
                    "correct the phase, or move the page and its twin",
                )
    for entry in site.library.entries.values():
        for loc, role in _roles(entry.source.data):
            if role not in site.library.roles and site.library.is_readable("roles.yml"):
                line = entry.source.line(loc)
                yield _unknown(site.library, entry.source.path, line, role)
        learner = getattr(entry.item, "learner", None)
        if learner and learner not in entry.item.roles:
            yield Finding(
                entry.source.path,
                entry.source.line(("roles",)),
                "learner-unnamed",
                f"roles without '{learner}', who is its learner",
                "the learner among the roles: they look for it under their own",
                f"add '{learner}' to roles",
            )


def _roles(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Each role an item names, wherever its kind lets it."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ONE and isinstance(value, str):
                yield (*loc, key), value
            elif key in SEVERAL and all(isinstance(role, str) for role in value):
                yield from (((*loc, key, i), role) for i, role in enumerate(value))
            else:
                yield from _roles(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _roles(value, (*loc, index))


def _unknown(library: Library, path: str, line: int, role: str) -> Finding:
    close = get_close_matches(role, library.roles, 1)
    return Finding(
        path,
        line,
        "role-unknown",
        f"role '{role}'",
        "an id from docs/library/roles.yml",
        f"did you mean '{close[0]}'?" if close else "use a role that exists, or add it there",
    )
