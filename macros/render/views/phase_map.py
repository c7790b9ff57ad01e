"""The map of the phases, each with the signs by which a reader finds the project."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("guide",)


def context(reading: Reading) -> dict[str, object]:
    """Each phase with the path of its page, or None where there is none yet."""
    paths = {phase.id: f"{phase.id}/index.md" for phase in reading.guide().phases}
    return {
        "rows": [
            (phase, paths[phase.id] if reading.has_page(paths[phase.id]) else None)
            for phase in reading.guide().phases
        ]
    }
