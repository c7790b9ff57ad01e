"""Searches a finished client edition for anything that is only in internal sources.

Each file is opened as far as it can be: pages, the search index, archives, Office files with
their properties, PDF. What is looked for: see internal.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.content.site import Site
from macros.edition.secrets import Secret, Secrets, digest, secrets_of
from macros.edition.texts import members, own_texts, within


@dataclass(frozen=True, order=True)
class Leak:
    """Something internal in a file that goes to clients."""

    file: str
    place: str  # what part of the file
    found: str
    source: str  # where it is in the project, with a line where that is known
    is_name: bool = False  # an address, a file's name or a title, and no run of words

    def __str__(self) -> str:
        return f"{self.file} ({self.place}): {self.found!r}, which is internal: {self.source}"


def leaks(site: Site, built: Path) -> list[Leak]:
    """Everything internal in the client edition under `built`, made from `site`."""
    secrets = secrets_of(site)
    found: set[Leak] = set()
    seen: Seen = {}
    for path in sorted(p for p in built.rglob("*") if p.is_file()):
        name = path.relative_to(built).as_posix()
        content = path.read_bytes()
        for place, one in _search(name, content, secrets, seen):
            found.add(Leak(name, place, one.words, one.source, one.is_name))
        for one in secrets.in_text(name):
            found.add(Leak(name, "its name", one.words, one.source, one.is_name))
        if source := secrets.digests.get(digest(content)):
            found.add(Leak(name, "the whole file", name, source, is_name=True))
    # A sentence is one leak, though many runs of words lie in it: of those from one line the
    # first is enough.
    firsts = {
        (leak.file, leak.place, leak.source, leak.found if leak.is_name else ""): leak
        for leak in sorted(found, reverse=True)
    }
    return sorted(firsts.values())


Found = list[tuple[str, Secret]]  # each with the part of the file where it is
# What is found in a content of a kind, so that a file that lies in archives too is read once.
Seen = dict[tuple[str, str], Found]


def _search(name: str, content: bytes, secrets: Secrets, seen: Seen) -> Found:
    """What is found in a file, and in what is packed in it."""
    key = (digest(content), Path(name).suffix)
    if key not in seen:
        found = [
            (place, one)
            for place, text in own_texts(name, content)
            for one in secrets.in_text(text)
        ]
        for member, inside in members(name, content):
            found += [(f"{member}, its name", one) for one in secrets.in_text(member)]
            packed = _search(member, inside, secrets, seen)
            found += [(within(member, place), one) for place, one in packed]
        seen[key] = found
    return seen[key]
