"""A page of the toolkit that is no item's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    """Where a view has a page in the toolkit, and how the page is called."""

    view: str  # the view that the page shows
    label: str  # of its title; its summary is the label with "-summary" at the end
    order: int  # among the toolkit's pages
    path: str  # as links name it, from the language's root
    needs: str = ""  # the kind without whose items there is nothing to show
