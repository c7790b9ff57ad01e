"""Macro calls are plain, name what exists, and every item is used."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from difflib import get_close_matches

from macros.content.page import Call, Page
from macros.content.site import Site
from macros.contracts.findings import Finding
from macros.kinds import kinds
from macros.render.views import views

CODES = {
    "page-logic": "a page has macro calls only, no Jinja logic or variables",
    "macro-unknown": "a called macro exists",
    "macro-arguments": "a macro gets the arguments it takes, as plain text",
    "macro-alone": "an item is inserted on a line of its own",
    "item-unknown": "an inserted item exists",
    "item-twice": "an item is inserted once on a page",
    "item-unused": "every library item is inserted by at least one page",
    "term-unknown": "an explained glossary term exists",
}

LOGIC = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#(?![\w-]+\}).*?#\}|\{\{|\{%")
CURLY = re.compile("[“”‘’„«»]")  # what Word makes of quotes
ONE_ID = "1 argument in quotes"  # what an item's macro takes


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Check every macro call of every page, and that no item is left unused."""
    used: set[tuple[str, str]] = set()
    for pages in site.pages.values():
        for page in pages.values():
            yield from _logic(page)
            seen: set[tuple[str, str | None]] = set()
            for call in page.calls:
                key = (call.name, call.target)
                yield from _call(site, page, call)
                if call.name in kinds():
                    if key in seen:
                        yield page.finding(
                            call.line,
                            "item-twice",
                            f"{call.text} a second time",
                            "each item once on a page: its lines have addresses",
                            "link to the first one instead",
                        )
                    seen.add(key)
                    used.add(key)
    for key, entry in site.library.entries.items():
        if key not in used and key not in _find_misspelled(site) and site.is_whole:
            yield Finding(
                entry.source.path,
                entry.source.line(("id",)),
                "item-unused",
                f'no page inserts {key[0]}("{key[1]}")',
                "at least one page that inserts it",
                f'put {{{{ {key[0]}("{key[1]}") }}}} into a page and its twin',
            )


def _find_misspelled(site: Site) -> set[tuple[str, str]]:
    """The items that a call means whose id it misspells: told of there, and not unused."""
    found: set[tuple[str, str]] = set()
    for page in site.all_pages:
        for call in page.calls:
            if call.name in kinds() and (call.name, call.target) not in site.library.entries:
                ids = [item_id for kind, item_id in site.library.entries if kind == call.name]
                found |= {(call.name, near) for near in get_close_matches(call.target, ids, 1)}
    return found


def _logic(page: Page) -> Iterator[Finding]:
    for number, text in page.lines:
        calls = {call.text for call in page.calls if call.line == number}
        for match in LOGIC.finditer(text):
            if match[0] not in calls:
                yield page.finding(
                    number,
                    "page-logic",
                    f"'{match[0]}'",
                    'only macro calls such as {{ checklist("first-visit") }}',
                    "take the logic out; text about braces goes between backticks",
                )


def _call(site: Site, page: Page, call: Call) -> Iterator[Finding]:
    known = [*kinds(), *views()]
    if call.name not in known:
        close = get_close_matches(call.name, known, 1)
        yield page.finding(
            call.line,
            "macro-unknown",
            f"macro '{call.name}'",
            f"one of {', '.join(known)}",
            f"did you mean '{close[0]}'?" if close else "correct the name",
        )
        return
    view = views().get(call.name)
    least, most = (view.least, view.most) if view else (1, 1)
    arguments = call.arguments
    if (
        arguments is None
        or not least <= len(arguments) <= most
        or not all(isinstance(argument, str) for argument in arguments)
    ):
        yield page.finding(
            call.line,
            "macro-arguments",
            call.text,
            f"{call.name}() with {view.arguments() if view else ONE_ID}",
            "write straight quotes" if CURLY.search(call.text) else "correct the arguments",
        )
    elif call.name in kinds():
        yield from _item(site, page, call)
    elif (
        call.name == "term"
        and call.target not in site.library.terms
        and site.library.is_readable("glossary.yml")
    ):
        yield _unknown(page, call, "term-unknown", list(site.library.terms), "glossary.yml")


def _item(site: Site, page: Page, call: Call) -> Iterator[Finding]:
    folder = kinds()[call.name].folder
    ids = [item_id for kind, item_id in site.library.entries if kind == call.name]
    unreadable = f"toolkit/{folder}/{call.target}.md" in site.library.unreadable
    if call.target not in ids and not unreadable:
        yield _unknown(page, call, "item-unknown", ids, f"{folder}/")
    line = dict(page.lines)[call.line]
    if line.strip() != call.text:
        yield page.finding(
            call.line,
            "macro-alone",
            f"'{line.strip()[:60]}'",
            "the call alone on its line, without a list marker or text beside it",
            "put it on a line of its own with an empty line above and below",
        )


def _unknown(page: Page, call: Call, code: str, ids: list[str], place: str) -> Finding:
    close = get_close_matches(call.target, ids, 1)
    return page.finding(
        call.line,
        code,
        ast.unparse(ast.parse(call.text.strip("{} "))),
        f"an id from docs/library/{place}",
        f"did you mean '{close[0]}'?" if close else "correct the id, or add what it names",
    )
