"""The files each library item is offered as, made when the item changed and kept for the rest."""

from __future__ import annotations

import functools
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_STORED

from macros.content.library import Entry, Library
from macros.contracts.sheet import Sheet
from macros.files.of_item import sheet
from macros.files.writers import archive, writers

CACHE = "PLAYBOOK_CACHE"  # a folder for what is kept; in the project's .cache without it
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


def cache_of(root: Path) -> Path:
    """Where files are kept between builds of the project at `root`."""
    return Path(os.environ.get(CACHE) or root / ".cache" / "downloads")


def downloads(
    entry: Entry, library: Library, language: str, version: str, cache: Path
) -> list[Download]:
    """The files offered on an item's page in `language`: in that language, then in both."""
    found = []
    for name in (language, "both"):
        made = sheet(entry, library, name, version)
        key = hashlib.sha256(f"{_makers()}{made!r}".encode()).hexdigest()[:24]
        for writer in writers():
            content = _kept(cache, made, key, writer)
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


def _kept(cache: Path, made: Sheet, key: str, writer) -> bytes:
    name = f"{made.kind}.{made.id}.{made.language}.{writer.SUFFIX}"
    path = cache / f"{name}.{key}"
    if path.exists():
        return path.read_bytes()
    content = writer.write(made)
    cache.mkdir(parents=True, exist_ok=True)
    for older in cache.glob(f"{name}.*"):
        older.unlink(missing_ok=True)
    # Both languages' builds may write the bilingual file at the same time.
    draft = cache / f"~{os.getpid()}.{name}"
    draft.write_bytes(content)
    draft.replace(path)
    return content


@functools.cache
def _makers() -> str:
    # A writer that changed makes every file anew.
    sources = [*sorted((HERE / "writers").glob("*.py")), HERE / "of_item.py"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
