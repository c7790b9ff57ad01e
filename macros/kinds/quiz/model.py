"""A quiz: questions of several types, explained answers, a pass mark."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from macros.contracts.fields import Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Option(Strict):
    """One answer to choose, or one step to put in order."""

    id: LineId
    text: Text = Field(description="The answer, about as long as the others.")
    right: bool = Field(default=False, description="Whether it is right; not used for an order.")


class Question(Strict):
    """One question. Its type says how it is answered."""

    id: LineId
    type: Literal["one", "several", "order"] = Field(
        description="One right answer, several right answers, or steps to be put in order; "
        "the steps are listed here in the right order."
    )
    ask: Text = Field(description="A situation and a question, answerable from the page.")
    options: list[Option] = Field(min_length=2, max_length=6, description="What to choose from.")
    explanation: Text = Field(description="Why the right answer is right and the tempting wrong.")


class Quiz(LibraryItem):
    """A quiz of at least six questions."""

    minutes: int = Field(gt=0, le=60, description="Minutes it takes.")
    learner: Id = Field(description="Whose knowledge it checks: an id from roles.yml.")
    pass_mark: int = Field(ge=50, le=100, description="Percent of right answers for a pass.")
    questions: list[Question] = Field(min_length=6, description="The questions, in order.")

    @model_validator(mode="after")
    def _answerable(self) -> Quiz:
        problems = []
        for question in self.questions:
            right = sum(option.right for option in question.options)
            if question.type == "one" and right != 1:
                problems.append(f"{question.id}: one right answer is needed, {right} are marked")
            if question.type == "several" and not 2 <= right <= len(question.options):
                problems.append(f"{question.id}: mark two right answers or more, not {right}")
            if question.type == "order" and (right or len(question.options) < 3):
                problems.append(f"{question.id}: an order has three steps or more, none marked")
        if problems:
            raise ValueError("; ".join(problems))
        return self

    @property
    def needed(self) -> int:
        """How many questions must be answered rightly for a pass."""
        return math.ceil(len(self.questions) * self.pass_mark / 100)

    def shuffle(self, question: Question) -> list[Option]:
        """The options as they are shown: an order is never shown in its right order."""
        if question.type != "order":
            return question.options
        # Fixed, so that both languages and every build show the same.
        return [*question.options[1::2], *question.options[0::2]]

    def line_ids(self) -> Iterator[str]:
        for question in self.questions:
            yield question.id
            yield from (option.id for option in question.options)

    def said(self) -> Iterator[tuple[str, Text]]:
        return ((question.id, question.ask) for question in self.questions)
