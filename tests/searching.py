"""The search of a page, as a reader uses it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browsing import Watched


def ask(page, words: str) -> None:
    """Type words into the search; the key at the end is what the theme listens to."""
    page.locator(".md-search__input").fill(words)
    page.locator(".md-search__input").press("End")


def results(watched: Watched, words: str) -> list[str]:
    """The pages that a search lists, best first."""
    page = watched.page
    ask(page, "")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    ask(page, words)
    page.locator(".md-search-result__item").first.wait_for()
    links = page.locator(".md-search-result__link").all()
    pages = [link.get_attribute("href").split("?")[0].split("#")[0] for link in links]
    return list(dict.fromkeys(pages))
