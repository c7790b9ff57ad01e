"""A job aid: one sheet with the tasks of a role, to hang beside the screen."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Line(Strict):
    """One line of the card."""

    id: LineId
    text: Text = Field(description="A few words, read while standing.")


class Task(Strict):
    """Something the role does, from the first hand movement to the last."""

    title: Text = Field(description="The task, as it is called at the workplace.")
    steps: list[Line] = Field(min_length=2, max_length=6, description="Its steps, in order.")


class JobAid(LibraryItem):
    """A card with few tasks and short lines: on paper it has to fit one sheet."""

    minutes: int = Field(gt=0, le=15, description="Minutes it takes to read it once.")
    learner: Id = Field(description="Who works with it: an id from roles.yml.")
    rule: Text = Field(description="The one rule behind all steps.")
    tasks: list[Task] = Field(min_length=2, max_length=5, description="The tasks, as they come.")
    never: list[Line] = Field(
        min_length=1, max_length=4, description="What looks like help and does harm."
    )

    def line_ids(self) -> Iterator[str]:
        for lines in (*(task.steps for task in self.tasks), self.never):
            yield from (line.id for line in lines)
