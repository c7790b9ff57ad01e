"""Fixes the theme's and Markdown's HTML where it isn't valid or can't be used by everyone.

The tests hold every page to an HTML validator and an accessibility checker: a fix that a new
version of the theme no longer needs, or that no longer takes, shows there.
"""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser


def fix(html: str, label: Callable[[str], str]) -> str:
    """The page with the theme's mistakes put right; `label` gives the words it lacks."""
    page = LexborHTMLParser(html)
    for dialog in page.css('.md-search[role="dialog"]'):
        dialog.attrs["aria-label"] = label("search-dialog")
    # The path above a page has the same name as the navigation beside it.
    for path in page.css("nav.md-path"):
        path.attrs["aria-label"] = label("breadcrumbs")
    # A section that has a page is named by a label without words; its title has them.
    for section in page.css("nav[aria-labelledby][aria-expanded]"):
        title = section.css_first("label.md-nav__title[for]")
        if title is not None and title.parent == section:
            name = f"{title.attrs['for']}_title"
            title.attrs["id"] = section.attrs["aria-labelledby"] = name
    # Checkboxes that open drawer and search: the attribute isn't allowed on them.
    for toggle in page.css("input.md-toggle[autocomplete]"):
        del toggle.attrs["autocomplete"]
    # An empty number is none; without it the label isn't in the tab order either.
    for node in page.css('[tabindex=""]'):
        del node.attrs["tabindex"]
    # Markdown makes a head of each cell in a table's first row, also of an empty corner.
    for corner in page.css("th:empty"):
        corner.replace_with(page.create_node("td"))
    # The table of contents names a toggle that only some pages have.
    if page.css_first("#__toc") is None:
        for title in page.css('label[for="__toc"]'):
            del title.attrs["for"]
    return page.html or ""
