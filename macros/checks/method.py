"""The whole method is treated: each of its points on a page, in every language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {
    "point-unknown": "a page carries points of the method that exist",
    "point-untreated": "every point of the method is carried by a page",
}
METHOD = "docs/library/method.yml"


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare what pages carry with the points of the method."""
    if not site.library.is_readable("method.yml"):
        return
    points = site.library.method
    carried: set[str] = set()
    for page in site.all_pages:
        for point in page.carries:
            carried.add(point)
            if point not in points:
                close = get_close_matches(point, points, 1)
                yield page.finding(
                    page.line_of("carries"),
                    "point-unknown",
                    f"point '{point}'",
                    f"an id from {METHOD}",
                    f"did you mean '{close[0]}'?" if close else "correct it, or add the point",
                )
    for index, point in enumerate(points):
        # That twins carry the same is another rule.
        if point not in carried and site.is_whole:
            yield Finding(
                METHOD,
                site.library.sources[METHOD].line((index, "id")),
                "point-untreated",
                f"no page carries '{point}'",
                "at least one page that treats it",
                "write of it, and name it under 'carries' in the page and its twin",
            )
