"""A checklist: 8 to 20 acts that can be ticked by looking, grouped by moment."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from macros.contracts.fields import Id, Loc, Strict, Text
from macros.contracts.item import LibraryItem, Worded

FEWEST, MOST = 8, 20


class Item(Worded):
    """One act that can be ticked by looking."""

    act: Text = Field(description="One act: starts with a verb, names what. Two acts, two items.")
    evidence: Text = Field(description="What anyone can look at to see that it is done.")
    role: Id = Field(description="The role that does it: an id from roles.yml.")


class Group(Strict):
    """The items of one moment, such as 'before', or 'T-14'."""

    id: Id
    title: Text = Field(description="The moment, as people call it.")
    items: list[Item] = Field(min_length=1, description="The acts of this moment, in order.")


class Checklist(LibraryItem):
    """A checklist of 8 to 20 items, grouped by moment."""

    minutes: int = Field(gt=0, le=480, description="Minutes it takes to go through it once.")
    groups: list[Group] = Field(min_length=1, description="The moments, in order of time.")

    @model_validator(mode="after")
    def _size(self) -> Checklist:
        count = sum(len(group.items) for group in self.groups)
        if not FEWEST <= count <= MOST:
            raise ValueError(
                f"a checklist has {FEWEST} to {MOST} items, this one has {count}; "
                "split it by moment or merge it with its neighbour"
            )
        return self

    def line_ids(self) -> Iterator[str]:
        return (item.id for group in self.groups for item in group.items)

    def acts(self) -> Iterator[tuple[Loc, Worded, Text]]:
        for i, group in enumerate(self.groups):
            for j, line in enumerate(group.items):
                yield ("groups", i, "items", j, "act"), line, line.act

    def said(self) -> Iterator[tuple[str, Text]]:
        return ((item.id, item.act) for group in self.groups for item in group.items)
