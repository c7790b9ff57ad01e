"""The navigation of one language: declared once by paths, titled by the pages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from macros.content.page import mark_call
from macros.content.site import Site
from macros.kinds import Kind, kinds
from macros.render.tool import Tool
from macros.render.views import views

Nav = list[dict[str, "str | Nav"]]


def titled_nav(site: Site, language: str) -> Nav:
    """The navigation with this language's titles, the toolkit's pages included.

    A section's key is the folder whose index page names it; the entry `toolkit` stands
    for the generated toolkit.
    """
    titles = site.titles(language) | {"index.md": site.library.labels["home"][language]}
    tabs = {phase.id: phase.tab[language] for phase in site.library.guide.phases}

    def titled(entries: list[Any]) -> Nav:
        result: Nav = []
        for entry in entries:
            if entry == "toolkit/index.md":
                result.append(_toolkit(site, language))
            elif isinstance(entry, str):
                result.append({titles.get(entry, entry): entry})
            else:
                for folder, children in entry.items():
                    title: str = tabs.get(folder) or titles.get(f"{folder}/index.md") or folder
                    result.append({title: titled(children)})
        return result

    return titled(site.config.nav)


def used_kinds(site: Site) -> list[Kind]:
    """The kinds of which the library has items."""
    return [kind for kind in kinds().values() if site.library.of_kind(kind.name)]


def tools(site: Site) -> list[Tool]:
    """The toolkit's own pages that have something to show, in their order."""
    found = [view.tool for view in views().values() if view.tool]
    shown = (tool for tool in found if not tool.needs or site.library.of_kind(tool.needs))
    return sorted(shown, key=lambda tool: tool.order)


def made_paths() -> set[str]:
    """The paths of the toolkit's pages that are no item's own, whether shown or not."""
    of_kinds = (f"toolkit/{kind.folder}/index.md" for kind in kinds().values())
    of_views = (view.tool.path for view in views().values() if view.tool)
    return {*of_views, *of_kinds}


def _toolkit(site: Site, language: str) -> dict[str, str | Nav]:
    labels = site.library.labels
    pages: Nav = [{labels[tool.label][language]: tool.path} for tool in tools(site)]
    for kind in used_kinds(site):
        title = labels[f"kinds-{kind.name}"][language]
        # The items themselves are left to the index: hundreds of them in the navigation of
        # every page help nobody, and were a fifth of a build's time.
        pages.append({title: [{title: f"toolkit/{kind.folder}/index.md"}]})
    return {labels["toolkit"][language]: pages}


@dataclass(frozen=True)
class Generated:
    """A page made from the library: a title, a summary and one macro call."""

    title: str
    summary: str
    macro: str
    argument: str | None = None
    whole: bool = False

    @property
    def markdown(self) -> str:
        """The page's source. Texts are quoted as JSON, which YAML reads: none breaks out."""
        title, summary = (json.dumps(t, ensure_ascii=False) for t in (self.title, self.summary))
        arguments = [self.argument] if self.argument else []
        call = mark_call(self.macro, *arguments, **({"whole": True} if self.whole else {}))
        return f"---\ntitle: {title}\nsummary: {summary}\n---\n\n{call}\n"


def generated_pages(site: Site, language: str) -> dict[str, Generated]:
    """The pages made from the library, by path."""
    labels = site.library.labels

    def named(label: str, macro: str, argument: str | None = None) -> Generated:
        summary = f"{label}-summary"
        return Generated(labels[label][language], labels[summary][language], macro, argument)

    pages = {tool.path: named(tool.label, tool.view) for tool in tools(site)}
    for kind in used_kinds(site):
        index = named(f"kinds-{kind.name}", "kind_index", kind.name)
        pages[f"toolkit/{kind.folder}/index.md"] = index
    for entry in site.library.entries.values():
        item = entry.item
        pages[entry.path] = Generated(
            item.title[language], item.summary[language], entry.kind.name, item.id, whole=True
        )
    return pages
