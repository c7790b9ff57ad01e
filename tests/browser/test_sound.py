"""Every page is accessible in every state, under the strict policy, without a word of complaint.

The pages are shared out among processes: one browser each.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import Watched, launch
from tests.conftest import ROOT
from tests.serving import serving

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
RUN = """async (rules) => (await axe.run(document, {
    preload: false, resultTypes: ["violations"], ...(rules && {runOnly: rules})
  })).violations.map(
  (v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`)"""
# From light to dark only colours change.
RULES = {"light": None, "dark": ["color-contrast", "link-in-text-block"]}


def look_at(site: Path, pages: list[str]) -> tuple[int, list[str]]:
    """Visit pages in every state; returns the number of states and all that is wrong."""
    states, wrong = 0, []
    script = AXE.read_text("utf-8")
    with serving(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="light",
                # Colours are looked at where they come to rest.
                reduced_motion="reduce",
            )
            for name in pages:
                watched = Watched(context.new_page(), address)
                page = watched.page
                page.goto(address + name)
                page.wait_for_timeout(100)
                # Before axe is there: it puts styles into the page that the policy refuses.
                wrong += [f"{name} {width}: {text}" for text in watched.complaints]
                page.evaluate(script)
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    found = page.evaluate(RUN, RULES[scheme])
                    wrong += [f"{name} {width} {scheme}: {text}" for text in found]
                    states += 1
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wrong.append(f"{name} {width}: wider than the screen")
                wrong += [f"{name} {width}: asks {url}" for url in watched.foreign]
                page.close()
            context.close()
        browser.close()
    return states, wrong


def test_every_page_is_sound_in_every_state(site: Path) -> None:
    pages = sorted(
        p.relative_to(site).as_posix().removesuffix("index.html")
        for p in site.rglob("*.html")
        if p != site / "index.html"  # leads on at once
    )
    workers = os.cpu_count() or 1
    shares = [pages[i::workers] for i in range(workers)]
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        results = list(pool.map(look_at, [site] * workers, shares))
    wrong = [text for _, texts in results for text in texts]
    assert not wrong, "\n".join(wrong[:60])
    assert sum(states for states, _ in results) == len(pages) * len(WIDTHS) * len(SCHEMES)


def test_the_search_dialog_is_accessible(browser, address: str) -> None:
    for language, words in (("en", "interview"), ("zh", "访谈")):
        for width in WIDTHS:
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                page = context.new_page()
                page.goto(f"{address}{language}/")
                page.keyboard.press("f")
                page.locator(".md-search__input").fill(words)
                page.locator(".md-search__input").press("End")
                page.locator(".md-search-result__item").first.wait_for()
                page.evaluate(AXE.read_text("utf-8"))
                assert page.evaluate(RUN, None) == [], (language, width, scheme)
                context.close()
