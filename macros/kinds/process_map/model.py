"""A process before and after the project, as the steps of two maps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem
from macros.kinds.process_map.drawing import Drawing, lay_out


class Lane(Strict):
    """Who does the steps in one column of the map."""

    id: Id
    title: Text = Field(description="A department or a role, in the client's words.")


class Next(Strict):
    """Where the work goes from a step."""

    step: LineId
    when: Text | None = Field(default=None, description="The answer that leads there.")


class Step(Strict):
    """One symbol of the map."""

    id: LineId
    lane: Id = Field(description="The lane it is in.")
    kind: Literal["start", "task", "decision", "end"] = Field(
        default="task", description="Start and end events, tasks, and decisions with answers."
    )
    text: Text = Field(description="What happens: verb and object, at most six words.")
    time: Text | None = Field(default=None, description="How long it takes or waits there.")
    changes: bool = Field(
        default=False, description="Before: the step goes. After: the step is new or different."
    )
    to: list[Next] = Field(
        default=[], description="Where the work goes; left out, to the next step of the list."
    )


class Figure(Strict):
    """One measure, before and after."""

    measure: Text = Field(description="What was measured, and in which unit.")
    before: Text = Field(description="The figure today.")
    after: Text = Field(description="The figure that is aimed at, or was reached.")


class ProcessMap(LibraryItem):
    """A process map in the symbols of BPMN 2.0 (Object Management Group): lanes, events,
    tasks, gateways and the flow between them."""

    minutes: int = Field(gt=0, le=120, description="Minutes it takes to present it.")
    example: Text = Field(description="Whose process it is; invented companies are called so.")
    lanes: list[Lane] = Field(min_length=2, max_length=5, description="From left to right.")
    before: list[Step] = Field(min_length=3, description="Today's steps, in order.")
    after: list[Step] = Field(min_length=3, description="The steps to be, in order.")
    figures: list[Figure] = Field(min_length=1, description="What the change brings.")

    @model_validator(mode="after")
    def _coherent(self) -> ProcessMap:
        problems = [*self._problems("before"), *self._problems("after")]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _problems(self, name: str) -> Iterator[str]:
        steps: list[Step] = getattr(self, name)
        lanes, ids = {lane.id for lane in self.lanes}, {step.id for step in steps}
        for step in steps:
            if step.lane not in lanes:
                yield f"{name}: {step.id} names the unknown lane '{step.lane}'"
            for link in step.to:
                if link.step not in ids:
                    yield f"{name}: {step.id} leads to the unknown step '{link.step}'"
            if step.kind == "decision" and (len(step.to) < 2 or not all(n.when for n in step.to)):
                yield f"{name}: the decision {step.id} needs two answers or more under 'to'"
            if step.kind != "decision" and len(step.to) > 1:
                yield f"{name}: {step.id} leads to several steps and is no decision"
        if steps[0].kind != "start":
            yield f"{name}: the first step is a start"
        if steps[-1].kind != "end":
            yield f"{name}: the last step is an end"

    def line_ids(self) -> Iterator[str]:
        yield from (step.id for step in (*self.before, *self.after))

    def drawing(self, name: Literal["before", "after"], language: str) -> Drawing:
        """One of the two maps, laid out for a language."""
        return lay_out([lane.id for lane in self.lanes], getattr(self, name), language)
