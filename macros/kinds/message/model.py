"""A message template: subject and body with named placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup, escape
from pydantic import Field, model_validator

from macros.contracts.fields import LANGUAGES, Id, LineId, Strict, Text
from macros.contracts.item import LibraryItem

PLACE = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")


class Placeholder(Strict):
    """Something that is filled in before the message is sent."""

    id: Id
    text: Text = Field(description="What is filled in.")
    example: Text = Field(description="How it looks when filled in.")


class Must(Strict):
    """Something the message has to contain."""

    id: LineId
    text: Text = Field(description="What must be in it, and why.")


class Message(LibraryItem):
    """A message. Placeholders are in braces, {due-date}; each is declared and used."""

    minutes: int = Field(gt=0, le=60, description="Minutes it takes to fill it in and check it.")
    channel: Literal["mail", "chat", "letter", "notice"] = Field(description="How it goes out.")
    to: Text = Field(description="Who gets it, and who gets a copy.")
    when: Text = Field(description="When it goes out.")
    signed_by: Id = Field(description="The role that signs it: an id from roles.yml.")
    placeholders: list[Placeholder] = Field(min_length=1, description="What is filled in.")
    subject: Text = Field(description="The subject, or the first line in a chat.")
    body: Text = Field(description="The message; a blank line between paragraphs.")
    musts: list[Must] = Field(min_length=2, description="What must be in it.")

    @model_validator(mode="after")
    def _coherent(self) -> Message:
        declared = {place.id for place in self.placeholders}
        problems = []
        for language in LANGUAGES:
            used = set(PLACE.findall(self.subject[language] + self.body[language]))
            if used - declared:
                problems.append(f"{language}: undeclared {_braces(used - declared)}")
            if declared - used:
                problems.append(f"{language}: never used {_braces(declared - used)}")
        if problems:
            raise ValueError("placeholders, " + "; ".join(problems))
        return self

    def line_ids(self) -> Iterator[str]:
        yield from (must.id for must in self.musts)

    def shown(self, text: Text, language: str) -> Markup:
        """Subject or body with its placeholders marked and named in the reader's language."""
        names = {place.id: place.text[language] for place in self.placeholders}
        html = str(escape(text[language]))
        return Markup(
            PLACE.sub(lambda m: f'<mark class="pb-place">{escape(names[m[1]])}</mark>', html)
        )


def _braces(ids: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(ids))
