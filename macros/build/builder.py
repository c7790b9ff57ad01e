"""Builds every language of a site at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from macros.build.finish import finish
from macros.build.incremental import affected_pages
from macros.content.site import Site
from macros.contracts.fields import LANGUAGES
from macros.contracts.findings import ContentError
from macros.contracts.options import Options


def _build(
    site: Site, language: str, site_dir: Path, options: Options, wanted: frozenset[str] | None
) -> int:
    """In a worker: build one language; returns the number of pages rendered."""
    # mkdocs is imported where it works: it takes the other process a second for nothing.
    from macros.build.adapters.mkdocs_build import build_language

    return build_language(site, language, site_dir / language, options, wanted)


def _end_with_parent() -> None:
    """In a worker: end when the process that started it ends, however it does."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)  # the only way out of another thread's work

    threading.Thread(target=watch, daemon=True).start()


class Builder:
    """Builds sites into a folder again and again, rendering only what edits touched.

    Use as a context manager: workers end with it.
    """

    def __init__(self, options: Options, site_dir: Path):
        self.options, self.site_dir = options, site_dir
        self._before: Site | None = None  # what is in the folder
        self._workers: dict[str, ProcessPoolExecutor] = {}

    def __enter__(self) -> Builder:
        # Workers import the engine afresh: a fork would inherit the server's threads.
        context = multiprocessing.get_context("spawn")
        self._workers = {
            language: ProcessPoolExecutor(1, context, initializer=_end_with_parent)
            for language in LANGUAGES
        }
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers.values():
            worker.shutdown()

    def forget(self) -> None:
        """Let the next build be a whole one: something changed that is no content."""
        self._before = None

    def build(self, site: Site) -> dict[str, int]:
        """Build all languages of `site`: whole the first time, then what changed since.

        Returns the pages rendered, by language. Raises ContentError where the content can't
        be read, before anything is touched, and what `build_language` raises once every
        language has come to an end; the next build is then a whole one.
        """
        if site.findings:
            raise ContentError(site.findings)
        before, self._before = self._before, None
        jobs: dict[str, Future[int]] = {
            language: worker.submit(
                _build,
                site,
                language,
                self.site_dir,
                self.options,
                affected_pages(before, site, language) if before else None,
            )
            for language, worker in self._workers.items()
        }
        problems = [error for job in jobs.values() if (error := job.exception())]
        if problems:
            raise problems[0]
        if before is None:
            finish(site, self.site_dir, self.options)
        self._before = site
        return {language: job.result() for language, job in jobs.items()}
