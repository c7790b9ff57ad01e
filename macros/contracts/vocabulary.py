"""Data that everything names by id: roles, phases, points of the method, glossary terms."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.contracts.fields import Audience, Id, Phase, Strict, Text


class Role(Strict):
    """A role that pages and items name."""

    id: Id
    side: Literal["firm", "client"] = Field(description="Whose people it is.")
    name: Text
    description: Text = Field(description="One sentence: what the role does in a project.")


class Sign(Strict):
    """A sentence in which a reader recognises where the project is."""

    text: Text
    page: str = Field(description="The page that helps, as a path under docs/<language>.")


class PhaseInfo(Strict):
    """A project phase as the home page shows it."""

    id: Phase
    title: Text
    tab: Text = Field(description="Its name in the navigation: short, so that all tabs fit.")
    task: Text = Field(description="The core task of communication in this phase.")
    signs: list[Sign] = Field(default=[], description="'Where is my project now': its signs.")


class Need(Strict):
    """What somebody in a role comes for."""

    text: Text
    page: str = Field(description="The page that helps, as a path under docs/<language>.")


class RoleNeeds(Strict):
    """'What do I need', by role."""

    role: Id
    needs: list[Need] = Field(min_length=2)


class Guide(Strict):
    """What the home page is made of."""

    phases: list[PhaseInfo]
    roles: list[RoleNeeds]


class Point(Strict):
    """A point of the method: something the playbook must treat."""

    id: Id
    phase: Phase = Field(description="The phase the point belongs to.")
    title: Text = Field(description="The point in a few words.")
    text: Text = Field(description="The point in one sentence.")


class WordList(Strict):
    """Words of each language."""

    en: list[str] = []
    zh: list[str] = []

    def __getitem__(self, language: str) -> list[str]:
        return getattr(self, language)


class Wording(Strict):
    """Words by which the rules of wording tell what a line is."""

    verbs: list[str] = Field(
        default=[], description="How an act may begin in English, in lower case."
    )
    vague: WordList = Field(
        default=WordList(), description="Beginnings that name nothing anyone could look at."
    )
    leading: WordList = Field(
        default=WordList(), description="What makes a question lead to its answer."
    )


class SystemNote(Strict):
    """Where a step of a training guide is in the client's own system."""

    id: Id = Field(description="What a guide asks for with our_system(…).")
    path: Text = Field(description="The way through the menus, as the screen shows it.")
    document: Text | None = Field(default=None, description="The type of document, if it has one.")
    remark: Text | None = Field(default=None, description="What is different here, and why.")


class Term(Strict):
    """A glossary term: one word for one idea in each language."""

    id: Id
    term: Text
    definition: Text = Field(description="What it is, and why a consultant cares.")
    aliases: WordList = Field(default=WordList(), description="Other words that are accepted.")
    avoid: WordList = Field(
        default=WordList(), description="Words this term replaces; a check finds them."
    )
    vendor: Text | None = Field(default=None, description="What vendors and clients call it.")
    audience: Audience = Field(
        default="internal",
        description="Who may see it; a client page can't explain an internal term.",
    )
    see: list[Id] = Field(default=[], description="Related terms.")
