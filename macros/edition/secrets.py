"""What is internal, and how it is recognised where it should not be.

Internal addresses and file names, titles, pictures and other files of internal pages, and any
run of words (8 in English, 16 characters in Chinese) that no source for clients has.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.content.library import LABELS, LIBRARY
from macros.content.library import texts as bilingual
from macros.content.page import Page
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES
from macros.edition.texts import READABLE, texts
from macros.edition.tree import linked_files, named_roles

WORDS, CHARACTERS = 8, 16  # how long a run must be to be nobody's by chance
TITLE_WORDS, TITLE_CHARACTERS = 3, 5  # a shorter title may be an ordinary word
# What is in a source but never in what is made from it: link targets, heading ids, macro
# calls, lists of ids.
MARKS = re.compile(r"\]\([^)]*\)|\{#[^}]*\}|\{\{.*?\}\}|^ *\w+: \[[a-z0-9, -]*\]$", re.M)
TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?|[\u3400-\u9fff]")
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")
FILE_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:en|zh|both)\.[a-z]+")
ZERO_WIDTH = "\u200b"

Run = tuple[str, ...]


@dataclass(frozen=True)
class Secret:
    """Something that must not be found."""

    words: str
    source: str  # where it is in the project, with a line where that is known
    is_name: bool  # an address, a file's name or a title, and no run of words


@dataclass
class Secrets:
    """What must not be found, and where each comes from."""

    runs: dict[Run, str] = field(default_factory=dict)  # of words, and titles
    titles: set[Run] = field(default_factory=set)  # those of the runs that are titles
    sizes: dict[str, set[int]] = field(default_factory=dict)  # of the runs, by their first word
    addresses: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # ids, as file names begin
    files: dict[str, str] = field(default_factory=dict)  # names of files beside internal pages
    digests: dict[str, str] = field(default_factory=dict)  # what is in those files

    def in_text(self, text: str) -> Iterator[Secret]:
        """What is found in a text."""
        lower = text.lower()
        for match in ADDRESS.finditer(lower):
            parts = match[0].split("/")
            for start, end in itertools.combinations(range(len(parts) + 1), 2):
                address = "/".join(parts[start:end])
                if address in self.addresses:
                    yield Secret(address, self.addresses[address], is_name=True)
        for match in FILE_NAME.finditer(lower):
            if match[1] in self.names:
                yield Secret(match[0], self.names[match[1]], is_name=True)
        for name, source in self.files.items():
            if name in lower:
                yield Secret(name, source, is_name=True)
        tokens = [token for token, _ in _tokens(text)]
        for start, token in enumerate(tokens):
            for size in self.sizes.get(token, ()):
                run = tuple(tokens[start : start + size])
                if run in self.runs:
                    yield Secret(_join(run), self.runs[run], is_name=run in self.titles)

    def add(self, run: Run, source: str) -> None:
        """Take up a run of words, the first source that has it."""
        self.runs.setdefault(run, source)
        self.sizes.setdefault(run[0], set()).add(len(run))


def secrets_of(site: Site) -> Secrets:
    """Everything internal in `site`, which holds both editions."""
    secrets = Secrets()
    clients = _sources(site, "client").values()
    shared = {run for text in (*clients, *_as_read(site)) for run, _ in _runs(text)}
    for path, text in _sources(site, "internal").items():
        for run, line in _runs(text):
            if run not in shared:
                secrets.add(run, f"{path}:{line}")
    open_text = " ".join(_shown_words(clients))
    for title, source in _titles(site):
        run = tuple(token for token, _ in _tokens(title))
        least = TITLE_CHARACTERS if run and _is_character(run[0]) else TITLE_WORDS
        if len(run) >= least and _join(run) not in open_text:
            secrets.titles.add(run)
            secrets.add(run, source)
    for page in _internal_pages(site):
        if "/" in page.path:
            secrets.addresses[page.path.removesuffix(".md")] = page.source
    for entry in site.library.entries.values():
        if entry.item.audience != "client":
            for address in (f"{entry.kind.command}/{entry.item.id}", entry.url.rstrip("/")):
                secrets.addresses[address] = entry.source.path
            secrets.names[entry.item.id] = entry.source.path
    shown = [site.root / path for path in linked_files(site)]
    shown_names = {path.name.lower() for path in shown}
    shown_contents = {digest(path.read_bytes()) for path in shown}
    for path, content in _internal_files(site).items():
        if (key := digest(content)) not in shown_contents:
            secrets.digests[key] = path
        if (name := Path(path).name.lower()) not in shown_names:
            secrets.files[name] = path
    return secrets


def digest(content: bytes) -> str:
    """A file by what is in it."""
    return hashlib.sha256(content).hexdigest()


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Words in lower case and Chinese characters, each with its line."""
    plain = text.replace(ZERO_WIDTH, "").lower()
    line, at = 1, 0
    for match in TOKEN.finditer(plain):
        line += plain.count("\n", at, match.start())
        at = match.start()
        yield match[0], line


