"""All files of a kind, or of a phase, in one archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.contracts.fields import PHASES
from macros.files.downloads import Download, archive_of
from macros.kinds import kinds
from macros.render.renderer import Renderer


def archives(render: Renderer) -> Iterator[tuple[str, str, Download]]:
    """The folder, the name and the archive of each kind and phase that has files."""
    entries = list(render.library.entries.values())
    of_kinds = (
        (f"toolkit/{kind.folder}/", kind.folder, [e for e in entries if e.kind == kind])
        for kind in kinds().values()
    )
    of_phases = (
        ("toolkit/pack/", phase, [e for e in entries if e.item.phase == phase]) for phase in PHASES
    )
    for folder, name, found in (*of_kinds, *of_phases):
        if found:
            made = [(entry, render.downloads[entry.path]) for entry in found]
            yield folder, name, archive_of(name, render.language, made)


def find_standing(site_dir: Path, language: str) -> Iterator[tuple[str, Download]]:
    """The name and the archive of each that an earlier build left in a language's folder."""
    for path in sorted((site_dir / "toolkit").glob(f"*/*.{language}.zip")):
        name = path.name.removesuffix(f".{language}.zip")
        yield name, Download(path.name, "ZIP", language, path.read_bytes())
