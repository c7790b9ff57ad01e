"""Files kept from one build to the next, named by what went into them.

A name never stands for two contents, so builds that run side by side, other versions and
other editions share a folder; what nobody asked for in a while goes.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

UNUSED = 30 * 24 * 3600  # seconds after which a file that no build asked for is deleted
_REMEMBERED = 24 * 3600  # a file's time of use is noted once a day: it is read far more often


def keep(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """The file `name` in `folder`, made by `make()` where it isn't there yet.

    `name` has to change with everything that goes into the file. It appears whole or not at
    all, also when two builds make it at the same time. Raises what `make()` raises.
    """
    path = folder / name
    with contextlib.suppress(FileNotFoundError):
        content = path.read_bytes()
        if time.time() - path.stat().st_mtime > _REMEMBERED:
            os.utime(path)
        return content
    content = make()
    folder.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder, prefix="~")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return content


def tidy(folder: Path) -> None:
    """Delete what no build has asked for within `UNUSED`, and drafts that were left behind."""
    oldest = time.time() - UNUSED
    for path in folder.glob("*"):
        with contextlib.suppress(FileNotFoundError):  # another build tidies too
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
