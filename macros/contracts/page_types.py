"""The page types of page_types.yml, and the front matter every page carries."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter

from macros.contracts.fields import Audience, Id, Phase, ReviewIn, Strict, Text, Words
from macros.contracts.findings import Finding
from macros.contracts.yaml_source import YamlSource

FILE = Path(__file__).with_name("page_types.yml")
UNITS = {"en": "words", "zh": "characters"}  # in which prose is measured
TO_WRITE = "TODO"  # a line that begins so stands for what is still to be written
PATH = "macros/contracts/page_types.yml"  # as findings name it


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

    def asks(self, language: str) -> str:
        """What the section needs, as an author is told."""
        unit = UNITS[language]
        asked = [f"at least {self.least[language]} {unit}, macro calls not counted"]
        if self.inserts:
            asked.append(f"at least one {self.insertions()}")
        return "; ".join(asked)

    def insertions(self) -> str:
        """The macro calls of which the section needs one."""
        calls = " or ".join(f'{kind}("…")' for kind in self.inserts)
        return f"{{{{ {calls} }}}}"


class PageType(Strict):
    """A page type: its sections, and whether a page may add sections of its own."""

    sections: list[SectionRule]
    open: bool = False


@functools.cache
def read_page_types() -> tuple[dict[str, PageType], tuple[Finding, ...]]:
    """Every page type by name, and what is wrong with page_types.yml; none where it is wrong."""
    source = YamlSource(PATH, FILE.read_text("utf-8"))
    types = source.parse(TypeAdapter(dict[str, PageType]))
    return types or {}, tuple(source.findings)


def page_types() -> dict[str, PageType]:
    """Every page type by name; none where page_types.yml is wrong."""
    return read_page_types()[0]


class FrontMatter(Strict):
    """What is at the top of each page, between two lines of ---."""

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
