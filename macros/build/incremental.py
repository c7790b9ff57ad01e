"""Which pages an edit touches."""

from __future__ import annotations

from macros.content.site import Site
from macros.kinds import kinds


def affected_pages(before: Site, after: Site, language: str) -> frozenset[str] | None:
    """The pages of one language to render again, or None where all must be.

    All must be when something changed that every page shows: titles, the navigation, the
    set of pages or items, or the words and roles that templates print.
    """
    if _shared(before, language) != _shared(after, language):
        return None
    changed_items = {
        key
        for key, entry in after.library.entries.items()
        if entry.item != before.library.entries[key].item
    }
    changed_terms = {
        key for key, term in after.library.terms.items() if term != before.library.terms[key]
    }
    wanted = {after.library.entries[key].path for key in changed_items}
    for path, page in after.pages[language].items():
        named = {(call.name, call.target) for call in page.calls}
        if (
            page.text != before.pages[language][path].text
            or named & changed_items
            or named & {("term", key) for key in changed_terms}
            or (changed_terms and ("glossary", None) in named)
        ):
            wanted.add(path)
    # Indexes show summaries and times of their items.
    folders = {after.library.entries[key].kind.folder for key in changed_items}
    wanted |= {f"toolkit/{folder}/index.md" for folder in folders}
    if any(kind == "script" for kind, _ in changed_items):
        wanted.add("toolkit/phrase-bank.md")
    return frozenset(wanted)


def _shared(site: Site, language: str) -> tuple:
    library = site.library
    return (
        site.nav,
        site.titles(language),
        [(key, entry.item.title) for key, entry in library.entries.items()],
        list(library.terms),
        # An item's own page lists the pages that insert it.
        [
            (path, [call.target for call in page.calls if call.name in kinds()])
            for path, page in site.pages[language].items()
        ],
        # The method at a glance lists the pages that carry its points, by role.
        [
            (path, page.meta.carries, page.meta.roles)
            for path, page in site.pages[language].items()
            if page.meta and page.meta.carries
        ],
        library.method,
        library.roles,
        library.labels,
        library.guide,
    )
