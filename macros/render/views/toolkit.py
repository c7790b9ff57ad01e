"""The kinds of reusable pieces, each with its items, with a filter."""

from __future__ import annotations

from macros.kinds import kinds
from macros.render import choices
from macros.render.choices import Choice
from macros.render.navigation import tools
from macros.render.reading import Reading
from macros.render.tool import Tool

READS = ("items",)
PAGE = Tool(view="toolkit", label="toolkit", order=0, path="toolkit/index.md")


def context(reading: Reading) -> dict[str, object]:
    """The kinds in use with their items, the toolkit's other pages, and what to filter by."""
    listed = [(kind, reading.items(kind.name)) for kind in kinds().values()]
    listed = [pair for pair in listed if pair[1]]
    items = [entry.item for _, entries in listed for entry in entries]
    audiences = sorted({item.audience for item in items})
    offered = [
        choices.phases(reading, {item.phase for item in items}),
        choices.roles(
            reading, "roles", "for-roles", {role for item in items for role in item.roles}
        ),
        Choice(
            "kind",
            reading.label("kind"),
            [(kind.command, reading.label(f"kinds-{kind.name}")) for kind, _ in listed],
        ),
    ]
    if len(audiences) > 1:
        offered.append(choices.labelled(reading, "audience", audiences))
    return {"kinds": listed, "tools": tools(reading.site)[1:], "choices": offered}
