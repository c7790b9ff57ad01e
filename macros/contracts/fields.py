"""Field types shared by every data contract: ids, bilingual text, dates, retirements.

Descriptions given here and in the models become the author's guide and the
editors' JSON Schema, so they speak to an author, not to a programmer.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

LANGUAGES = ("en", "zh")

Language = Literal["en", "zh"]
Phase = Literal["preparation", "design", "implementation", "go-live", "throughout"]
PHASES: tuple[Phase, ...] = get_args(Phase)
Audience = Literal["internal", "client"]
Loc = tuple[str | int, ...]  # where something is in data: keys and indexes

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=48),
    Field(description="Permanent id: lower-case letters, digits and hyphens; never used again."),
]
LineId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{1,3}[0-9]{2,3}$"),
    Field(
        description="Permanent id of a line, such as c07: unique in its item, never derived from "
        "the text, never used again. A new line takes the next free number, wherever it is."
    ),
]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _check_duration(value: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]? months?", value):
        raise ValueError('a number of months such as "12 months"')
    return value


ReviewIn = Annotated[
    str,
    AfterValidator(_check_duration),
    Field(description='How long a review stays good, in months: "12 months".'),
]


def review_due(reviewed: dt.date, review_in: str) -> dt.date:
    """The day on which a review made on `reviewed` runs out.

    `review_in` is a duration in months as in `ReviewIn`. A day that the target month
    lacks becomes that month's last day (31 August + 6 months = 28 February).
    """
    months = reviewed.month - 1 + int(review_in.split()[0])
    year, month = reviewed.year + months // 12, months % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(reviewed.day, last))


class Strict(BaseModel):
    """Base of every data contract: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _without_folds(value: str) -> str:
    # YAML's folding puts a space where a line breaks; Chinese has none there.
    return re.sub(rf"(?<={_CHINESE}) +(?={_CHINESE})", "", value)


_CHINESE = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…]"
Chinese = Annotated[Words, AfterValidator(_without_folds)]


class Text(Strict):
    """One text in both languages, each written as an original."""

    en: Words = Field(description="The English text.")
    zh: Chinese = Field(description="The Simplified Chinese text.")

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


class Retired(Strict):
    """A line that is no longer used. Its id stays taken for good."""

    id: LineId
    day: dt.date = Field(description="The day it was retired.")
    text: Text = Field(description="What the line said, so that old ticks can still be shown.")
    reason: Text = Field(description="Why it was retired, and what takes its place.")
