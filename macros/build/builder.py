"""Builds every language of a site at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from macros.build.policy import FILE as POLICY
from macros.build.policy import content_security_policy
from macros.build.root_pages import root_files
from macros.content.library import site_name
from macros.contracts.fields import LANGUAGES

_before = None  # in a worker: what its last build left


def _build(root: Path, language: str, site_dir: Path, site_url: str, again: bool) -> int:
    """In a worker: build one language; returns the number of pages rendered."""
    global _before
    from macros.build.adapters.mkdocs_build import build_language

    os.environ["PLAYBOOK_SITE_URL"] = site_url
    _before = build_language(root, language, site_dir / language, _before if again else None)
    return _before.pages


@dataclass
class Builder:
    """Builds a site again and again, rendering only what edits touched.

    `site_url` is the public address of the site's root, or empty where it isn't known.
    Use as a context manager: workers end with it.
    """

    root: Path
    site_dir: Path
    site_url: str = ""
    _workers: dict[str, ProcessPoolExecutor] = field(default_factory=dict)

    def __enter__(self) -> Builder:
        # Workers import the engine afresh: a fork would inherit the server's threads.
        context = multiprocessing.get_context("spawn")
        self._workers = {
            language: ProcessPoolExecutor(max_workers=1, mp_context=context)
            for language in LANGUAGES
        }
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers.values():
            worker.shutdown()

    def build(self, again: bool = False) -> dict[str, int]:
        """Build all languages; `again` renders only what changed since the last call.

        Returns the pages rendered, by language. Raises what `build_language` raises, once
        every language has come to an end.
        """
        jobs: dict[str, Future[int]] = {
            language: worker.submit(
                _build, self.root, language, self.site_dir, self.site_url, again
            )
            for language, worker in self._workers.items()
        }
        problems = [error for job in jobs.values() if (error := job.exception())]
        if problems:
            raise problems[0]
        if not again:
            for file, text in root_files(self.site_url, site_name(self.root)).items():
                (self.site_dir / file).write_text(text, "utf-8")
            (self.site_dir / POLICY).write_text(content_security_policy(self.site_dir) + "\n")
        return {language: job.result() for language, job in jobs.items()}
