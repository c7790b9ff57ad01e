"""A calculation of costs and benefits: figures, lines made of them, and what results."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from macros.contracts.fields import LineId, Strict, Text
from macros.contracts.item import LibraryItem


class Input(Strict):
    """One figure that the reader can change."""

    id: LineId
    text: Text = Field(description="What is counted, in words the client uses.")
    unit: Text = Field(description="The unit: hours, yuan, % and so on.")
    value: float = Field(ge=0, description="The example's figure; a percentage as 6 for 6%.")
    source: Text = Field(description="Where such a figure comes from at the client.")


class Term(Strict):
    """Figures multiplied, and divided by others."""

    times: list[LineId] = Field(min_length=1, description="Ids of the figures multiplied.")
    over: list[LineId] = Field(default=[], description="Ids of the figures divided by.")
    minus: bool = Field(default=False, description="Whether the term is taken off.")


class Line(Strict):
    """One amount, the sum of its terms."""

    id: LineId
    kind: Literal["gain", "cost-a-year", "cost-once"] = Field(
        description="A gain each year, a cost each year, or a cost that comes once."
    )
    text: Text = Field(description="What brings or costs the money.")
    terms: list[Term] = Field(min_length=1, description="The arithmetic.")


@dataclass(frozen=True)
class Results:
    """What follows from a calculation's figures, in its currency."""

    totals: dict[str, float]  # by kind of line
    net_a_year: float
    payback: float | None  # in months; None where it never pays
    net_over: float  # the years of the calculation, what it costs once taken off


class Calculation(LibraryItem):
    """Costs and benefits: what comes in each year, what goes out, and when it has paid back.

    Amounts are in one currency. Net gain a year is gains less costs a year; payback in
    months is the cost that comes once, divided by the net gain a year, times 12.
    """

    minutes: int = Field(gt=0, le=240, description="Minutes it takes to fill it in.")
    example: Text = Field(description="Whose figures they are; invented companies are called so.")
    currency: Text = Field(description="The currency of every amount.")
    years: int = Field(ge=1, le=10, description="How many years the net gain is counted over.")
    inputs: list[Input] = Field(min_length=2, description="The figures, in the order of use.")
    lines: list[Line] = Field(min_length=2, description="Gains first, then costs.")

    @model_validator(mode="after")
    def _coherent(self) -> Calculation:
        known = {figure.id for figure in self.inputs}
        used = {i for line in self.lines for t in line.terms for i in (*t.times, *t.over)}
        problems = []
        if used - known:
            problems.append(f"lines use unknown figures: {', '.join(sorted(used - known))}")
        if known - used:
            problems.append(f"no line uses the figures: {', '.join(sorted(known - used))}")
        divided = {i for line in self.lines for t in line.terms for i in t.over}
        if zero := [f.id for f in self.inputs if f.id in divided and f.value == 0]:
            problems.append(f"figures that are divided by can't be 0: {', '.join(zero)}")
        if {line.kind for line in self.lines} != {"gain", "cost-a-year", "cost-once"}:
            problems.append("lines of all three kinds are needed: gain, cost-a-year, cost-once")
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def line_ids(self) -> Iterator[str]:
        yield from (figure.id for figure in self.inputs)
        yield from (line.id for line in self.lines)

    @property
    def values(self) -> dict[str, float]:
        """The example's figures, percentages as fractions."""
        return {
            figure.id: figure.value / (100 if figure.unit.en == "%" else 1)
            for figure in self.inputs
        }

    def of_kind(self, kind: str) -> list[Line]:
        """The lines of one kind, in order."""
        return [line for line in self.lines if line.kind == kind]

    def amount(self, line: Line, values: Mapping[str, float] | None = None) -> float:
        """One line's amount. `values` as in `self.values`, which it replaces."""
        by_id = values or self.values
        return sum(
            (-1 if term.minus else 1)
            * math.prod(by_id[i] for i in term.times)
            / math.prod(by_id[i] for i in term.over)
            for term in line.terms
        )

    def results(self, values: Mapping[str, float] | None = None) -> Results:
        """What follows from the figures; `values` as in `self.values`, which it replaces."""
        totals = {
            kind: sum(self.amount(line, values) for line in self.of_kind(kind))
            for kind in ("gain", "cost-a-year", "cost-once")
        }
        net = totals["gain"] - totals["cost-a-year"]
        return Results(
            totals=totals,
            net_a_year=net,
            payback=totals["cost-once"] / net * 12 if net > 0 else None,
            net_over=net * self.years - totals["cost-once"],
        )
