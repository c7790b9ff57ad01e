"""The client edition: a project of its own that holds only what clients may see.

What isn't marked for clients is not left out of the finished site but never enters the tree
it is built from: pages, library items, terms and navigation are copied one by one, and
nothing is copied by default.
"""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.content.addresses import CLIENT_HOME, HOME
from macros.content.config import CONFIG, CONFIGS, with_nav
from macros.content.library import LIBRARY, OURS, Entry
from macros.content.page import Page
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES, Text
from macros.contracts.vocabulary import Role

PREFIX = "client-"  # the label client-home stands for the label home in the client edition


def client_tree(site: Site, target: Path) -> Path:
    """Write the client edition's project into the empty folder `target`; returns it.

    The folder can be loaded and built like the project itself.
    """
    shutil.copytree(site.root / "overrides", target / "overrides")
    for language in LANGUAGES:
        for page in _pages(site, language):
            _write(target, f"docs/{language}/{_path(page)}", page.text)
    for path in linked_files(site):
        _write(target, path, (site.root / path).read_bytes())
    for entry in _entries(site):
        _write(target, entry.source.path, entry.source.text)
    if (ours := site.root / LIBRARY / OURS).exists():
        _write(target, f"{LIBRARY}/{OURS}", ours.read_bytes())
    for name, data in _data(site).items():
        _write(target, f"{LIBRARY}/{name}", yaml.safe_dump(data, allow_unicode=True))
    for name in CONFIGS.values():
        text = (site.root / name).read_text("utf-8")
        if name == CONFIG:
            text = with_nav(text, site.config, _nav(site, site.config.nav))
        _write(target, name, text)
    return target


def _pages(site: Site, language: str) -> list[Page]:
    pages = site.pages[language].values()
    return [page for page in pages if page.meta and page.meta.audience == "client"]


def _path(page: Page) -> str:
    return HOME if page.path == CLIENT_HOME else page.path


def _entries(site: Site) -> list[Entry]:
    return [entry for entry in site.library.entries.values() if entry.item.audience == "client"]


def linked_files(site: Site) -> set[str]:
    """Pictures and other files that clients' pages link to, as paths in the project."""
    paths = {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.source), link.target))
        for language in LANGUAGES
        for page in _pages(site, language)
        for link in page.links
    }
    return {p for p in paths if not p.endswith(".md") and (site.root / p).is_file()}


def named_roles(site: Site) -> list[Role]:
    """The roles that something for clients names: who reads it, keeps it, learns or teaches."""
    named: set[str] = set()
    stack: list[object] = [
        *(
            page.front_matter.model_dump()
            for language in LANGUAGES
            for page in _pages(site, language)
        ),
        *(entry.item.model_dump() for entry in _entries(site)),
    ]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            named.add(value)
        elif isinstance(value, dict | list | tuple):
            stack.extend(value.values() if isinstance(value, dict) else value)
    return [role for role in site.library.roles.values() if role.id in named]


def _data(site: Site) -> dict[str, object]:
    """The library's shared files, with what is ours taken out."""
    library = site.library
    both = Text.model_dump
    labels = {key: both(text) for key, text in library.labels.items()}
    for key in [key for key in labels if key.startswith(PREFIX)]:
        labels[key.removeprefix(PREFIX)] = labels.pop(key)
    phases = [
        {
            "id": phase.id,
            "title": both(phase.title),
            "tab": both(phase.tab),
            "task": both(phase.title),
        }
        for phase in library.guide.phases
    ]
    terms = [
        term.model_dump(exclude_none=True, exclude={"see"})
        for term in library.terms.values()
        if term.audience == "client"
    ]
    # What a role does in a project is told to consultants only; clients see its name.
    roles = [role.model_dump() | {"description": both(role.name)} for role in named_roles(site)]
    return {
        "labels.yml": labels,
        "roles.yml": roles,
        "guide.yml": {"phases": phases, "roles": []},
        "glossary.yml": terms,
        "method.yml": [],
        "wording.yml": {"verbs": [], "vague": {}, "leading": {}},
    }


def _nav(site: Site, entries: list[Any]) -> list[Any]:
    kept = {page.path for page in _pages(site, LANGUAGES[0])} - {CLIENT_HOME}
    kept |= {HOME, "toolkit/index.md"}
    result: list[Any] = []
    for entry in entries:
        if isinstance(entry, str):
            if entry in kept:
                result.append(entry)
        else:
            for folder, children in entry.items():
                if inside := _nav(site, children):
                    result.append({folder: inside})
    return result


def _write(target: Path, name: str, content: str | bytes) -> None:
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
