"""What to say, from all conversation scripts, with a filter."""

from __future__ import annotations

from macros.kinds.script.model import HEATS, Script
from macros.render import choices
from macros.render.reading import Reading, by_phase
from macros.render.tool import Tool

READS = ("items/script",)
PAGE = Tool(
    view="phrase_bank", label="phrase-bank", order=1, path="toolkit/phrase-bank.md", needs="script"
)


def context(reading: Reading) -> dict[str, object]:
    """The scripts by phase, the calmest first, and what to filter by."""
    entries = {entry.item.id: entry for entry in reading.items("script")}
    items = [entry.item for entry in entries.values() if isinstance(entry.item, Script)]
    items.sort(key=lambda item: (HEATS.index(item.heat), item.id))
    people = {role for item in items for role in item.people}
    return {
        "groups": by_phase([entries[item.id] for item in items]),
        "choices": [
            choices.phases(reading, {item.phase for item in items}),
            choices.roles(reading, "people", "people", people),
            choices.labelled(reading, "heat", HEATS),
        ],
    }
