"""Every page has the sections its type requires, and they say something."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from macros.content.page import Heading, Page, Section
from macros.content.prose import amount
from macros.content.site import Site
from macros.contracts.findings import Finding
from macros.contracts.page_types import UNITS, PageType, SectionRule, page_types
from macros.kinds import kinds

CODES = {
    "page-type-unknown": "a page's type is one of page_types.yml",
    "section-missing": "a page has each section its type requires",
    "section-extra": "a page has no section its type doesn't have",
    "section-order": "sections are in the order of the contract",
    "section-title": "a section has the title of the contract",
    "section-empty": "a section says something",
    "section-unwritten": "no section is left to be written",
    "section-thin": "a section has at least the prose its contract asks for",
    "section-insert": "a section inserts an item of the kinds its contract asks for",
    "heading-id-missing": "every heading carries an explicit id",
    "heading-id-repeated": "a heading id is used once on its page, and by no inserted item",
    "heading-level": "headings go from level 2 down without a gap; level 1 is the page's title",
}


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Hold each page to its contract."""
    for pages in site.pages.values():
        for page in pages.values():
            if page.is_broken:
                continue
            yield from _headings(page)
            if page.type is None:
                continue
            page_type = page_types().get(page.type)
            if page_type is None and not page_types():
                continue  # the contracts themselves are wrong
            if page_type is None:
                yield page.finding(
                    page.line_of("type"),
                    "page-type-unknown",
                    f"type '{page.type}'",
                    f"one of {', '.join(page_types())}",
                    "correct the type",
                )
            else:
                yield from _sections(page, page_type)


def _headings(page: Page) -> Iterator[Finding]:
    seen: set[str] = set()
    # An inserted item is on the page under its own id.
    inserted = {call.target for call in page.calls if call.name in kinds()}
    previous = 1
    for heading in page.headings:
        if heading.level == 1:
            yield page.finding(
                heading.line,
                "heading-level",
                f"a level-1 heading '{heading.title}'",
                "the title in the front matter only",
                "delete the line",
            )
            continue
        if heading.level > previous + 1:
            yield page.finding(
                heading.line,
                "heading-level",
                f"level {heading.level} below level {previous}",
                f"level {previous + 1} at most",
                "take away a #",
            )
        previous = heading.level
        if heading.id is None:
            known = _section_id(page, heading)
            yield page.finding(
                heading.line,
                "heading-id-missing",
                f"'{heading.title}' without an id",
                "an explicit id, the same in both languages",
                f"add {{#{known or 'its-id'}}} at the end of the line",
            )
        elif heading.id in seen or heading.id in inserted:
            yield page.finding(
                heading.line,
                "heading-id-repeated",
                f"id '{heading.id}' a second time",
                "each heading id once on a page, and none of an inserted item",
                "give one of the two another id, in both languages",
            )
        seen.add(heading.id or "")


def _section_id(page: Page, heading: Heading) -> str | None:
    """The id that a heading should have, if its title is one of the page type's sections."""
    page_type = page_types().get(page.type or "")
    rules = page_type.sections if page_type else []
    return next((rule.id for rule in rules if rule.title[page.language] == heading.title), None)


def _sections(page: Page, page_type: PageType) -> Iterator[Finding]:
    rules = {rule.id: rule for rule in page_type.sections}
    present = {section.heading.id: section for section in reversed(page.sections)}
    unnamed = {heading.title for heading in page.headings if heading.id is None}
    last = max((number for number, text in page.lines if text.strip()), default=1)
    for rule in rules.values():
        title = rule.title[page.language]
        # A section whose heading lacks its id is told of there.
        if rule.id not in present and not rule.optional and title not in unnamed:
            yield page.finding(
                last,
                "section-missing",
                f"no section '{rule.id}'",
                f"## {title} {{#{rule.id}}}, as for every page of type {page.type}",
                "add the section, in the contract's order",
            )
    for section in page.sections:
        rule = rules.get(section.heading.id or "")
        if rule is None:
            if not page_type.open and section.heading.id is not None:
                close = get_close_matches(section.heading.id, rules, 1)
                yield page.finding(
                    section.heading.line,
                    "section-extra",
                    f"section '{section.heading.id}'",
                    f"only the sections of type {page.type}: {', '.join(rules)}",
                    f"did you mean '{close[0]}'?" if close else "make it a level-3 heading",
                )
        else:
            yield from _title(page, section, rule)
        yield from _contents(page, section, rule)
    yield from _order(page, rules)


def _order(page: Page, rules: dict[str, SectionRule]) -> Iterator[Finding]:
    found = [section for section in page.sections if section.heading.id in rules]
    present = Counter(section.heading.id for section in found)
    expected = [rule_id for rule_id in rules for _ in range(present[rule_id])]
    for section, rule_id in zip(found, expected, strict=True):
        if section.heading.id != rule_id:
            yield page.finding(
                section.heading.line,
                "section-order",
                f"'{section.heading.id}' here",
                f"'{rule_id}' here; the order is {', '.join(dict.fromkeys(expected))}",
                "move the section",
            )
            return


def _title(page: Page, section: Section, rule: SectionRule) -> Iterator[Finding]:
    title = rule.title[page.language]
    if section.heading.title != title:
        yield page.finding(
            section.heading.line,
            "section-title",
            f"'{section.heading.title}'",
            f"'{title}', the title in page_types.yml",
            "use the contract's title",
        )


def _contents(page: Page, section: Section, rule: SectionRule | None) -> Iterator[Finding]:
    """What a section holds. Of an unwritten one only that: it says all that is asked of it."""
    asked = rule.asks(page.language) if rule else "text under every heading"
    if section.note:
        yield page.finding(
            section.note,
            "section-unwritten",
            f"'{section.heading.title}' is still to be written",
            asked,
            "write it in the place of the note",
        )
    elif section.text.strip() == "":
        yield page.finding(
            section.heading.line,
            "section-empty",
            f"nothing under '{section.heading.title}'",
            asked,
            "write the section or, where it may be left out, delete its heading",
        )
    elif rule:
        yield from _enough(page, section, rule)


def _enough(page: Page, section: Section, rule: SectionRule) -> Iterator[Finding]:
    size, least = amount(section.text, page.language), rule.least[page.language]
    if size < least:
        yield page.finding(
            section.heading.line,
            "section-thin",
            f"{size} {UNITS[page.language]} under '{section.heading.title}'",
            f"at least {least} {UNITS[page.language]}, macro calls not counted",
            "say more: what to do, why, and how one sees that it worked",
        )
    inserted = {call.name for call in section.calls}
    if rule.inserts and not inserted.intersection(rule.inserts):
        yield page.finding(
            section.heading.line,
            "section-insert",
            f"'{section.heading.title}' inserts none",
            f"at least one {rule.insertions()}",
            "insert one, on a line of its own",
        )
