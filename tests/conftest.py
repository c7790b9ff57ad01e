"""Fixtures of all tests: the sample, and sites that are built once and shared by the workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from tests.browsing import Watched, desktop, launch
from tests.serving import serving
from tests.support import EPOCH, ROOT, build, run_command, write_project, write_sample


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a project of its own, on the day after which its reviews are fresh."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return write_sample(tmp_path / "sample")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with engine and scripts: a project that runs, to be broken."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return write_project(tmp_path / "project")


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once for all workers, whoever comes first."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(name: str, write: Callable[[Path], object]) -> Path:
        target, draft = shared / name, shared / f"{name}.draft"
        with FileLock(shared / f"{name}.lock"):
            if not target.exists():
                write(draft)
                draft.rename(target)
        return target

    return make


@pytest.fixture(scope="session")
def sample_site(once: Once) -> Path:
    """The sample, built."""
    project = once("sample", write_sample)
    return once("sample-site", lambda draft: build(project, draft))


@pytest.fixture(scope="session")
def sample_client(once: Once) -> Path:
    """The sample's client edition, built."""
    project = once("sample", write_sample)
    return once("sample-client", lambda draft: build(project, draft, "client"))


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """The playbook's own site, built by the command of the README."""

    def write(draft: Path) -> None:
        result = run_command(ROOT, "scripts/build.py", "--output", draft)
        assert result.code == 0, result.out + result.err

    return once("site", write)


@pytest.fixture(scope="session")
def client_site(once: Once) -> Path:
    """The playbook's own client edition, built by the command of the README."""

    def write(draft: Path) -> None:
        command = ("scripts/build.py", "--edition", "client", "--output", draft)
        result = run_command(ROOT, *command, PLAYBOOK_FORMATS="csv")
        assert result.code == 0, result.out + result.err

    return once("client-site", write)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(sample_site: Path) -> Iterator[str]:
    """The built sample on a host with the strict policy."""
    with serving(sample_site) as url:
        yield url


@pytest.fixture(scope="module")
def _watched(browser: Browser, address: str) -> Iterator[Watched]:
    yield from desktop(browser, address)


@pytest.fixture
def watched(_watched: Watched, address: str) -> Watched:
    """A page that watches what happens; as good as fresh, which would take three times as long."""
    _watched.begin_anew(address)
    return _watched


@pytest.fixture
def fresh(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of its own, for a test that leaves scripts, routes or listeners in it."""
    yield from desktop(browser, address)
