"""One word for one idea: the glossary holds, and its avoided words stay out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from macros.content.library import LIBRARY, texts
from macros.content.page import Page
from macros.content.prose import plain
from macros.content.site import Site
from macros.contracts.findings import Finding

CODES = {
    "word-avoided": "no text uses a word that the glossary says to avoid",
    "glossary-see": "related terms exist",
    "glossary-clash": "an avoided word is not itself a term or an accepted word",
    "glossary-repeated": "a term names one idea",
}
GLOSSARY = f"{LIBRARY}/glossary.yml"


def check(site: Site, today: dt.date) -> Iterator[Finding]:
    """Check the glossary itself, then every page and library text against it."""
    yield from _glossary(site)
    patterns = {language: _pattern(site, language) for language in site.pages}
    for language, pages in site.pages.items():
        for page in pages.values():
            allowed = set(page.meta.quotes) if page.meta else set()
            for number, line in [(n, t) for n, t in page.lines] + _front_lines(page):
                yield from _find_avoided(
                    site, language, patterns[language], allowed, plain(line), page.source, number
                )
    for entry in site.library.entries.values():
        allowed = set(entry.item.quotes)
        for loc, words in texts(entry.source):
            line = entry.source.line(loc)
            for language, text in words.items():
                yield from _find_avoided(
                    site, language, patterns[language], allowed, text, entry.source.path, line
                )


def _front_lines(page: Page) -> list[tuple[int, str]]:
    data = page.front.data if isinstance(page.front.data, dict) else {}
    return [(page.line_of(k), str(data[k])) for k in ("title", "summary") if k in data]


def _pattern(site: Site, language: str) -> re.Pattern[str] | None:
    terms = site.library.terms.values()
    # A word that is a term as well is told of in the glossary.
    accepted = {w.lower() for term in terms for w in (term.term[language], *term.aliases[language])}
    words = [w for term in terms for w in term.avoid[language] if w.lower() not in accepted]
    if not words:
        return None
    # Longest first, so that the message names the whole word.
    union = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    # English words are whole words, in singular or plural.
    pattern = rf"(?<!\w)({union})(?:s|es)?(?!\w)" if language == "en" else f"({union})"
    return re.compile(pattern, re.IGNORECASE)


def _find_avoided(
    site: Site,
    language: str,
    pattern: re.Pattern[str] | None,
    allowed: set[str],
    text: str,
    path: str,
    line: int,
) -> Iterator[Finding]:
    for match in pattern.finditer(text) if pattern else ():
        word = match[1].lower()
        if word in {quoted.lower() for quoted in allowed}:
            continue
        term = next(
            t for t in site.library.terms.values() if word in [w.lower() for w in t.avoid[language]]
        )
        yield Finding(
            path,
            line,
            "word-avoided",
            f"'{match[0]}'",
            f"'{term.term[language]}', the glossary's word (term {term.id})",
            f'use the glossary\'s word; where a speaker says it, add it to quotes: ["{word}"]',
        )


def _glossary(site: Site) -> Iterator[Finding]:
    terms = list(site.library.terms.values())
    if GLOSSARY not in site.library.sources:
        return
    source = site.library.sources[GLOSSARY]
    for index, term in enumerate(terms):
        for other in term.see:
            if other not in site.library.terms:
                yield Finding(
                    GLOSSARY,
                    source.line((index, "see")),
                    "glossary-see",
                    f"see: {other}",
                    "the id of a term",
                    "correct or remove it",
                )
    for language in site.pages:
        owner: dict[str, str] = {}
        for index, term in enumerate(terms):
            for word in {w.lower() for w in [term.term[language], *term.aliases[language]]}:
                if word in owner:
                    yield Finding(
                        GLOSSARY,
                        source.line((index, "id")),
                        "glossary-repeated",
                        f"'{word}' names {owner[word]} and {term.id}",
                        "one idea for a word",
                        "keep it with one of them",
                    )
                owner.setdefault(word, term.id)
        for index, term in enumerate(terms):
            for word in term.avoid[language]:
                if word.lower() in owner:
                    yield Finding(
                        GLOSSARY,
                        source.line((index, "avoid")),
                        "glossary-clash",
                        f"'{word}' is to be avoided but names {owner[word.lower()]}",
                        "a word is either accepted or avoided",
                        "take it out of one of the two",
                    )
