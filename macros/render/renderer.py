"""Turns library items and views into HTML, with a Jinja environment of our own.

Autoescape is on and an undefined name is an error; the environment of the macros plugin
has neither.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.content.addresses import page_url, relative
from macros.content.library import Entry
from macros.content.navigation import tools, used_kinds
from macros.content.page import Page
from macros.content.site import Site, nav_paths
from macros.contracts.fields import LANGUAGES, Text, review_due
from macros.contracts.item import LibraryItem
from macros.contracts.page_types import FrontMatter
from macros.contracts.vocabulary import Term
from macros.edition.tree import HOME
from macros.files.downloads import Download
from macros.kinds import HERE as KINDS
from macros.kinds import Kind, kinds
from macros.kinds.script.model import HEATS

VIEWS = Path(__file__).with_name("views")
# What a list can be narrowed down by: a data attribute, its label, its values with wordings.
Choice = tuple[str, str, list[tuple[str, str]]]
VERSION = "MIKE_DOCS_VERSION"  # mike's own variable
PHASES = ("preparation", "design", "implementation", "go-live", "throughout")


def inert(text: str) -> Markup:
    """Text escaped so that neither HTML nor Markdown (tables, links) acts on it."""
    safe = str(escape(text))
    for character in "|[]*_`\\":
        safe = safe.replace(character, f"&#{ord(character)};")
    return Markup(safe)


def wording(text: Text) -> str:
    """A short mark that changes when the words do, in either language."""
    return hashlib.sha256(f"{text.en}\n{text.zh}".encode()).hexdigest()[:8]


class Renderer:
    """Renders one language of a site.

    `today` decides which reviews are overdue. Methods raise KeyError for an unknown id
    and jinja2.UndefinedError for a template that names what isn't there.
    """

    def __init__(self, site: Site, language: str, today: dt.date):
        self.site, self.language, self.today = site, language, today
        # The files offered on an item's own page, by the page's path.
        self.downloads: dict[str, list[Download]] = {}
        # All files of a kind or a phase in one, by the kind's folder or the phase's id.
        self.archives: dict[str, Download] = {}
        self.library = site.library
        self.env = Environment(
            loader=FileSystemLoader([KINDS, VIEWS]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters["tr"] = self.tr
        self.env.filters["inert"] = inert
        self.env.filters["wording"] = wording
        self.env.globals |= {
            "t": self.label,
            "role": self.role,
            "phase": lambda phase_id: self.tr(self.phases[phase_id].title),
            "language": language,
            "other_language": next(other for other in LANGUAGES if other != language),
        }

    def tr(self, text: Text) -> str:
        """A bilingual text in this renderer's language."""
        return text[self.language]

    def label(self, key: str) -> str:
        """An interface word in this renderer's language."""
        return self.library.labels[key][self.language]

    def role(self, role_id: str) -> str:
        """The name of a role in this renderer's language."""
        return self.tr(self.library.roles[role_id].name)

    @functools.cached_property
    def phases(self) -> dict:
        """The phases of the guide, by id."""
        return {phase.id: phase for phase in self.library.guide.phases}

    @functools.cached_property
    def used_on(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """For each item: path and title of the pages that insert it."""
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        titles = self.site.titles(self.language)
        for path, page in self.site.pages[self.language].items():
            for call in page.calls:
                if call.name in kinds() and call.target:
                    found.setdefault((call.name, call.target), []).append((path, titles[path]))
        return found

    def call(self, name: str, *arguments: str, at: str, whole: bool = False) -> str:
        """What the macro `name` gives for the page at `at`: an item of a kind, or a view."""
        if name in kinds():
            return self.item(name, *arguments, at=at, whole=whole)
        return getattr(self, name)(*arguments, at=at)

    def item(self, kind: str, item_id: str, at: str, whole: bool = False) -> str:
        """A library item as HTML for the page at address `at`.

        `whole` is for the item's own page: no title, sections from level 2, found by search.
        """
        entry = self.library.entries[kind, item_id]
        return self._template(
            f"{kind}/template.html.j2",
            at,
            entry=entry,
            item=entry.item,
            kind=entry.kind,
            whole=whole,
            base=1 if whole else 3,
            used_on=self.used_on.get((kind, item_id), []),
            downloads=self.downloads.get(entry.path, []) if whole else [],
        )

    def term(self, term_id: str, wording: str | None = None, *, at: str) -> str:
        """A glossary term as a link with its definition as hover text."""
        term = self.library.terms[term_id]
        return self._template(
            "term.html.j2", at, term=term, wording=wording or self.tr(term.term)
        ).strip()

    def glossary(self, at: str) -> str:
        """All terms, in the language's own order."""
        return self._template("glossary.html.j2", at, terms=self.sorted_terms())

    def sorted_terms(self) -> list[Term]:
        """Terms by alphabet; in Chinese by GBK, whose common characters stand in pinyin order."""
        encoding = {"zh": "gbk"}.get(self.language, "utf-8")
        return sorted(
            self.library.terms.values(),
            key=lambda term: self.tr(term.term).lower().encode(encoding, "replace"),
        )

    def phase_map(self, at: str) -> str:
        """The map of the phases, each with the signs by which a reader finds the project."""
        pages = self.site.pages[self.language]
        rows = [
            (phase, f"{phase.id}/index.md" if f"{phase.id}/index.md" in pages else None)
            for phase in self.library.guide.phases
        ]
        return self._template("phase_map.html.j2", at, rows=rows)

    def needs_by_role(self, at: str) -> str:
        """What somebody in each role comes for."""
        return self._template("needs_by_role.html.j2", at, rows=self.library.guide.roles)

    def method_by_phase(self, at: str) -> str:
        """Each point of the method with the pages that treat it, by phase."""
        carrying = self._in_order(lambda page: page.meta.carries)
        groups = [
            (
                phase,
                [
                    (point, [page for page in carrying if point.id in page.meta.carries])
                    for point in self.library.method.values()
                    if point.phase == phase
                ],
            )
            for phase in PHASES
        ]
        return self._template("method_by_phase.html.j2", at, groups=[g for g in groups if g[1]])

    def method_by_role(self, at: str) -> str:
        """For each role, the pages it reads and the points of the method they treat."""
        carrying = self._in_order(lambda page: page.meta.carries)
        rows = [
            (role, [page for page in carrying if role in page.meta.roles])
            for role in self.library.roles
        ]
        return self._template(
            "method_by_role.html.j2",
            at,
            rows=[row for row in rows if row[1]],
            points=self.library.method,
        )

    def onboarding_path(self, at: str) -> str:
        """The stages of onboarding: of each page, the lists and drills it inserts."""

        def inserted(page: Page, kind: str) -> list[Entry]:
            return [self.library.entries[kind, c.target] for c in page.calls if c.name == kind]

        stages = [
            (page, inserted(page, "checklist"), inserted(page, "drill"))
            for page in self._in_order(lambda page: page.meta.type == "onboarding")
        ]
        return self._template("onboarding_path.html.j2", at, stages=stages)

    def _in_order(self, wanted: Callable[[Page], object]) -> list[Page]:
        """The pages for which `wanted` says so, in the order of the navigation."""
        pages = self.site.pages[self.language]
        order = {path: place for place, path in enumerate(nav_paths(self.site.nav))}
        found = [page for page in pages.values() if page.meta and wanted(page)]
        return sorted(found, key=lambda page: order.get(page.path, len(order)))

    def toolkit(self, at: str) -> str:
        """The kinds of reusable pieces, each with its items, with a filter."""
        listed = [(kind, self._sorted(kind)) for kind in used_kinds(self.site)]
        items = [entry.item for _, entries in listed for entry in entries]
        audiences = sorted({item.audience for item in items})
        choices = [
            self._phase_choice(items),
            self._role_choice(
                "roles", "for-roles", {role for item in items for role in item.roles}
            ),
            (
                "kind",
                self.label("kind"),
                [(kind.command, self.label(f"kinds-{kind.name}")) for kind, _ in listed],
            ),
        ]
        if len(audiences) > 1:
            named = [(a, self.label(f"audience-{a}")) for a in audiences]
            choices.append(("audience", self.label("audience"), named))
        return self._template(
            "toolkit.html.j2", at, kinds=listed, tools=tools(self.site), choices=choices
        )

    def _phase_choice(self, items: list[LibraryItem]) -> Choice:
        used = {item.phase for item in items}
        phases = [(p, self.tr(self.phases[p].title)) for p in PHASES if p in used]
        return "phase", self.label("phase"), phases

    def _role_choice(self, name: str, label: str, used: set[str]) -> Choice:
        roles = [(role, self.role(role)) for role in self.library.roles if role in used]
        return name, self.label(label), roles

    def kind_index(self, kind: str, *, at: str) -> str:
        """The items of one kind, by phase."""
        entries = self._sorted(kinds()[kind])
        groups = [(p, [e for e in entries if e.item.phase == p]) for p in PHASES]
        return self._template(
            "kind_index.html.j2",
            at,
            groups=[g for g in groups if g[1]],
            archive=self.archives.get(kinds()[kind].folder),
        )

    def our_system(self, note_id: str, *, at: str) -> str:
        """Where a step stands in the client's own system; nothing where nobody has said so."""
        note = self.library.notes.get(note_id)
        return self._template("our_system.html.j2", at, note=note) if note else ""

    def phrase_bank(self, at: str) -> str:
        """What to say, from all conversation scripts, with a filter."""
        scripts = sorted(
            self.library.of_kind("script"),
            key=lambda e: (PHASES.index(e.item.phase), HEATS.index(e.item.heat), e.item.id),
        )
        groups = [(p, [e for e in scripts if e.item.phase == p]) for p in PHASES]
        groups = [group for group in groups if group[1]]
        items = [entry.item for entry in scripts]
        choices = [
            self._phase_choice(items),
            self._role_choice("people", "people", {role for item in items for role in item.people}),
            ("heat", self.label("heat"), [(h, self.label(f"heat-{h}")) for h in HEATS]),
        ]
        return self._template("phrase_bank.html.j2", at, groups=groups, choices=choices)

    def projects(self, at: str) -> str:
        """Where readers keep their client projects apart."""
        return self._template("projects.html.j2", at)

    def pack(self, at: str) -> str:
        """All pieces by phase, to choose from for printing."""
        entries = [e for kind in kinds().values() for e in self._sorted(kind)]
        groups = [(p, [e for e in entries if e.item.phase == p]) for p in PHASES]
        return self._template(
            "pack.html.j2", at, groups=[g for g in groups if g[1]], archives=self.archives
        )

    def facts(self, meta: FrontMatter | LibraryItem, at: str) -> str:
        """What a page says of itself: phase, roles, time, owner, review."""
        due = review_due(meta.reviewed, meta.review_in)
        return self._template(
            "facts.html.j2",
            at,
            meta=meta,
            due=due,
            overdue=due < self.today,
            edition=self.site.edition,
            send=self._client_address(at) if meta.audience == "client" else "",
        )

    def _client_address(self, at: str) -> str:
        """Where clients find the page at `at`, in this very version; empty if not known."""
        if not self.site.client_url:
            return ""
        version = os.environ.get(VERSION, "")
        at = "" if at == page_url(HOME) else at
        parts = [self.site.client_url.rstrip("/"), self.language, version, at]
        return "/".join(part for part in parts if part).rstrip("/") + "/"

    def _sorted(self, kind: Kind) -> list[Entry]:
        return sorted(
            self.library.of_kind(kind.name),
            key=lambda entry: (PHASES.index(entry.item.phase), entry.item.id),
        )

    def _template(self, name: str, at: str, **context) -> str:
        def url(path: str) -> str:
            """A page path, with or without an anchor, as an address relative to this page."""
            page, _, anchor = path.partition("#")
            return relative(page_url(page) + (f"#{anchor}" if anchor else ""), at)

        return self.env.get_template(name).render(url=url, **context)
