"""The two languages say the same: pages, headings, insertions, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.content.library import texts
from macros.content.page import Page
from macros.content.prose import figures, shown
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import Finding
from macros.kinds import kinds

CODES = {
    "twin-missing": "every page exists in every language",
    "twin-front-matter": "what is not language is equal in both pages",
    "twin-headings": "heading ids and their order are equal",
    "twin-calls": "the same items are inserted in the same order",
    "twin-terms": "the same glossary terms are explained",
    "twin-images": "the same images are shown",
    "twin-figures": "the same figures are in the same section",
    "text-figures": "the same figures are in both texts of a library item",
}
SHARED = ("id", "type", "phase", "audience", "roles", "owner", "minutes", "carries")


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare each page with its twin, and each library text with its other language."""
    first, second = LANGUAGES
    for path in sorted(site.pages[first].keys() | site.pages[second].keys()):
        one, other = (site.pages[language].get(path) for language in LANGUAGES)
        if one and other:
            if not (one.is_broken or other.is_broken):
                yield from _pair(one, other)
        else:
            page = one or site.pages[second][path]
            missing = second if one else first
            yield page.finding(
                1,
                "twin-missing",
                f"no docs/{missing}/{path}",
                "every page in both languages, under the same path",
                f"write docs/{missing}/{path}",
            )
    for path, source in site.library.sources.items():
        for loc, words in texts(source):
            one, other = set(figures(words[first])), set(figures(words[second]))
            if one != other:
                yield Finding(path, source.line(loc), "text-figures", *_figures(one, other))


def _pair(one: Page, other: Page) -> Iterator[Finding]:
    for key in SHARED if one.meta and other.meta else ():
        values = [page.front.data.get(key) for page in (one, other)]
        if values[0] != values[1]:
            yield other.finding(
                other.line_of(key),
                "twin-front-matter",
                f"{key}: {values[1]}",
                f"{key}: {values[0]}, as in {one.source}",
                "make them equal",
            )
    yield from _headings(one, other)
    yield from _calls(one, other)
    images = [[link.target for link in page.links if link.is_image] for page in (one, other)]
    if images[0] != images[1]:
        yield other.finding(
            1,
            "twin-images",
            f"images {', '.join(images[1]) or 'none'}",
            f"{', '.join(images[0]) or 'none'}, as in {one.source}",
            "show the same images in the same order",
        )
    yield from _section_figures(one, other)


def _headings(one: Page, other: Page) -> Iterator[Finding]:
    headings = [[h for h in page.headings if h.level > 1] for page in (one, other)]
    ids = [[h.id for h in found] for found in headings]
    if ids[0] == ids[1] or None in (*ids[0], *ids[1]):
        return  # a heading without an id is told of where it is
    place = next(
        (i for i, pair in enumerate(zip(*ids, strict=False)) if pair[0] != pair[1]),
        min(map(len, ids)),
    )
    found = ids[1][place] if place < len(ids[1]) else "no further heading"
    expected = ids[0][place] if place < len(ids[0]) else "no further heading"
    line = headings[1][min(place, len(ids[1]) - 1)].line if ids[1] else 1
    yield other.finding(
        line,
        "twin-headings",
        f"heading {place + 1}: {found}",
        f"{expected}, as in {one.source}",
        "give both pages the same headings with the same ids, in the same order",
    )


def _calls(one: Page, other: Page) -> Iterator[Finding]:
    if any(call.arguments is None for page in (one, other) for call in page.calls):
        return  # a call that can't be read is told of where it is
    inserted = [
        [(call.name, call.target) for call in page.calls if call.name in kinds()]
        for page in (one, other)
    ]
    if inserted[0] != inserted[1]:
        yield other.finding(
            other.calls[0].line if other.calls else 1,
            "twin-calls",
            _call_list(inserted[1]),
            f"{_call_list(inserted[0])}, as in {one.source}",
            "insert the same pieces in the same order",
        )
    terms = [{call.target for call in p.calls if call.name == "term"} for p in (one, other)]
    if terms[0] != terms[1]:
        only_one, only_other = terms[0] - terms[1], terms[1] - terms[0]
        yield other.finding(
            1,
            "twin-terms",
            f"only here: {', '.join(sorted(map(str, only_other))) or 'none'}",
            f"only in {one.source}: {', '.join(sorted(map(str, only_one))) or 'none'}",
            'explain the same terms with term("…") in both',
        )


def _call_list(calls: list[tuple[str, str]]) -> str:
    return ", ".join(f'{name}("{target}")' for name, target in calls) or "nothing inserted"


def _section_figures(one: Page, other: Page) -> Iterator[Finding]:
    here = {section.heading.id: section for section in other.sections}
    pairs = [(one.preface, other.preface, 1)]
    pairs += [
        (section.text, here[section.heading.id].text, here[section.heading.id].heading.line)
        for section in one.sections
        if section.heading.id in here and not (section.note or here[section.heading.id].note)
    ]
    for one_text, other_text, line in pairs:
        numbers, others = set(figures(one_text)), set(figures(other_text))
        if numbers != others:
            found, expected, remedy = _figures(numbers, others)
            yield other.finding(line, "twin-figures", found, f"{expected} ({one.source})", remedy)


def _figures(one: set[float], other: set[float]) -> tuple[str, str, str]:
    return (
        f"figures only in Chinese: {shown(other - one)}; only in English: {shown(one - other)}",
        "the same figures in both languages",
        "write counts and measures in digits in both, everything else in words in both",
    )
