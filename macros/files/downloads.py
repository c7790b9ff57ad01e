"""The files each library item is offered as, made when the item changed and kept for the rest."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from types import ModuleType
from zipfile import ZIP_STORED

from macros.content.library import Entry, Library
from macros.contracts.options import Options
from macros.files.of_item import sheet
from macros.files.store import keep
from macros.files.writers import archive, writers

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Download:
    """A file of an item: its name beside the item's page, and its bytes."""

    name: str
    format: str
    language: str  # en, zh, or both; an archive holds files of one language
    content: bytes

    @property
    def size(self) -> str:
        """How big it is, for people: 45 KB, 7.1 MB."""
        kilobytes = max(1, round(len(self.content) / 1024))
        return f"{kilobytes} KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f} MB"


def downloads(entry: Entry, library: Library, language: str, options: Options) -> list[Download]:
    """The files offered on an item's page in `language`: in that language, then in both."""
    found = []
    for name in (language, "both"):
        made = sheet(entry, library, name, options.version)
        for writer in writers(options.formats):
            key = hashlib.sha256(f"{_makers(writer)}{made!r}".encode()).hexdigest()[:32]
            content = keep(
                options.cache, f"{key}.{writer.SUFFIX}", functools.partial(writer.write, made)
            )
            file = f"{entry.item.id}.{name}.{writer.SUFFIX}"
            found.append(Download(file, writer.NAME, name, content))
    return found


def archive_of(name: str, language: str, made: list[tuple[Entry, list[Download]]]) -> Download:
    """Of the files made for several items, those in one language as one archive."""
    files = {
        f"{entry.kind.folder}/{one.name}": one.content
        for entry, offered in made
        for one in offered
        if one.language == language
    }
    # Office and PDF files are packed already.
    return Download(f"{name}.{language}.zip", "ZIP", language, archive(files, ZIP_STORED))


@functools.cache
def _makers(writer: ModuleType) -> str:
    """What a writer writes with: its code and its neighbours', its libraries, its fonts."""
    code = sorted(p for p in (HERE / "writers").rglob("*") if p.is_file() and p.suffix != ".pyc")
    digest = hashlib.sha256()
    for path in (*code, HERE / "of_item.py"):
        digest.update(path.read_bytes())
    libraries = [f"{name} {installed(name)}" for name in writer.LIBRARIES]
    return f"{digest.hexdigest()} {', '.join(libraries)}"
