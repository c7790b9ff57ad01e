"""A conversation script: the words for one situation with one kind of person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem

Heat = Literal["calm", "tense", "heated"]
HEATS: tuple[str, ...] = Heat.__args__


class Avoid(Strict):
    """Words that make it worse."""

    words: Text = Field(description="What one is tempted to say.")
    why: Text = Field(description="What it does to the other.")


class Reply(Strict):
    """A likely answer, and your next line."""

    id: LineId
    they: Text = Field(description="What they may say.")
    you: Text = Field(description="What you say then.")


class Script(LibraryItem):
    """A conversation script. `roles` are those who speak it, `people` those it is spoken to."""

    minutes: int = Field(gt=0, le=60, description="Minutes the conversation takes.")
    situation: Text = Field(description="What has happened, in two sentences.")
    people: list[Id] = Field(min_length=1, description="With whom: ids from roles.yml.")
    heat: Heat = Field(description="How heated it is: calm, tense or heated.")
    first: Text = Field(description="What you say first, word for word.")
    avoid: list[Avoid] = Field(min_length=1, description="What to avoid, and why.")
    replies: list[Reply] = Field(min_length=2, description="Likely replies with your next line.")
    close: Text = Field(description="How you close, word for word.")
    record: Text = Field(description="What you write down afterwards, and where.")

    def line_ids(self) -> Iterator[str]:
        yield from (reply.id for reply in self.replies)

    def said(self) -> Iterator[tuple[str, Text]]:
        return ((reply.id, reply.you) for reply in self.replies)
