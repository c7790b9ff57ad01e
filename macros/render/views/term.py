"""A glossary term as a link, with its definition as hover text."""

from __future__ import annotations

from macros.render.reading import Reading

READS = ("term/{0}",)


def context(reading: Reading, term_id: str, wording: str = "") -> dict[str, object]:
    """The term, and how the sentence words it; without a wording, by its own name."""
    term = reading.term(term_id)
    return {"term": term, "wording": wording or term.term[reading.language]}
