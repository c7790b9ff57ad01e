"""A practice drill: a situation, an answer to write, a rubric and two model answers."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Criterion(Strict):
    """One thing an answer has or lacks."""

    id: LineId
    text: Text = Field(description="What a good answer does, so that one can tick it by reading.")
    evidence: Text = Field(description="The words in the answer that show it.")


class Answer(Strict):
    """A model answer; the two of a drill are both good and differ in manner."""

    manner: Text = Field(description="In what it differs from the other: two to five words.")
    text: Text = Field(description="The answer, as it is said or written.")
    why: Text = Field(description="When this one fits better, and what it costs.")


class Drill(LibraryItem):
    """A drill. Who does it writes an answer before the rubric shows."""

    minutes: int = Field(gt=0, le=60, description="Minutes it takes, with the talk afterwards.")
    people: list[Id] = Field(min_length=1, description="Who is there: ids from roles.yml.")
    situation: Text = Field(description="Where you are, what has happened, what is known.")
    they: Text = Field(description="What is said to you, word for word.")
    ask: Text = Field(description="What to write, and how long it may be.")
    rubric: list[Criterion] = Field(min_length=3, max_length=6, description="How to judge it.")
    enough: int = Field(ge=2, description="How many criteria make a good first answer.")
    answers: list[Answer] = Field(min_length=2, max_length=2, description="Two model answers.")
    talk: Text = Field(description="What the coach asks afterwards.")

    def line_ids(self) -> Iterator[str]:
        yield from (line.id for line in self.rubric)
