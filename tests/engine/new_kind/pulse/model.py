"""A pulse: statements that each person rates at the end of a day."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.contracts.fields import LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Statement(Strict):
    """One statement that somebody agrees with or not."""

    id: LineId
    text: Text = Field(description="What one agrees with or not, in one sentence.")


class Pulse(LibraryItem):
    """A pulse of 2 to 5 statements."""

    minutes: int = Field(gt=0, le=15, description="Minutes it takes to rate them.")
    statements: list[Statement] = Field(min_length=2, max_length=5, description="In their order.")

    def line_ids(self) -> Iterator[str]:
        return (line.id for line in self.statements)
