"""Writers: a sheet as a file. Each module beside this file is one format.

A module declares `SUFFIX`, `NAME` (as people call the format), `LIBRARIES` (the installed
packages whose versions its bytes hang on) and `write(sheet) -> bytes`, which gives the same
bytes for the same sheet. One that needs a program or library from the
machine says in `missing() -> str` what isn't there. Modules are discovered.
"""

from __future__ import annotations

import functools
import importlib
import io
import pkgutil
import re
import zipfile
from types import ModuleType

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(<)")
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive knows


@functools.cache
def formats() -> tuple[ModuleType, ...]:
    """Every format, in alphabetical order of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def missing() -> dict[str, str]:
    """What this machine lacks, by the name of the format that can't be written without it."""
    lacking = {module.NAME: getattr(module, "missing", str)() for module in formats()}
    return {name: what for name, what in lacking.items() if what}


def writers(suffixes: tuple[str, ...] = ()) -> tuple[ModuleType, ...]:
    """The formats that can be written on this machine: those asked for, or all."""
    return tuple(
        module
        for module in formats()
        if module.NAME not in missing() and (not suffixes or module.SUFFIX in suffixes)
    )


def archive(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of files by name: the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = compression
            packed.writestr(info, files[name])
    return target.getvalue()


def strip_times(office: bytes) -> bytes:
    """An Office file without the times at which it and its parts were written."""
    with zipfile.ZipFile(io.BytesIO(office)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    # Libraries stamp the moment of saving over what they were told.
    parts[_CORE] = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", parts[_CORE])
    # Office wants the list of contents first; sorted, its bracket comes before all letters.
    return archive(parts)
