"""What a build is told: read once, in scripts/, and handed on as one value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Edition = Literal["internal", "client"]


@dataclass(frozen=True)
class Options:
    """The settings of one run. Nothing below scripts/ reads the environment."""

    root: Path  # of the project, or of the tree that an edition is built from
    today: dt.date  # decides which reviews are overdue
    cache: Path  # where files are kept from one build to the next
    edition: Edition = "internal"
    version: str = ""  # the version's number; empty in a working copy
    site_url: str = ""  # the public address of the site's root, above the languages
    client_url: str = ""  # the public address of the client edition's root
    formats: tuple[str, ...] = ()  # suffixes of the files to offer; none named: all
