"""A meeting kit: all that one kind of meeting needs, from the invitation to the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Attendee(Strict):
    """Somebody without whom the meeting doesn't take place."""

    role: Id = Field(description="The role: an id from roles.yml.")
    part: Text = Field(description="What they do in this meeting.")


class Paper(Strict):
    """Something that is sent or prepared before the meeting."""

    id: LineId
    text: Text = Field(description="What is sent, and to whom.")
    role: Id = Field(description="The role that sends it: an id from roles.yml.")
    days: int = Field(ge=0, le=60, description="Working days before the meeting.")


class Point(Strict):
    """One point of the agenda."""

    id: LineId
    minutes: int = Field(gt=0, le=240, description="Minutes for this point.")
    title: Text = Field(description="The point, as the invitation has it.")
    how: Text = Field(description="What happens, and what result ends it.")
    role: Id = Field(description="The role that leads it: an id from roles.yml.")


class Rule(Strict):
    """How the meeting is run: a rule, or what to do when it goes wrong."""

    id: LineId
    text: Text = Field(description="One rule, or one 'when …, then …'.")


class Column(Strict):
    """One column of the minutes form."""

    title: Text = Field(description="The heading.")
    example: Text = Field(description="How it is filled in.")


class Done(Strict):
    """Something that shows that the meeting did its job."""

    id: LineId
    text: Text = Field(description="What anyone can look at afterwards.")


class MeetingKit(LibraryItem):
    """A meeting kit. Its minutes are the sum of its agenda's and fit the planned length."""

    purpose: Text = Field(description="What is different after the meeting.")
    rhythm: Text = Field(description="When and how often it takes place.")
    length: int = Field(gt=0, le=480, description="Planned minutes; the agenda adds up to it.")
    attendees: list[Attendee] = Field(min_length=2, description="Who must be there.")
    beforehand: list[Paper] = Field(min_length=2, description="What is sent, earliest first.")
    agenda: list[Point] = Field(min_length=3, description="The points, in order.")
    rules: list[Rule] = Field(min_length=3, description="How to run it.")
    minutes_form: list[Column] = Field(min_length=3, description="The columns of the minutes.")
    done: list[Done] = Field(min_length=2, description="What counts as done.")

    @property
    def minutes(self) -> int:
        """Minutes of the meeting."""
        return self.length

    @model_validator(mode="after")
    def _coherent(self) -> MeetingKit:
        total = sum(point.minutes for point in self.agenda)
        if total != self.length:
            raise ValueError(
                f"the agenda adds up to {total} minutes, the length says {self.length}"
            )
        return self

    def line_ids(self) -> Iterator[str]:
        for lines in (self.beforehand, self.agenda, self.rules, self.done):
            yield from (line.id for line in lines)