def _is_character(token: str) -> bool:
    return token >= "\u3400"


def _runs(text: str) -> Iterator[tuple[Run, int]]:
    """Each run long enough to mean something: all words, or all characters, with its line."""
    tokens = list(_tokens(MARKS.sub(" ", text)))
    for chinese, stretch in itertools.groupby(tokens, lambda pair: _is_character(pair[0])):
        found = list(stretch)
        size = CHARACTERS if chinese else WORDS
        for start in range(len(found) - size + 1):
            part = found[start : start + size]
            yield tuple(token for token, _ in part), part[0][1]


def _join(run: Run) -> str:
    return ("" if _is_character(run[0]) else " ").join(run)


def _internal_files(site: Site) -> dict[str, bytes]:
    """Pictures and other files beside the pages that no page for clients links to."""
    shown = linked_files(site)
    paths = (p for name in LANGUAGES for p in sorted((site.root / "docs" / name).rglob("*")))
    named = {p.relative_to(site.root).as_posix(): p for p in paths if p.is_file()}
    return {
        name: path.read_bytes()
        for name, path in named.items()
        if path.suffix != ".md" and name not in shown
    }


def _internal_pages(site: Site) -> list[Page]:
    pages = itertools.chain.from_iterable(site.pages[name].values() for name in LANGUAGES)
    return [page for page in pages if page.meta and page.meta.audience != "client"]


def _titles(site: Site) -> Iterator[tuple[str, str]]:
    for page in _internal_pages(site):
        yield page.front_matter.title, page.source
    for entry in site.library.entries.values():
        if entry.item.audience != "client":
            for language in LANGUAGES:
                yield entry.item.title[language], entry.source.path


def _as_read(site: Site) -> Iterator[str]:
    """What clients read in one language, as it follows on each other in a file or a list."""
    for language in LANGUAGES:
        yield "\n".join(role.name[language] for role in named_roles(site))
    for entry in site.library.entries.values():
        if entry.item.audience == "client":
            said = [text for _, text in bilingual(entry.source)]
            yield from ("\n".join(text[language] for text in said) for language in LANGUAGES)


def _shown_words(clients: Iterable[str]) -> Iterator[str]:
    """What clients read anyway, from the texts of their sources, as titles are compared."""
    for text in clients:
        tokens = [token for token, _ in _tokens(text)]
        yield " ".join(tokens)
        yield "".join(tokens)


def _sources(site: Site, audience: str) -> dict[str, str]:
    """The sources of one audience: a name to report, and the text."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for page in site.pages[language].values():
            if page.meta and page.meta.audience == audience:
                found[page.source] = page.text
    for entry in site.library.entries.values():
        if entry.item.audience == audience:
            found[entry.source.path] = entry.source.text
    for term in site.library.terms.values():
        if term.audience == audience:
            words = [*term.term.model_dump().values(), *term.definition.model_dump().values()]
            found[f"{LIBRARY}/glossary.yml, term {term.id}"] = "\n".join(words)
    if audience == "internal":
        for path, content in _internal_files(site).items():
            if path.endswith(READABLE):
                # Not what is in attributes: drawings begin with the same ones.
                read = (text for place, text in texts(path, content) if "attributes" not in place)
                found[path] = "\n".join(read)
    shared = (LABELS,) if audience == "client" else ("guide.yml", "method.yml", "roles.yml")
    for source in site.library.sources.values():
        if source.path.endswith(tuple(f"/{name}" for name in shared)):
            found[source.path] = source.text
    return found
