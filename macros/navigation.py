"""The navigation of one language: declared once by paths, titled by the pages."""

from __future__ import annotations

import json

from macros.components import components
from macros.site import Site

Nav = list[dict[str, "str | Nav"]]


def titled_nav(site: Site, language: str) -> Nav:
    """The navigation with this language's titles, the toolkit's pages included.

    A section's key is the folder whose index page names it; the entry `toolkit` stands
    for the generated toolkit.
    """
    titles = site.titles(language) | {"index.md": site.catalog.labels["home"][language]}

    def titled(entries: list) -> Nav:
        result: Nav = []
        for entry in entries:
            if entry == "toolkit/index.md":
                result.append(_toolkit(site, language))
            elif isinstance(entry, str):
                result.append({titles.get(entry, entry): entry})
            else:
                for folder, children in entry.items():
                    title = titles.get(f"{folder}/index.md", folder)
                    result.append({title: titled(children)})
        return result

    return titled(site.nav)


def _toolkit(site: Site, language: str) -> dict[str, str | Nav]:
    labels = site.catalog.labels
    toolkit = labels["toolkit"][language]
    pages: Nav = [{toolkit: "toolkit/index.md"}]
    for kind in components().values():
        title = labels[f"kinds-{kind.name}"][language]
        rows: Nav = [{title: f"toolkit/{kind.folder}/index.md"}]
        entries = sorted(site.catalog.of_kind(kind.name), key=lambda entry: entry.item.id)
        rows += [{entry.item.title[language]: entry.path} for entry in entries]
        pages.append({title: rows})
    return {toolkit: pages}


def generated_pages(site: Site, language: str) -> dict[str, str]:
    """The Markdown of the pages made from the library, by path."""
    def named(key: str, call: str) -> str:
        labels = site.catalog.labels
        return _stub(labels[key][language], labels[f"{key}-summary"][language], call)

    pages = {"toolkit/index.md": named("toolkit", "toolkit()")}
    for kind in components().values():
        pages[f"toolkit/{kind.folder}/index.md"] = named(
            f"kinds-{kind.name}", f'kind_index("{kind.name}")'
        )
    for entry in site.catalog.entries.values():
        item = entry.item
        pages[entry.path] = _stub(
            item.title[language],
            item.summary[language],
            f'{entry.kind.name}("{item.id}", whole=True)',
        )
    return pages


def _stub(title: str, summary: str, call: str) -> str:
    # Title and summary are quoted as JSON, which YAML reads: no text can break out of them.
    quoted = [json.dumps(text, ensure_ascii=False) for text in (title, summary)]
    return f"---\ntitle: {quoted[0]}\nsummary: {quoted[1]}\n---\n\n{{{{ {call} }}}}\n"
