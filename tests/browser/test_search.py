"""The search dialog: usable in every width and scheme, each language with an index of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.axe import violations
from tests.searching import ask
from tests.serving import serving
from tests.sounding import SCHEMES, WIDTHS

WORDS = {"en": "interview", "zh": "访谈"}


@pytest.fixture(scope="module")
def searchable(sample_site: Path) -> Iterator[str]:
    """The built sample with the whole search index."""
    with serving(sample_site, whole_search=True) as url:
        yield url


@pytest.mark.parametrize("language", WORDS)
def test_the_search_dialog_is_accessible(browser, searchable: str, language: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{searchable}{language}/")
    page.keyboard.press("f")
    ask(page, WORDS[language])
    page.locator(".md-search-result__item").first.wait_for()
    for width, scheme in itertools.product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.locator(".md-search-result__item").first.is_visible()
        assert violations(page) == [], (width, scheme)
    context.close()
