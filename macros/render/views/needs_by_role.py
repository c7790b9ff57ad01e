"""What somebody in each role comes for."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("guide",)


def context(reading: Reading) -> dict[str, object]:
    """The roles with their needs, in the guide's order."""
    return {"rows": reading.guide().roles}
