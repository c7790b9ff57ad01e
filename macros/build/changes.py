"""What an edit changed, by the keys under which views read (see render/reading.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from macros.content.page import Page
from macros.content.site import Site
from macros.kinds import kinds

Key = TypeVar("Key")
Value = TypeVar("Value")

FRAME = "frame"  # what is on every page: labels, roles, phases, navigation, titles


def changed_parts(before: Site, after: Site, language: str) -> set[str]:
    """The keys of all that differs between two states of the content, in one language.

    Beside the keys of views: FRAME, `page/a/page.md` and `item/checklist/an-item` for a page's
    or an item's own text, and `uses/checklist/an-item` for the pages that insert it.
    """
    found = {FRAME} if _frame(before, language) != _frame(after, language) else set()
    old, new = before.library, after.library
    for kind, item_id in _find_differing(old.entries, new.entries, lambda entry: entry.item):
        found |= {f"item/{kind}/{item_id}", f"items/{kind}", "items"}
    for term in _find_differing(old.terms, new.terms):
        found |= {f"term/{term}", "terms"}
    found |= {f"note/{note}" for note in _find_differing(old.notes, new.notes)}
    if old.method != new.method:
        found.add("method")
    if old.guide != new.guide:
        found.add("guide")
    pages, earlier = after.pages[language], before.pages[language]
    found |= {f"page/{path}" for path in _find_differing(earlier, pages, lambda page: page.text)}
    if _find_differing(earlier, pages, _as_listed):
        found.add("pages")
    for kind, item_id in _find_differing(_uses(before, language), _uses(after, language)):
        found.add(f"uses/{kind}/{item_id}")
    return found


def _as_listed(page: Page) -> tuple[object, ...]:
    """What views may show of a page that isn't theirs: what it says of itself, and inserts."""
    return page.meta, [(call.name, call.arguments) for call in page.calls]


def _frame(site: Site, language: str) -> tuple[object, ...]:
    library = site.library
    return (
        site.config.nav,
        site.titles(language),
        # Breadcrumbs, neighbours and the toolkit's navigation name pages made from items.
        {key: entry.item.title for key, entry in library.entries.items()},
        [(phase.id, phase.title, phase.tab) for phase in library.guide.phases],
        library.roles,
        library.labels,
    )


def _uses(site: Site, language: str) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for path, page in site.pages[language].items():
        for call in page.calls:
            if call.name in kinds() and call.target:
                found.setdefault((call.name, call.target), []).append(path)
    return found


def _find_differing(
    old: Mapping[Key, Value],
    new: Mapping[Key, Value],
    part: Callable[[Value], object] = lambda value: value,
) -> Iterable[Key]:
    """The keys of what was added, taken away or changed."""
    shared = old.keys() & new.keys()
    changed = {key for key in shared if part(old[key]) != part(new[key])}
    return changed | (old.keys() ^ new.keys())
