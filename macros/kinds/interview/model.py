"""An interview template for one department or role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from macros.contracts.fields import LineId, Loc, Strict, Text
from macros.contracts.item import LibraryItem, Worded

Topic = Literal[
    "process", "volumes", "exceptions", "pains", "data", "controls", "reporting", "wishes"
]
TOPICS: tuple[str, ...] = Topic.__args__
FEWEST = 25


class Ask(Strict):
    """Something to ask for before the interview."""

    id: LineId
    text: Text = Field(description="The document, screen or list to ask for, with its period.")


class Signal(Strict):
    """A remark that hides an implicit need."""

    says: Text = Field(description="What the interviewee says, in their own words.")
    means: Text = Field(description="What it may hide, and what that would mean in an ERP.")


class Question(Worded):
    """One open, neutral question that asks one thing."""

    ask: Text = Field(description="The question as you say it: open, neutral, one thing.")
    probes: list[Text] = Field(
        default=[], description="Follow-ups when the first answer stays general."
    )
    listen_for: list[Signal] = Field(
        default=[], description="Remarks that hide an implicit need, and what may lie behind."
    )


class Section(Strict):
    """The questions on one topic. Its title comes from the interface words."""

    topic: Topic = Field(description="One of the eight standard topics.")
    minutes: int = Field(gt=0, le=60, description="Minutes planned for this topic.")
    questions: list[Question] = Field(min_length=2, description="The questions, in order.")


class Opening(Strict):
    """How the interview starts."""

    minutes: int = Field(gt=0, le=20, description="Minutes planned for the opening.")
    words: Text = Field(description="What you say first, word for word.")


class Closing(Strict):
    """How the interview ends."""

    minutes: int = Field(gt=0, le=20, description="Minutes planned for the closing.")
    teach_back: Text = Field(
        description="What you say to play back what you understood and have it corrected."
    )
    words: Text = Field(description="What you say last: thanks, what happens next and by when.")


class Interview(LibraryItem):
    """An interview template: at least 25 questions over the eight standard topics."""

    goal: Text = Field(description="What you know after the interview that you did not before.")
    interviewees: Text = Field(description="Whom to interview, together or one by one.")
    ask_beforehand: list[Ask] = Field(min_length=3, description="What to ask for beforehand.")
    opening: Opening
    sections: list[Section] = Field(description="The eight standard topics, in order.")
    closing: Closing

    @property
    def minutes(self) -> int:
        """Minutes of the whole interview: opening, topics and closing."""
        return self.opening.minutes + sum(s.minutes for s in self.sections) + self.closing.minutes

    @model_validator(mode="after")
    def _complete(self) -> Interview:
        topics = tuple(section.topic for section in self.sections)
        if topics != TOPICS:
            raise ValueError(
                f"the sections must be {', '.join(TOPICS)}, in this order; "
                f"found {', '.join(topics)}"
            )
        questions = [q for section in self.sections for q in section.questions]
        if len(questions) < FEWEST:
            raise ValueError(f"at least {FEWEST} questions are needed, found {len(questions)}")
        if sum(bool(q.probes and q.listen_for) for q in questions) < len(TOPICS):
            raise ValueError(
                f"at least {len(TOPICS)} questions need both probes and listen_for: "
                "the ones whose answers decide the design"
            )
        return self

    def line_ids(self) -> Iterator[str]:
        yield from (ask.id for ask in self.ask_beforehand)
        yield from (q.id for section in self.sections for q in section.questions)

    def asks(self) -> Iterator[tuple[Loc, Worded, Text]]:
        for i, section in enumerate(self.sections):
            for j, line in enumerate(section.questions):
                yield ("sections", i, "questions", j, "ask"), line, line.ask

    def said(self) -> Iterator[tuple[str, Text]]:
        return ((q.id, q.ask) for section in self.sections for q in section.questions)
