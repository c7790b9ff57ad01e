"""Turns library items and views into HTML, with a Jinja environment of our own.

Autoescape is on and an undefined name is an error; the environment of the macros plugin
has neither.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.content.addresses import CLIENT_HOME, page_url, relative
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES, Text, review_due
from macros.contracts.item import LibraryItem
from macros.contracts.options import Options
from macros.contracts.page_types import FrontMatter
from macros.files.downloads import Download
from macros.kinds import HERE as KINDS
from macros.kinds import kinds
from macros.render.reading import Reading
from macros.render.views import views

HERE = Path(__file__).parent


def wording(text: Text) -> str:
    """A short mark that changes when the words do, in either language."""
    return hashlib.sha256(f"{text.en}\n{text.zh}".encode()).hexdigest()[:8]


class Renderer:
    """Renders one language of a site.

    Methods raise KeyError for an unknown id, jinja2.UndefinedError for a template that names
    what isn't there, and UndeclaredRead for a view that reads what it doesn't declare.
    """

    def __init__(self, site: Site, language: str, options: Options):
        self.site, self.language, self.options = site, language, options
        self.library = site.library
        # The files offered on an item's own page, by the page's path.
        self.downloads: dict[str, list[Download]] = {}
        # All files of a kind or a phase in one, by the kind's folder or the phase's id.
        self.archives: dict[str, Download] = {}
        self.words = Reading(site, language, ())
        self.env = Environment(
            loader=FileSystemLoader([HERE / "parts", HERE / "views", KINDS]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters |= {
            "tr": self.tr,
            "role": self.words.role,
            "listed": self.listed,
            "wording": wording,
        }
        shown: dict[str, Any] = {
            "t": self.words.label,
            "role": self.words.role,
            "phase": self.words.phase,
            "language": language,
            "other_language": next(other for other in LANGUAGES if other != language),
            "archives": self.archives,
        }
        self.env.globals.update(shown)

    def tr(self, text: Text) -> str:
        """A bilingual text in this renderer's language."""
        return text[self.language]

    def listed(self, words: Iterable[str]) -> str:
        """Several words, with the comma of the language between them."""
        return {"zh": "、"}.get(self.language, ", ").join(words)

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
        return self.view(name, *arguments, at=at)

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

    def view(self, name: str, *arguments: str, at: str) -> str:
        """A view as HTML for the page at address `at`; empty where it has nothing to show."""
        view = views()[name]
        reading = Reading(self.site, self.language, view.reads(*arguments))
        context = view.context(reading, *arguments)
        # A view may be part of a sentence, where the line's end of a template would be a space.
        return "" if context is None else self._template(f"{name}.html.j2", at, **context).strip()

    def facts(self, meta: FrontMatter | LibraryItem, at: str) -> str:
        """What a page says of itself: phase, roles, time, owner, review."""
        due = review_due(meta.reviewed, meta.review_in)
        return self._template(
            "facts.html.j2",
            at,
            meta=meta,
            due=due,
            overdue=due < self.options.today,
            edition=self.options.edition,
            send=self._client_address(at) if meta.audience == "client" else "",
        )

    def _client_address(self, at: str) -> str:
        """Where clients find the page at `at`, in this very version; empty if not known."""
        if not self.options.client_url:
            return ""
        at = "" if at == page_url(CLIENT_HOME) else at
        root = self.options.client_url.rstrip("/")
        parts = [root, self.language, self.options.version, at]
        return "/".join(part for part in parts if part).rstrip("/") + "/"

    def _template(self, name: str, at: str, **context: object) -> str:
        def url(path: str) -> str:
            """A page path, with or without an anchor, as an address relative to this page."""
            page, _, anchor = path.partition("#")
            return relative(page_url(page) + (f"#{anchor}" if anchor else ""), at)

        return self.env.get_template(name).render(url=url, **context)
