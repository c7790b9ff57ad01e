"""What clients may see reaches nothing internal."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {
    "audience-link": "a client page links to nothing internal",
    "audience-insert": "a client page inserts nothing internal",
    "audience-term": "a client page explains no internal term",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Find what a client page would drag in."""
    items = site.library.by_path
    for pages in site.pages.values():
        for page in pages.values():
            if page.meta is None or page.meta.audience != "client":
                continue
            for call in page.calls:
                entry = site.library.entries.get((call.name, call.target))
                if entry and entry.item.audience != "client":
                    yield page.finding(
                        call.line,
                        "audience-insert",
                        f"{call.text}, which is internal",
                        "only items with audience: client on a client page",
                        "take it out, or have the item reviewed and marked for clients",
                    )
                term = site.library.terms.get(call.target) if call.name == "term" else None
                if term and term.audience != "client":
                    yield page.finding(
                        call.line,
                        "audience-term",
                        f"{call.text}, whose explanation is for consultants",
                        "only terms with audience: client on a client page",
                        "write the word without term(), or mark the term for clients",
                    )
            for link in page.links:
                parts = urlsplit(link.target)
                if parts.scheme or not parts.path:
                    continue
                path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path))
                entry, other = items.get(path), pages.get(path)
                target = entry.item if entry else other and other.meta
                if target and target.audience != "client":
                    yield page.finding(
                        link.line,
                        "audience-link",
                        f"({link.target}), which is internal",
                        "only links to pages with audience: client on a client page",
                        "take the link out, or have the page reviewed and marked for clients",
                    )
