"""For each role, the pages it reads and the points of the method they treat."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("method", "pages")


def context(reading: Reading) -> dict[str, object]:
    """The roles that read something, in their file's order."""
    carrying = reading.pages(lambda page: page.front_matter.carries)
    rows = [
        (role, [page for page in carrying if role in page.front_matter.roles])
        for role in reading.roles
    ]
    return {"rows": [row for row in rows if row[1]], "points": reading.method()}
