"""Each point of the method with the pages that treat it, by phase."""

from __future__ import annotations

from macros.contracts.fields import PHASES
from macros.render.reading import Reading

READS = ("method", "pages")


def context(reading: Reading) -> dict[str, object]:
    """The points of each phase, each with its pages in the order of the navigation."""
    carrying = reading.pages(lambda page: page.front_matter.carries)
    points = [
        (point, [page for page in carrying if point.id in page.front_matter.carries])
        for point in reading.method().values()
    ]
    groups = [(phase, [pair for pair in points if pair[0].phase == phase]) for phase in PHASES]
    return {"groups": [group for group in groups if group[1]]}
