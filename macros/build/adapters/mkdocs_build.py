"""Builds one language with mkdocs: the whole of it, or only what an edit touched."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.build.adapters import mkdocs_events as events
from macros.build.incremental import affected_pages
from macros.content.clock import today
from macros.content.site import Site, load_site
from macros.contracts.findings import ContentError
from macros.files.downloads import Download
from macros.render.renderer import Renderer

CONFIGS = {"en": "mkdocs.yml", "zh": "mkdocs.zh.yml"}


class BuildFailed(Exception):
    """mkdocs could not build; the message says why."""


@dataclass
class Built:
    """What stands in a site directory after a build."""

    site: Site
    search: list[dict]
    archives: dict[str, Download]
    pages: int  # pages rendered by the last build


def build_language(root: Path, language: str, site_dir: Path, before: Built | None = None) -> Built:
    """Build one language of the content under `root` into `site_dir`.

    With `before`, what the last build left there, only the pages an edit touches are
    rendered. Raises ContentError where the content can't be read, and BuildFailed where
    mkdocs gives up; `site_dir` then keeps what it had for pages that were not reached.
    """
    site = load_site(root)
    if site.findings:
        raise ContentError(site.findings)
    wanted = affected_pages(before.site, site, language) if before else None
    run = events.Build(Renderer(site, language, today()), wanted)
    if before:
        run.search, run.renderer.archives = before.search, before.archives
    events.start(run)
    _mkdocs(root, language, site_dir, incremental=wanted is not None)
    pages = len(site.pages[language]) if wanted is None else len(wanted)
    return Built(site, run.search, run.renderer.archives, pages)


def _mkdocs(root: Path, language: str, site_dir: Path, incremental: bool) -> None:
    os.chdir(root)  # the theme's custom_dir and the macros module are found from here
    problems = _Problems()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(problems)
    try:
        config = load_config(str(root / CONFIGS[language]), site_dir=str(site_dir))
        # An incremental build warns of itself, which strict mode would count.
        config.strict = config.strict and not incremental
        # The search plugin outlives builds and merges dirty ones for one edited page only:
        # it isn't told, and our own hook completes the index.
        config.plugins.on_startup(command="build", dirty=False)
        build(config, dirty=incremental)
    except (Abort, MkDocsException) as error:
        raise BuildFailed("\n".join(problems.messages) or str(error)) from error
    except SystemExit as error:  # how the macros plugin ends a build it can't go on with
        reason = error.__context__ or error
        raise BuildFailed("\n".join([*problems.messages, repr(reason)])) from error
    finally:
        logger.removeHandler(problems)


class _Problems(logging.Handler):
    """Collects warnings and errors, so that a failed build can say what it met."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname}: {record.getMessage()}")
