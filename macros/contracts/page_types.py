"""The page types of page_types.yml, and the front matter every page carries."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter

from macros.contracts.fields import Audience, Id, Phase, ReviewIn, Strict, Text, Words
from macros.contracts.yaml_source import YamlSource

FILE = Path(__file__).with_name("page_types.yml")


class Amount(Strict):
    """The least prose: words in English, characters in Chinese."""

    en: int
    zh: int

    def __getitem__(self, language: str) -> int:
        return getattr(self, language)


class SectionRule(Strict):
    """One required section of a page type."""

    id: Id
    title: Text
    least: Amount
    inserts: list[str] = []
    optional: bool = False


class PageType(Strict):
    """A page type: its sections, and whether a page may add sections of its own."""

    sections: list[SectionRule]
    open: bool = False


@functools.cache
def page_types() -> dict[str, PageType]:
    """Every page type by name. Raises ValueError when page_types.yml itself is wrong."""
    source = YamlSource(FILE.name, FILE.read_text("utf-8"))
    types = source.parse(TypeAdapter(dict[str, PageType]))
    if types is None:
        raise ValueError("\n".join(str(finding) for finding in source.findings))
    return types


class FrontMatter(Strict):
    """What stands at the top of each page, between two lines of ---."""

    id: Id
    type: str = Field(description="The page type: one of page_types.yml.")
    title: Words = Field(description="The page's heading, in the page's language.")
    summary: Annotated[Words, StringConstraints(max_length=240)] = Field(
        description="One sentence that says what the reader gets; shown under the heading."
    )
    phase: Phase = Field(description="The project phase the page belongs to.")
    audience: Audience = Field(
        default="internal",
        description="Who may see the page; a client page can't use anything internal.",
    )
    roles: list[Id] = Field(min_length=1, description="Who reads it: ids from roles.yml.")
    owner: Id = Field(description="The role that keeps it right: an id from roles.yml.")
    reviewed: dt.date = Field(description="The day somebody last read it through, YYYY-MM-DD.")
    review_in: ReviewIn
    minutes: int = Field(gt=0, le=240, description="Minutes it takes to read and use.")
    carries: list[Id] = Field(
        default=[],
        description="The points of the method that the page treats: ids from method.yml.",
    )
    keywords: list[str] = Field(
        default=[],
        description="Words that people type to find this page, in the page's language; the "
        "search puts the page first for them.",
    )
    quotes: list[str] = Field(
        default=[],
        description="Words the glossary says to avoid that this page uses on purpose.",
    )
