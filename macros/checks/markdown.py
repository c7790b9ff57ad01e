"""A page is Markdown and nothing else, and says the same to its author and to the build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.page import Page
from macros.content.site import Site
from macros.content.structure import Difference
from macros.contracts.findings import Finding

CODES = {
    "raw-html": "a page has no HTML of its own",
    "markdown-differs": "the build makes of a page what its Markdown looks like",
}
# What helps where one of the two readings has a part more than the other.
REMEDIES = {
    "list item": "leave an empty line before a list, and indent what is inside by four spaces",
    "table row": "leave an empty line before a table, and give each row as many cells as its head",
    "heading": "begin a heading with # and a space, with an empty line above",
    "box": "leave an empty line above !!! or ???, and indent the text of the box by four spaces",
    "code block": "fence it with ``` on lines of their own, with empty lines around",
    "code": "close each backtick",
    "link": "write [words](address) in one piece; define a reference that is used",
    "call": "put the call on a line of its own, with an empty line above and below",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare both readings of each page."""
    for pages in site.pages.values():
        for page in pages.values():
            html = [part for part in page.parts if part.kind == "html"]
            for part in html:
                yield page.finding(
                    part.line,
                    "raw-html",
                    f"'{part.text}'",
                    "Markdown only; comments too would reach the reader",
                    "write it in Markdown, or make a kind of it",
                )
            if not html and page.difference and not (page.is_broken or site.config.findings):
                yield _finding(page, page.difference)


def _finding(page: Page, difference: Difference) -> Finding:
    part = difference.part
    return page.finding(
        difference.line,
        "markdown-differs",
        f"the build makes a {part} of it"
        if difference.built
        else f"what looks like a {part} is plain text to the build",
        "Markdown that the build and its reader take for the same",
        REMEDIES.get(part.kind, "write it more plainly"),
    )
