"""Everything can be read, and has the shape its data contract asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {
    "front-matter-missing": "a page starts with front matter",
    "encoding": "a file is text in UTF-8",
    "config-unread": "mkdocs.yml can be read, and has a navigation",
    "yaml-syntax": "YAML can be read",
    "yaml-repeated-key": "a key is used once in its mapping",
    "schema": "front matter and library items have the shape of their data contract",
    "library-file-missing": "roles, glossary, guide and labels are there",
    "library-stray-file": "docs/library holds only what is read",
    "item-file-name": "an item's file is named after its id",
    "id-duplicate": "an id is used once in the library",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Pass on what reading found."""
    yield from site.findings
