"""What a page holds a place for while Markdown and the search read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PLACE = re.compile(r'<(?:div|span) data-part="\d+"></(?:div|span)>')


@dataclass(frozen=True)
class Kept:
    """What a macro gives, until the page takes it in."""

    html: str
    searched: bool


@dataclass
class Places:
    """The HTML that macros gave, by the place holder that the page has instead of it."""

    parts: dict[str, Kept] = field(default_factory=dict)

    def keep(self, html: str, searched: bool, inline: bool = False) -> str:
        """A place holder for what a macro gives, which Markdown needn't read.

        What is `searched` is filled in before the search index reads the page, the rest
        after: an item is found once, on its own page, wherever else it is inserted.
        """
        tag = "span" if inline else "div"
        place = f'<{tag} data-part="{len(self.parts)}"></{tag}>'
        self.parts[place] = Kept(html, searched)
        return place

    def fill(self, html: str, searched: bool) -> str:
        """The HTML with what its places stand for, either what is searched or the rest."""

        def put(match: re.Match[str]) -> str:
            kept = self.parts[match[0]]
            return kept.html if kept.searched == searched else match[0]

        return PLACE.sub(put, html)
