"""Lays a process map out: lanes from left to right, one step to a row, flow downwards.

One step to a row keeps every arrow readable: a flow to the next row is an elbow between
the two, and a flow that passes rows by runs in the gutter beside a lane, where no symbol
is. All measures are units of the SVG's viewBox.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the model reads the lanes from here
    from macros.kinds.process_map.model import Step

LANE = 150  # width of a lane
HEAD = 40  # height of the lanes' titles
BOX = 126  # width of a task; what is left of a lane is its gutters
LINE = 17  # height of a line of text
SIZE = 13  # size of the text
GAP = 30  # between rows, where flows cross and times stand
MARK = 24  # size of an event, and how far a decision's tips stand out


@dataclass(frozen=True)
class Symbol:
    """A drawn step. `x` and `y` are its centre."""

    step: Step
    x: float
    y: float
    width: float
    height: float
    lines: list[str]

    @property
    def tips(self) -> str:
        """A decision's corners, as SVG points."""
        w, h = self.width / 2, self.height / 2
        corners = [(0, -h), (w, 0), (0, h), (-w, 0)]
        return " ".join(f"{self.x + dx:g},{self.y + dy:g}" for dx, dy in corners)


@dataclass(frozen=True)
class Flow:
    """A drawn arrow with the place of its label."""

    path: str
    when: object | None
    x: float
    y: float
    anchor: str


@dataclass
class Drawing:
    """Everything the template puts into the SVG."""

    width: float
    height: float
    lane: float = LANE
    head: float = HEAD
    line: float = LINE
    symbols: list[Symbol] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)


def wrap(text: str, width: float) -> list[str]:
    """The text in lines of at most `width` units at the drawing's size of type.

    Latin words stay whole, Chinese breaks anywhere but before closing punctuation.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and _measure(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        sticks = character in "，。：；？！、）》”’%"
        joins = pieces and not wide and not pieces[-1].endswith(" ") and not _wide(pieces[-1])
        if pieces and (sticks or joins or character == " "):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _wide(piece: str) -> bool:
    return unicodedata.east_asian_width(piece[-1]) in "WF"


def _measure(text: str) -> float:
    return sum(SIZE if _wide(c) else SIZE * 0.56 for c in text)


def lay_out(lanes: Sequence[str], steps: Sequence[Step], language: str) -> Drawing:
    """Lay out steps in lanes, with their words in one language."""
    symbols: dict[str, Symbol] = {}
    y = HEAD + GAP / 2
    for step in steps:
        x = lanes.index(step.lane) * LANE + LANE / 2
        text, width = step.text[language], BOX
        if step.kind in ("start", "end"):
            # The words of an event stand under its circle.
            lines = wrap(text, LANE - 14)
            symbols[step.id] = Symbol(step, x, y + MARK / 2, MARK, MARK, lines)
            y += MARK + LINE * len(lines) + GAP
            continue
        if step.kind == "decision":
            lines = wrap(text, BOX * 0.62)
            width, height = LANE - 8, LINE * len(lines) + 2 * MARK
        else:
            lines = wrap(text, BOX - 14)
            height = LINE * len(lines) + 16
        symbols[step.id] = Symbol(step, x, y + height / 2, width, height, lines)
        y += height + GAP + (LINE if step.time else 0)
    drawing = Drawing(len(lanes) * LANE, y, symbols=list(symbols.values()))
    for place, step in enumerate(steps):
        targets = [(link.step, link.when) for link in step.to]
        if not targets and step.kind != "end":
            targets = [(steps[place + 1].id, None)]
        for target, when in targets:
            follows = place + 1 < len(steps) and steps[place + 1].id == target
            drawing.flows.append(_flow(symbols[step.id], symbols[target], when, follows))
    return drawing


def _flow(one: Symbol, other: Symbol, when: object | None, follows: bool) -> Flow:
    if follows:
        top, bottom = _below(one), other.y - other.height / 2
        if one.x == other.x:
            return Flow(f"M{one.x:g} {top:g}V{bottom:g}", when, one.x + 6, top + 13, "start")
        middle = bottom - GAP / 2
        path = f"M{one.x:g} {top:g}V{middle:g}H{other.x:g}V{bottom:g}"
        return Flow(path, when, one.x + 6, top + 11, "start")
    # Past other rows: out at the side, along the gutter of the target's lane, in at its side.
    side = 1 if other.x > one.x or (other.x == one.x and other.y < one.y) else -1
    start = one.x + side * one.width / 2
    gutter = other.x - side * (LANE / 2 - 4) if other.x != one.x else one.x + side * (LANE / 2 - 4)
    into = -side if other.x != one.x else side
    end = other.x + into * other.width / 2
    path = f"M{start:g} {one.y:g}H{gutter:g}V{other.y:g}H{end:g}"
    outwards = one.x != other.x
    anchor = "start" if (side > 0) == outwards else "end"
    return Flow(path, when, start + (side * 4 if outwards else 0), one.y - 8, anchor)


def _below(symbol: Symbol) -> float:
    """Where a flow leaves downwards: under the words of an event, under a step's time."""
    bottom = symbol.y + symbol.height / 2
    if symbol.step.kind in ("start", "end"):
        return bottom + LINE * len(symbol.lines) + 4
    return bottom + (LINE if symbol.step.time else 0)
