"""A training plan for one role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem

Mode = Literal["classroom", "group-practice", "on-site-coaching", "online"]
Method = Literal["exam", "operation-test", "survey", "interview"]


class Prerequisite(Strict):
    """Something that must be true before the first session."""

    id: LineId
    text: Text = Field(description="What must be there, and how to see that it is.")


class Objective(Strict):
    """Something the learner can be seen doing afterwards."""

    id: LineId
    text: Text = Field(
        description="Starts with a verb that can be observed (post, reconcile, release), "
        "never 'understand' or 'know'."
    )


class Step(Strict):
    """One part of a session."""

    id: LineId
    minutes: int = Field(gt=0, le=240, description="Minutes this part takes.")
    text: Text = Field(description="What happens, and who does it.")


class Session(Strict):
    """One meeting of learners and trainer."""

    id: LineId
    title: Text = Field(description="What the learner takes away, in a few words.")
    day: int = Field(ge=-400, le=200, description="Calendar days from go-live; before it negative.")
    mode: Mode = Field(description="How it is delivered.")
    objectives: list[LineId] = Field(min_length=1, description="Ids of the objectives it serves.")
    steps: list[Step] = Field(min_length=2, description="The parts, in order.")
    exercise: Text = Field(description="The exercise, on the client's own scenario and data.")
    materials: list[Text] = Field(min_length=1, description="What has to lie ready.")

    @property
    def minutes(self) -> int:
        """Minutes of the session: the sum of its steps."""
        return sum(step.minutes for step in self.steps)


class Evaluation(Strict):
    """How learning is measured."""

    id: LineId
    method: Method = Field(description="Exam, operation test, survey or interview.")
    day: int = Field(ge=-400, le=200, description="Calendar days from go-live; before it negative.")
    text: Text = Field(description="What the learner does, and on what.")
    passed: Text = Field(description="What counts as a pass.")
    failed: Text = Field(description="What happens after a fail, and by when.")


class GroupSize(Strict):
    """How many learners sit in one session."""

    least: int = Field(gt=0, description="Fewer than this: merge groups.")
    most: int = Field(gt=0, description="More than this: split the group.")


class TrainingPlan(LibraryItem):
    """A training plan for one role, with days counted from go-live."""

    learner: Id = Field(description="The role that learns: an id from roles.yml.")
    trainer: Id = Field(description="The role that trains: an id from roles.yml.")
    group_size: GroupSize
    prerequisites: list[Prerequisite] = Field(min_length=2, description="Before the first session.")
    objectives: list[Objective] = Field(min_length=3, description="What the learner can then do.")
    sessions: list[Session] = Field(min_length=2, description="The sessions, in order of time.")
    evaluation: list[Evaluation] = Field(min_length=2, description="How learning is measured.")

    @property
    def minutes(self) -> int:
        """Minutes of the whole plan: the sum of its sessions."""
        return sum(session.minutes for session in self.sessions)

    @model_validator(mode="after")
    def _coherent(self) -> TrainingPlan:
        problems = []
        if self.group_size.least > self.group_size.most:
            problems.append("group_size.least is larger than group_size.most")
        days = [session.day for session in self.sessions]
        if days != sorted(days):
            problems.append(f"sessions must be in order of time; their days are {days}")
        known = {objective.id for objective in self.objectives}
        served = {oid for session in self.sessions for oid in session.objectives}
        if served - known:
            problems.append(
                f"sessions name unknown objectives: {', '.join(sorted(served - known))}"
            )
        if known - served:
            problems.append(f"no session serves objectives: {', '.join(sorted(known - served))}")
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def dated(self, language: str) -> dict[str, object]:
        """What the page's script needs to set dates: see schedule.js."""
        return {
            "least": self.group_size.least,
            "most": self.group_size.most,
            "sessions": [
                {"id": s.id, "title": s.title[language], "day": s.day, "minutes": s.minutes}
                for s in self.sessions
            ],
        }

    def line_ids(self) -> Iterator[str]:
        yield from (line.id for line in self.prerequisites)
        yield from (line.id for line in self.objectives)
        for session in self.sessions:
            yield session.id
            yield from (step.id for step in session.steps)
        yield from (line.id for line in self.evaluation)
