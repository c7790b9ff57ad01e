"""Searches a finished client edition for anything that is only in internal sources.

Each file is opened as far as it can be: pages, the search index, archives, Office files with
their properties, PDF. What is looked for: see internal.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from macros.content.site import Site
from macros.edition.secrets import Secrets, digest, secrets_of
from macros.edition.texts import members, own_texts, within


@dataclass(frozen=True, order=True)
class Leak:
    """Something internal in a file that goes to clients."""

    file: str
    place: str  # what part of the file
    found: str
    source: str  # where it is in the project, with a line where that is known

    @property
    def is_name(self) -> bool:
        """Whether an address or a title was found, and no run of words."""
        return not re.search(r":\d+$|, term ", self.source)

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
        for what, source in secrets.in_text(name):
            found.add(Leak(name, "its name", what, source))
        if source := secrets.digests.get(digest(content)):
            found.add(Leak(name, "the whole file", name, source))
        for place, what, source in _search(name, content, secrets, seen):
            found.add(Leak(name, place, what, source))
    # A sentence is one leak, though many runs of words lie in it: of those from one line the
    # first is enough.
    firsts = {
        (leak.file, leak.place, leak.source, leak.found if leak.is_name else ""): leak
        for leak in sorted(found, reverse=True)
    }
    return sorted(firsts.values())


# What is found in a content of a kind, so that a file that lies in archives too is read once.
Seen = dict[tuple[str, str], list[tuple[str, str, str]]]


def _search(name: str, content: bytes, secrets: Secrets, seen: Seen) -> list[tuple[str, str, str]]:
    """Place, what is found there and its source, in a file and in what is packed in it."""
    key = (digest(content), Path(name).suffix)
    if key not in seen:
        seen[key] = [
            (place, what, source)
            for place, text in own_texts(name, content)
            for what, source in secrets.in_text(text)
        ]
        for member, inside in members(name, content):
            seen[key] += [
                (f"{member}, its name", what, source) for what, source in secrets.in_text(member)
            ]
            seen[key] += [
                (within(member, place), what, source)
                for place, what, source in _search(member, inside, secrets, seen)
            ]
    return seen[key]
