"""Notes on the client's own system stand where a page asks for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.library import LIBRARY, OURS
from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {"note-unasked": "a page asks for each note of our-system.yml"}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Find notes that no page shows."""
    asked = {
        call.target
        for pages in site.pages.values()
        for page in pages.values()
        for call in page.calls
        if call.name == "our_system"
    }
    source = site.library.sources.get(f"{LIBRARY}/{OURS}")
    if source is None or not site.is_whole:
        return
    for index, name in enumerate(site.library.notes):
        if name not in asked:
            yield Finding(
                source.path,
                source.line((index, "id")),
                "note-unasked",
                f'no page asks for our_system("{name}")',
                f"an id that a page asks for: {', '.join(sorted(asked)) or 'there is none'}",
                "correct the id, or take the note out",
            )
