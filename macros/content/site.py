"""The whole content, parsed: what checks look at and builds are made from."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.content.config import Config, load_config
from macros.content.library import Library, load_library
from macros.content.page import Page, parse_page
from macros.content.text import read_text
from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import Finding
from macros.contracts.page_types import read_page_types


@dataclass
class Site:
    """Pages by language and path, the library, the navigation, and what could not be read."""

    root: Path
    pages: dict[str, dict[str, Page]]
    library: Library
    config: Config = field(default_factory=Config)
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_pages(self) -> Iterator[Page]:
        """Every page of every language."""
        return itertools.chain.from_iterable(pages.values() for pages in self.pages.values())

    @property
    def is_whole(self) -> bool:
        """Whether every page could be read: what none of them names is then named nowhere."""
        return not any(page.is_broken for page in self.all_pages)

    def titles(self, language: str) -> dict[str, str]:
        """Page titles by path; a page without readable front matter goes by its path."""
        return {
            path: page.meta.title if page.meta else path
            for path, page in self.pages[language].items()
        }


def load_site(root: Path) -> Site:
    """Read everything under `root`. Never raises on bad content: see `Site.findings`."""
    config = load_config(root)
    library = load_library(root)
    _, of_contracts = read_page_types()
    findings = [*of_contracts, *config.findings, *library.findings]
    settings = json.dumps(config.extensions)
    pages: dict[str, dict[str, Page]] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        home = root / "docs" / language
        for file in sorted(home.rglob("*.md")):
            path = file.relative_to(home).as_posix()
            source = file.relative_to(root).as_posix()
            text, problems = read_text(file, source)
            findings += problems
            page, problems = parse_page(language, path, source, text, settings, bool(problems))
            pages[language][path] = page
            findings += problems
    return Site(root, pages, library, config, findings)
