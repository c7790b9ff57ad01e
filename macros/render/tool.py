"""A page of the toolkit that is no item's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    """Where a view has a page in the toolkit, and how the page is called."""

    view: str  # the view that the page shows
    label: str  # of its title; its summary is the label with "-summary" at the end
    order: int  # among the toolkit's pages
    needs: str = ""  # the kind without whose items there is nothing to show

    @property
    def path(self) -> str:
        """The page as links name it, from the language's root."""
        return f"toolkit/{self.label}.md"
