"""What every library item declares, whatever its kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from macros.contracts.fields import (
    Audience,
    Id,
    LineId,
    Loc,
    Phase,
    Retired,
    ReviewIn,
    Strict,
    Text,
)


class Worded(Strict):
    """A line whose wording is held to rules: scripts/check.py --codes lists them."""

    id: LineId
    exception: str | None = Field(
        default=None,
        min_length=10,
        description="Why this line may break a rule of wording (act-…, question-…). For editors; "
        "it is shown nowhere.",
    )


class LibraryItem(Strict):
    """The fields shared by all kinds of library items."""

    id: Id
    title: Text = Field(description="What people call it; at most eight words.")
    summary: Text = Field(description="One sentence: what it is for and when to take it out.")
    phase: Phase = Field(description="The project phase it belongs to.")
    audience: Audience = Field(
        default="internal",
        description="Who may see it. 'client' only where nothing in it would embarrass the firm "
        "in front of the client.",
    )
    roles: list[Id] = Field(min_length=1, description="Who uses it: ids from roles.yml.")
    owner: Id = Field(description="The role that keeps it right: an id from roles.yml.")
    reviewed: dt.date = Field(description="The day somebody last read it through, YYYY-MM-DD.")
    review_in: ReviewIn
    quotes: list[str] = Field(
        default=[],
        description="Words the glossary says to avoid that this item uses on purpose, "
        "because a speaker says them.",
    )
    renames: dict[LineId, LineId] = Field(
        default={},
        description="Old line id: new line id. Ticks and links to the old id follow to the new.",
    )
    retired: list[Retired] = Field(
        default=[], description="Lines no longer used; their ids are never used again."
    )

    def line_ids(self) -> Iterator[str]:
        """The permanent id of each line that people tick, answer or attend, in order."""
        raise NotImplementedError

    def acts(self) -> Iterator[tuple[Loc, Worded, Text]]:
        """The lines that say what is done: where the words are, the line, the words."""
        return iter(())

    def asks(self) -> Iterator[tuple[Loc, Worded, Text]]:
        """The lines that ask: where the words are, the line, the words."""
        return iter(())

    def said(self) -> Iterator[tuple[str, Text]]:
        """What the library says once: the id and the words of lines compared across items."""
        return iter(())
