"""What a view may read: the parts of the content it declares, and no others.

A build after an edit renders the pages whose parts changed, so a view that read more than it
declares would go stale. It can't: an undeclared part is refused.

A part is named by a key: `items`, `items/checklist` (all of a kind), `terms`, `term/key-user`,
`note/goods-receipt`, `method`, `guide`, `pages` (what all pages say of themselves and insert).
Labels, roles, phases, the navigation and pages' titles stand on every page and need not be
declared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from macros.content.library import Entry
from macros.content.page import Page
from macros.content.site import Site
from macros.contracts.fields import PHASES
from macros.contracts.vocabulary import Guide, Point, SystemNote, Term


class UndeclaredRead(Exception):
    """A view reads a part of the content that it doesn't declare."""


class Reading:
    """The content in one language, as far as `declared` goes.

    Methods raise UndeclaredRead for a part that isn't declared, and KeyError for an unknown id.
    """

    def __init__(self, site: Site, language: str, declared: Collection[str]):
        self.site, self.language, self.declared = site, language, declared

    def _read(self, key: str, family: str = "") -> None:
        if not {key, family} & set(self.declared):
            raise UndeclaredRead(f"'{key}' is read, declared are: {', '.join(self.declared)}")

    def items(self, kind: str = "") -> list[Entry]:
        """The items of one kind or of all, by phase and then by id."""
        self._read(f"items/{kind}" if kind else "items", "items")
        library = self.site.library
        found = library.of_kind(kind) if kind else library.entries.values()
        return sorted(found, key=lambda e: (PHASES.index(e.item.phase), e.item.id))

    def term(self, term_id: str) -> Term:
        """One term of the glossary."""
        self._read(f"term/{term_id}", "terms")
        return self.site.library.terms[term_id]

    def terms(self) -> list[Term]:
        """All terms of the glossary, in its file's order."""
        self._read("terms")
        return list(self.site.library.terms.values())

    def note(self, note_id: str) -> SystemNote | None:
        """What the team says of a step in the client's own system, if it has said so."""
        self._read(f"note/{note_id}")
        return self.site.library.notes.get(note_id)

    def method(self) -> dict[str, Point]:
        """The points of the method by id."""
        self._read("method")
        return self.site.library.method

    def guide(self) -> Guide:
        """What the home page is made of."""
        self._read("guide")
        return self.site.library.guide

    def pages(self, wanted: Callable[[Page], object]) -> list[Page]:
        """The pages for which `wanted` says so, in the order of the navigation."""
        self._read("pages")
        order = {path: place for place, path in enumerate(self.site.config.paths)}
        found = (page for page in self.site.pages[self.language].values() if page.meta)
        return sorted(filter(wanted, found), key=lambda page: order.get(page.path, len(order)))

    def has_page(self, path: str) -> bool:
        """Whether there is a page written by hand at `path`."""
        return path in self.site.pages[self.language]

    def label(self, key: str) -> str:
        """An interface word."""
        return self.site.library.labels[key][self.language]

    def role(self, role_id: str) -> str:
        """The name of a role."""
        return self.site.library.roles[role_id].name[self.language]

    def phase(self, phase_id: str) -> str:
        """The title of a phase."""
        phases = self.site.library.guide.phases
        return next(phase.title[self.language] for phase in phases if phase.id == phase_id)

    @property
    def roles(self) -> list[str]:
        """The ids of all roles, in the order of their file."""
        return list(self.site.library.roles)


def by_phase(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Items grouped by phase; phases without any are left out."""
    groups = ((phase, [e for e in entries if e.item.phase == phase]) for phase in PHASES)
    return [group for group in groups if group[1]]
