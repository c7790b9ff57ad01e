"""Every page is accessible in every state, under the strict policy, without a word of complaint.

The pages are shared out among processes: one browser each.
"""

from __future__ import annotations

import itertools
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
RUN = """async (options) => (await axe.run(document, {
    preload: false, resultTypes: ["violations"], ...options
  })).violations.map(
  (v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`)"""
COLOURS = ["color-contrast", "link-in-text-block"]
# Where both schemes are looked at, only colours differ in the second. Colours hang on the style
# sheet: pages that differ in their words alone are looked at for all else.
ALL, ONLY_COLOURS = {}, {"runOnly": COLOURS}
ALL_ELSE = {"rules": {rule: {"enabled": False} for rule in COLOURS}}

# What a page is looked at in: a width, the colour schemes, and what for in each.
State = tuple[int, tuple[tuple[str, dict], ...]]


def look_at(site: Path, visits: list[tuple[str, list[State]]]) -> tuple[int, list[str]]:
    """Visit pages in their states; returns the number of states and all that is wrong."""
    states, wrong = 0, []
    script = AXE.read_text("utf-8")
    with serving(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        contexts = {
            width: browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="light",
                # Colours are looked at where they come to rest.
                reduced_motion="reduce",
            )
            for width in WIDTHS
        }
        pages = {width: Watched(contexts[width].new_page(), address) for width in WIDTHS}
        for name, stays in visits:
            for width, schemes in stays:
                watched = pages[width]
                page = watched.page
                watched.complaints.clear()
                watched.foreign.clear()
                page.goto(address + name)
                page.wait_for_timeout(30)
                # Before axe is there: it puts styles into the page that the policy refuses.
                wrong += [f"{name} {width}: {text}" for text in watched.complaints]
                if schemes:
                    page.evaluate(script)
                for scheme, options in schemes:
                    page.emulate_media(color_scheme=scheme)
                    found = page.evaluate(RUN, options)
                    wrong += [f"{name} {width} {scheme}: {text}" for text in found]
                    states += 1
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wrong.append(f"{name} {width}: wider than the screen")
                wrong += [f"{name} {width}: asks {url}" for url in watched.foreign]
        browser.close()
    return states, wrong


def plan(pages: list[str]) -> list[tuple[str, list[State]]]:
    """In which states each page is looked at.

    Pages of one folder share a template, and twins a structure. So one page of each folder
    is looked at in both widths and in both schemes, its twin on a dark phone. Of the others,
    every page written by hand is visited, and axe looks at every second, in languages, widths
    and schemes that take turns; at every third for its colours. Library items differ in their
    words alone: of these, each of two twins is visited in turn, and axe looks at every tenth.
    """
    order = {twin: number for number, twin in enumerate(sorted({p[3:] for p in pages}))}
    seen: set[str] = set()
    wide, narrow = WIDTHS
    visits: list[tuple[str, list[State]]] = []
    for name in pages:
        folder = name.rstrip("/").rpartition("/")[0]
        number = order[name[3:]]
        if folder not in seen:
            seen.add(folder)
            if name.startswith("en/"):
                both = (("light", ALL), ("dark", ONLY_COLOURS))
                visits.append((name, [(wide, both), (narrow, (("light", ALL),))]))
            else:
                visits.append((name, [(narrow, (("dark", ALL),))]))
            continue
        width, scheme = WIDTHS[number // 4 % 2], SCHEMES[number // 8 % 2]
        look = ((scheme, ALL if number % 3 == 0 else ALL_ELSE),)
        turn = number % 4 == (2 if name.startswith("zh/") else 0)
        if "/toolkit/" not in name:
            visits.append((name, [(width, look if turn else ())]))
        elif number // 2 % 2 == name.startswith("zh/"):
            visits.append((name, [(width, look if turn and number % 10 == 0 else ())]))
    return visits


def test_every_page_is_sound(site: Path) -> None:
    pages = sorted(
        p.relative_to(site).as_posix().removesuffix("index.html")
        for p in site.rglob("*.html")
        if p != site / "index.html"  # leads on at once
    )
    visits = plan(pages)
    by_hand = [name for name in pages if "/toolkit/" not in name]
    assert [name for name, _ in visits if "/toolkit/" not in name] == by_hand
    assert {name[3:] for name, _ in visits} == {name[3:] for name in pages}
    workers = os.cpu_count() or 1
    shares = [visits[i::workers] for i in range(workers)]
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        results = list(pool.map(look_at, [site] * workers, shares))
    wrong = [text for _, texts in results for text in texts]
    assert not wrong, "\n".join(wrong[:60])
    looked = sum(states for states, _ in results)
    assert looked == sum(len(schemes) for _, stays in visits for _, schemes in stays)
    assert looked > len(visits) / 3


def test_the_search_dialog_is_accessible(browser, whole_address: str) -> None:
    for language, words in (("en", "interview"), ("zh", "访谈")):
        context = browser.new_context(reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{whole_address}{language}/")
        page.keyboard.press("f")
        page.locator(".md-search__input").fill(words)
        page.locator(".md-search__input").press("End")
        page.locator(".md-search-result__item").first.wait_for()
        page.evaluate(AXE.read_text("utf-8"))
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert page.locator(".md-search-result__item").first.is_visible()
            assert page.evaluate(RUN, ALL) == [], (language, width, scheme)
        context.close()
