"""The stages of onboarding: of each page, the lists and drills it inserts."""

from __future__ import annotations

from macros.content.library import Entry
from macros.content.page import Page
from macros.render.reading import Reading

READS = ("pages", "items/checklist", "items/drill")


def context(reading: Reading) -> dict[str, object]:
    """The stages in the order of the navigation."""
    found = {kind: {e.item.id: e for e in reading.items(kind)} for kind in ("checklist", "drill")}

    def inserted(page: Page, kind: str) -> list[Entry]:
        return [found[kind][call.target] for call in page.calls if call.name == kind]

    stages = reading.pages(lambda page: page.front_matter.type == "onboarding")
    return {
        "stages": [(page, inserted(page, "checklist"), inserted(page, "drill")) for page in stages]
    }
