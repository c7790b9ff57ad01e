"""What to say, from all conversation scripts, with a filter."""

from __future__ import annotations

from macros.kinds.script.model import HEATS
from macros.render import choices
from macros.render.reading import Reading, by_phase
from macros.render.tool import Tool

READS = ("items/script",)
PAGE = Tool(
    view="phrase_bank", label="phrase-bank", order=1, path="toolkit/phrase-bank.md", needs="script"
)


def context(reading: Reading) -> dict[str, object]:
    """The scripts by phase, the calmest first, and what to filter by."""
    scripts = sorted(reading.items("script"), key=lambda e: (HEATS.index(e.item.heat), e.item.id))
    items = [entry.item for entry in scripts]
    people = {role for item in items for role in item.people}
    return {
        "groups": by_phase(scripts),
        "choices": [
            choices.phases(reading, {item.phase for item in items}),
            choices.roles(reading, "people", "people", people),
            choices.labelled(reading, "heat", HEATS),
        ],
    }
