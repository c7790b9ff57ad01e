"""The items of one kind, by phase."""

from __future__ import annotations

from macros.kinds import kinds
from macros.render.reading import Reading, by_phase

READS = ("items/{0}",)


def context(reading: Reading, kind: str) -> dict[str, object]:
    """The items of `kind`, a macro's name, and the name of the archive of all their files."""
    return {"groups": by_phase(reading.items(kind)), "folder": kinds()[kind].folder}
