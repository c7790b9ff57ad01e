"""An editor knows the contract of what it opens: each item names its kind's schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {"item-schema-line": "an item's first line names the schema by which editors check it"}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Look at the first line of each item."""
    for entry in site.library.entries.values():
        first = entry.source.text.split("\n", 1)[0]
        if first != entry.kind.schema_line:
            yield Finding(
                entry.source.path,
                1,
                "item-schema-line",
                f"'{first}'",
                entry.kind.schema_line,
                "put it above the first line, or in the place of another that names a schema",
            )
