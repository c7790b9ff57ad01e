"""What was reviewed too long ago says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.site import Site
from macros.contracts.fields import review_due
from macros.contracts.findings import Finding

CODES = {
    "review-overdue": "pages and items are reviewed in time (a warning)",
    "review-future": "a review lies in the past",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare review dates with today."""
    reviewed = [
        (page.source, page.line_of("reviewed"), page.meta)
        for pages in site.pages.values()
        for page in pages.values()
        if page.meta
    ]
    reviewed += [
        (entry.source.path, entry.source.line(("reviewed",)), entry.item)
        for entry in site.library.entries.values()
    ]
    for path, line, meta in reviewed:
        due = review_due(meta.reviewed, meta.review_in)
        if meta.reviewed > today:
            yield Finding(
                path,
                line,
                "review-future",
                f"reviewed {meta.reviewed}, today is {today}",
                "the day of the last review",
                "correct the date",
            )
        elif due < today:
            yield Finding(
                path,
                line,
                "review-overdue",
                f"review was due on {due}",
                f"a review every {meta.review_in}",
                f"read it through, fix what is wrong, set 'reviewed' (owner: {meta.owner})",
                severity="warning",
            )
