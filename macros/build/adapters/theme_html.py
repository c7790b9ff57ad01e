"""Mends the theme's and Markdown's HTML where it isn't valid or can't be used by everyone.

The tests hold every page to an HTML validator and an accessibility checker: a mend that a
new version of the theme no longer needs, or that no longer takes, shows there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# What is wrong, and what stands there instead; {words} are labels of the interface.
MENDS = (
    # A dialog needs a name.
    (
        re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        r'\1 aria-label="{search-dialog}">',
    ),
    # The path above a page has the same name as the navigation beside it.
    (re.compile(r'(<nav class="md-path" aria-label=)"[^"]*"'), r'\1"{breadcrumbs}"'),
    # A section that has a page is named by a label without words; its title has them.
    (
        re.compile(
            r'aria-labelledby="__nav_(\w+)_label"'
            r'( aria-expanded="\w+">\s*<label class="md-nav__title" for="__nav_\w+")>'
        ),
        r'aria-labelledby="__nav_\1_title"\2 id="__nav_\1_title">',
    ),
    # Checkboxes that open drawer and search: the attribute isn't allowed on them.
    (re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'), r"\1"),
    # An empty number is none; without it the label isn't in the tab order either.
    (re.compile(r' tabindex=""'), ""),
    # Markdown makes a head of each cell in a table's first row, also of an empty corner.
    (re.compile(r"<th></th>"), "<td></td>"),
)
# The table of contents names a toggle that only some pages have.
_TOC_LABEL = '<label class="md-nav__title" for="__toc">'
_TOC_TOGGLE = 'id="__toc"'


def mended(html: str, label: Callable[[str], str]) -> str:
    """The page with the theme's mistakes put right; `label` gives the words it lacks."""
    for pattern, replacement in MENDS:
        words = re.sub(r"\{([\w-]+)\}", lambda match: label(match[1]), replacement)
        html = pattern.sub(words, html)
    if _TOC_TOGGLE not in html:
        html = html.replace(_TOC_LABEL, '<label class="md-nav__title">')
    return html
