"""Builds one language with mkdocs: the whole of it, or only what an edit touched."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.build.adapters.mkdocs_plugin import NAME, Build, PlaybookPlugin
from macros.content.config import CONFIGS
from macros.content.site import Site
from macros.contracts.options import Options
from macros.render.renderer import Renderer


class BuildFailed(Exception):
    """mkdocs could not build; the message says why."""


def build_language(
    site: Site,
    language: str,
    site_dir: Path,
    options: Options,
    wanted: frozenset[str] | None = None,
) -> int:
    """Build one language of `site` into `site_dir`; returns the number of pages rendered.

    With `wanted`, only these pages are rendered, into what an earlier build left there. Raises
    BuildFailed where mkdocs gives up; `site_dir` then keeps what it had for pages that were
    not reached.
    """
    run = Build(Renderer(site, language, options), wanted)
    problems = _Problems()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(problems)
    try:
        config = load_config(str(options.root / CONFIGS[language]), site_dir=str(site_dir))
        config.plugins[NAME] = PlaybookPlugin(run)
        # An incremental build warns of itself, which strict mode would count.
        config.strict = config.strict and wanted is None
        # The search plugin outlives builds and merges dirty ones for one edited page only:
        # it isn't told, and our own plugin completes the index.
        config.plugins.on_startup(command="build", dirty=False)
        build(config, dirty=wanted is not None)
    except (Abort, MkDocsException) as error:
        raise BuildFailed("\n".join(problems.messages) or str(error)) from error
    except SystemExit as error:  # how the macros plugin ends a build it can't go on with
        # What it logs is a whole trace; the page and the reason are enough.
        reason = error.__context__ or error
        raise BuildFailed(f"{run.page}: {type(reason).__name__}: {reason}") from error
    finally:
        logger.removeHandler(problems)
    return len(site.pages[language]) if wanted is None else len(wanted)


class _Problems(logging.Handler):
    """Collects warnings and errors, so that a failed build can say what it met."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname}: {record.getMessage()}")
