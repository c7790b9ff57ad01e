"""The whole content, parsed: what checks look at and builds are made from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.content.library import Library, load_library
from macros.content.page import Page, parse_page
from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import Finding

CONFIG = "mkdocs.yml"
CLIENT_URL = "PLAYBOOK_CLIENT_URL"  # stands for extra.client_url of mkdocs.yml


@dataclass
class Site:
    """Pages by language and path, the library, the navigation, and what could not be read."""

    root: Path
    pages: dict[str, dict[str, Page]]
    library: Library
    nav: list = field(default_factory=list)
    edition: str = "internal"  # or client: what macros/edition/tree.py makes
    client_url: str = ""  # the public address of the client edition, where it has one
    findings: list[Finding] = field(default_factory=list)

    def titles(self, language: str) -> dict[str, str]:
        """Page titles by path; a page without readable front matter goes by its path."""
        return {
            path: page.meta.title if page.meta else path
            for path, page in self.pages[language].items()
        }


def load_site(root: Path) -> Site:
    """Read everything under `root`. Never raises on bad content: see `Site.findings`."""
    library = load_library(root)
    findings = list(library.findings)
    pages: dict[str, dict[str, Page]] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        home = root / "docs" / language
        for file in sorted(home.rglob("*.md")):
            path = file.relative_to(home).as_posix()
            source = file.relative_to(root).as_posix()
            page, problems = parse_page(language, path, source, file.read_text("utf-8"))
            pages[language][path] = page
            findings += problems
    config = _config(root)
    extra = config.get("extra", {})
    return Site(
        root,
        pages,
        library,
        config.get("nav", []),
        extra.get("edition", Site.edition),
        os.environ.get(CLIENT_URL) or extra.get("client_url") or "",
        findings,
    )


def _config(root: Path) -> dict:
    class Loader(yaml.SafeLoader):
        """mkdocs.yml has tags of its own (!ENV, !!python/name); the navigation has none."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    path = root / CONFIG
    return (yaml.load(path.read_text("utf-8"), Loader) or {}) if path.exists() else {}


def nav_paths(nav: list) -> list[str]:
    """The pages of a navigation, in order."""
    found: list[str] = []
    for entry in nav:
        if isinstance(entry, str):
            found.append(entry)
        else:
            for children in entry.values():
                found += nav_paths(children) if isinstance(children, list) else [children]
    return found
