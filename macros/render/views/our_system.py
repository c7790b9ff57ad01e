"""Where a step is in the client's own system; nothing where nobody has said so."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("note/{0}",)


def context(reading: Reading, note_id: str) -> dict[str, object] | None:
    """The team's note, or None."""
    note = reading.note(note_id)
    return {"note": note} if note else None
