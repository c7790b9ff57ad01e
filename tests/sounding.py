"""Visits to every page: accessible in every state, under the strict policy, without complaint."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from macros.contracts.fields import LANGUAGES
from tests.axe import violations
from tests.browsing import Watched

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
# Where both schemes are looked at, only colours differ in the second. Colours hang on the style
# sheet: pages that differ in their words alone are looked at for all else.
ALL, ONLY_COLOURS = {}, {"runOnly": COLOURS}
ALL_ELSE = {"rules": {rule: {"enabled": False} for rule in COLOURS}}

# What a page is looked at in: a width, the colour schemes, and what for in each.
State = tuple[int, tuple[tuple[str, dict], ...]]


def look_at(browser: Browser, address: str, visits: list[tuple[str, list[State]]]) -> list[str]:
    """Visit pages of the site at `address` in their states; returns all that is wrong."""
    wrong: list[str] = []
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
            for scheme, options in schemes:
                page.emulate_media(color_scheme=scheme)
                found = violations(page, **options)
                wrong += [f"{name} {width} {scheme}: {text}" for text in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{name} {width}: wider than the screen")
            wrong += [f"{name} {width}: asks {url}" for url in watched.foreign]
    for context in contexts.values():
        context.close()
    return wrong


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


def visits_of(site: Path, language: str) -> list[tuple[str, list[State]]]:
    """The visits to the pages of one language; the pages above the languages go with the first."""
    pages = sorted(
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if path != site / "index.html"  # leads on at once
    )
    visits = plan(pages)
    by_hand = [name for name in pages if "/toolkit/" not in name]
    assert [name for name, _ in visits if "/toolkit/" not in name] == by_hand
    assert {name[3:] for name, _ in visits} == {name[3:] for name in pages}
    first = language == LANGUAGES[0]
    return [
        visit
        for visit in visits
        if visit[0].startswith(f"{language}/") or (first and not visit[0].startswith("zh/"))
    ]
