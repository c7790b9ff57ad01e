"""What a list can be narrowed down by: see the macro `filter` in parts.html.j2."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from macros.contracts.fields import PHASES
from macros.render.reading import Reading


@dataclass(frozen=True)
class Choice:
    """A select: the data attribute it compares, its label, and its values with their wordings."""

    name: str
    label: str
    values: list[tuple[str, str]]


def labelled(reading: Reading, name: str, values: Collection[str]) -> Choice:
    """By `name`, whose values are worded by the labels that begin with it: heat-calm."""
    worded = [(value, reading.label(f"{name}-{value}")) for value in values]
    return Choice(name, reading.label(name), worded)


def phases(reading: Reading, used: Collection[str]) -> Choice:
    """By phase, of which only those in use are offered."""
    found = [(phase, reading.phase(phase)) for phase in PHASES if phase in used]
    return Choice("phase", reading.label("phase"), found)


def roles(reading: Reading, name: str, label: str, used: Collection[str]) -> Choice:
    """By role, in the order of the file of roles; only those in use are offered."""
    found = [(role, reading.role(role)) for role in reading.roles if role in used]
    return Choice(name, reading.label(label), found)
