"""Reads the settings of a run, once, for scripts/ to hand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from macros.content.config import load_config
from macros.contracts.options import Edition, Options
from macros.files.writers import formats

# Environment variables; the command line goes before them.
SITE_URL = "PLAYBOOK_SITE_URL"  # the public address of the site's root
CLIENT_URL = "PLAYBOOK_CLIENT_URL"  # goes before extra.client_url of mkdocs.yml
FORMATS = "PLAYBOOK_FORMATS"  # the suffixes to write, such as "csv,docx"; without it, all
CACHE = "PLAYBOOK_CACHE"  # a folder for what is kept; in the project's .cache without it
EPOCH = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/


class OptionError(ValueError):
    """Settings that can't be used; the message has a line for each."""


def read_options(
    root: Path,
    environment: Mapping[str, str],
    *,
    edition: Edition = "internal",
    version: str = "",
    site_url: str | None = None,
) -> Options:
    """The settings of a run on the project at `root`.

    Raises OptionError, with all that is wrong in one message.
    """
    problems: list[str] = []
    today = _today(environment.get(EPOCH, ""), problems)
    site_url = site_url if site_url is not None else environment.get(SITE_URL, "")
    client_url = environment.get(CLIENT_URL) or load_config(root).client_url
    for name, url in (("--site-url", site_url), ("extra.client_url", client_url)):
        if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc):
            problems.append(f"{name}: '{url}' is no address such as https://example.com/playbook/")
    wanted = tuple(filter(None, environment.get(FORMATS, "").replace(" ", "").split(",")))
    known = [writer.SUFFIX for writer in formats()]
    if unknown := [suffix for suffix in wanted if suffix not in known]:
        problems.append(
            f"${FORMATS}: '{', '.join(unknown)}' is no format; known are {', '.join(known)}"
        )
    if problems:
        raise OptionError("\n".join(problems))
    return Options(
        root=root,
        today=today,
        cache=Path(environment.get(CACHE) or root / ".cache" / "downloads"),
        edition=edition,
        version=version,
        site_url=site_url,
        client_url=client_url,
        formats=wanted,
    )


def _today(epoch: str, problems: list[str]) -> dt.date:
    """Today in UTC, or the day of an epoch in seconds."""
    try:
        moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
        return moment.date()
    except (ValueError, OverflowError, OSError):
        problems.append(f"${EPOCH}: '{epoch}' is no number of seconds since 1970")
        return dt.date.min
