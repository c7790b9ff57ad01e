"""The library says a thing once: no line and no item is nearly another."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from macros.content.library import Entry
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import Finding
from macros.kinds import kinds

CODES = {
    "line-nearly-same": "two lines say the same in the same words, or different things",
    "item-nearly-same": "two items of a kind don't share most of their lines",
}
# Shares of words (in Chinese: of pairs of characters) that two lines have in common. Found by
# looking at all lines of the library: above it stood slips, below it different acts.
NEARLY = 0.8
FEWEST = 6  # that many lines in common make an item a copy, if they are half of it

Words = frozenset[str]
Line = tuple[Entry, str, dict[str, Words]]  # item, line id, words by language


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Compare all lines of the items of each kind with one another."""
    for kind in kinds():
        lines = [
            (entry, line_id, {lang: words(text[lang], lang) for lang in LANGUAGES})
            for entry in site.library.of_kind(kind)
            for line_id, text in entry.item.said()
        ]
        for language in LANGUAGES:
            yield from _lines(lines, language)
        yield from _items(lines)


def words(text: str, language: str) -> Words:
    """What a text is compared by: its words, or in Chinese its pairs of characters."""
    if language == "en":
        return frozenset(re.findall(r"[a-z0-9']+", text.lower()))
    signs = re.sub(r"\W", "", text)
    return frozenset(a + b for a, b in itertools.pairwise(signs))


def alike(one: Words, other: Words) -> float:
    """The share of words two texts have in common, from 0 to 1 (Jaccard index)."""
    common = len(one & other)
    return common / (len(one) + len(other) - common or 1)


def _lines(lines: list[Line], language: str) -> Iterator[Finding]:
    # Shortest first: a line is compared only with those not too long to be alike.
    ordered = sorted(lines, key=lambda line: len(line[2][language]))
    for index, (first, first_id, its) in enumerate(ordered):
        one = its[language]
        for second, second_id, others in itertools.islice(ordered, index + 1, None):
            other = others[language]
            if len(one) < NEARLY * len(other):
                break
            if one != other and alike(one, other) > NEARLY:
                here, there = sorted(
                    [(second, second_id), (first, first_id)], key=lambda x: (x[0].item.id, x[1])
                )
                yield Finding(
                    here[0].source.path,
                    here[0].source.line_of_id(here[1]),
                    "line-nearly-same",
                    f"line {here[1]} is nearly ({language}) line {there[1]} of "
                    f"{there[0].source.path}",
                    "the same words for the same thing",
                    "word both alike, or say in both what differs",
                )


def _items(lines: list[Line]) -> Iterator[Finding]:
    grouped = itertools.groupby(lines, key=lambda line: line[0].item.id)
    said = {item_id: [(e, words["en"]) for e, _, words in group] for item_id, group in grouped}
    for one, other in itertools.combinations(said, 2):
        first, second = ({line for _, line in said[name]} for name in (one, other))
        common = len(first & second)
        if common >= FEWEST and common * 2 > min(len(first), len(second)):
            yield Finding(
                said[one][0][0].source.path,
                said[one][0][0].source.line(("id",)),
                "item-nearly-same",
                f"{common} of {len(first)} lines are in {said[other][0][0].source.path} too",
                "each thing said once in the library",
                "merge the two, or take out of one what the other says",
            )
