"""Links and anchors lead somewhere, and the navigation holds every page."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from macros.content.config import CONFIG
from macros.content.library import Entry
from macros.content.page import Link, Page
from macros.content.site import Site
from macros.contracts.findings import Finding
from macros.render.navigation import made_paths

CODES = {
    "link-broken": "a link leads to a page or file that exists",
    "link-form": "a link to a page is relative and ends in .md",
    "anchor-broken": "an anchor exists on the page it points into",
    "nav-unknown": "the navigation lists pages that exist, once",
    "nav-missing": "every page is in the navigation",
    "guide-link": "the home page's signs and needs lead to pages",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Follow every link in the pages, the navigation and the guide."""
    for pages in site.pages.values():
        for page in pages.values():
            for link in page.links:
                yield from _link(site, page, link)
    yield from _nav(site)
    yield from _guide(site)


def _link(site: Site, page: Page, link: Link) -> Iterator[Finding]:
    parts = urlsplit(link.target)
    if parts.scheme in ("https", "mailto", "tel"):
        return
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        yield page.finding(
            link.line,
            "link-form",
            f"({link.target})",
            "a relative path to a .md file, or an https address",
            "write the path from this file, such as ../glossary.md",
        )
        return
    target = page.path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path))
    anchors = _anchors(site, page.language, target)
    there = site.pages[page.language].get(target)
    if target in site.library.unreadable or (there and there.is_broken):
        return
    if there is None and any(target in pages for pages in site.pages.values()):
        return  # that the page lacks its twin is told of there
    if anchors is None:
        if (site.root / "docs" / page.language / unquote(target)).is_file():
            return
        known = [*site.pages[page.language], *site.library.by_path]
        close = get_close_matches(target, known, 1)
        hint = posixpath.relpath(close[0], posixpath.dirname(page.path) or ".") if close else ""
        yield page.finding(
            link.line,
            "link-broken",
            f"({link.target})",
            "a page or file that exists",
            f"did you mean ({hint})?" if hint else "correct the path",
        )
    elif parts.fragment and parts.fragment not in anchors:
        close = get_close_matches(parts.fragment, anchors, 1)
        yield page.finding(
            link.line,
            "anchor-broken",
            f"({link.target})",
            f"an anchor of {target}",
            f"did you mean #{close[0]}?" if close else f"one of {', '.join(sorted(anchors)[:12])}",
        )


def _anchors(site: Site, language: str, path: str) -> set[str] | None:
    """The anchors of a page, or None where there is no such page."""
    if path in site.library.by_path:
        return _item_anchors(site.library.by_path[path])
    if path in made_paths():
        return set()
    page = site.pages[language].get(path)
    if page is None:
        return None
    anchors = {heading.id for heading in page.headings if heading.id}
    for call in page.calls:
        if (call.name, call.target) in site.library.entries:
            anchors |= _item_anchors(site.library.entries[call.name, call.target])
        elif call.name == "glossary":
            anchors |= site.library.terms.keys()
    return anchors


def _item_anchors(entry: Entry) -> set[str]:
    return {entry.item.id, *(f"{entry.item.id}-{line}" for line in entry.item.line_ids())}


def _nav(site: Site) -> Iterator[Finding]:
    listed = site.config.paths
    known = made_paths().union(*site.pages.values())
    for path in dict.fromkeys(listed):
        line = site.config.lines[path]
        if path not in known:
            found, remedy = f"{path}, which does not exist", "correct or remove the line"
        elif listed.count(path) > 1:
            found, remedy = f"{path} {listed.count(path)} times", "keep one of them"
        else:
            continue
        yield Finding(CONFIG, line, "nav-unknown", found, "pages that exist, each once", remedy)
    if not listed:
        return  # the navigation could not be read
    for path in sorted(known.difference(listed, made_paths())):
        yield Finding(
            CONFIG,
            1,
            "nav-missing",
            f"{path} is not in nav",
            "every page in the navigation: it serves all languages",
            f"add '- {path}' under nav where readers look for it",
        )


def _guide(site: Site) -> Iterator[Finding]:
    guide = site.library.guide
    path = "docs/library/guide.yml"
    source = site.library.sources.get(path)
    if source is None:
        return
    places = [
        (("phases", i, "signs", j, "page"), sign.page)
        for i, phase in enumerate(guide.phases)
        for j, sign in enumerate(phase.signs)
    ]
    places += [
        (("roles", i, "needs", j, "page"), need.page)
        for i, role in enumerate(guide.roles)
        for j, need in enumerate(role.needs)
    ]
    for loc, target in places:
        for language in site.pages:
            unreadable = target in site.library.unreadable
            if _anchors(site, language, target) is None and not unreadable:
                yield Finding(
                    path,
                    source.line(loc),
                    "guide-link",
                    f"page {target}",
                    f"a page under docs/{language}/ or a toolkit page",
                    "correct the path",
                )
