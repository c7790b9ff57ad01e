"""What all tests share: the sample content, copies of it, and the command line."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import io
import os
import runpy
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros.content.config import CONFIG, CONFIGS, load_config, with_nav
from macros.content.site import Site, load_site
from macros.contracts.options import Options

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"
CLIENT_URL = "https://learn.example.com/"  # of the client edition, in the published versions
SAMPLE_DAY = "1767960000"  # 2026-01-09, soon after the sample was "reviewed"

CACHE = ROOT / ".cache" / "downloads"
# Copies of the project needn't make the files to download again.
os.environ.setdefault("PLAYBOOK_CACHE", str(CACHE))


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def options(root: Path = ROOT, today: dt.date = dt.date(2026, 1, 9), **more) -> Options:
    """The settings of a run on the project at `root`, without reading the environment."""
    return Options(root, today, cache=CACHE, **more)


@functools.cache
def content() -> Site:
    """The project's own content, read once for all tests: nothing changes a site."""
    return load_site(ROOT)


def write_sample(root: Path) -> Path:
    """Write the sample as a project to `root`: its own content, all else the project's own."""
    shutil.copytree(SAMPLE / "docs", root / "docs")
    for name in ("labels.yml", "wording.yml"):
        shutil.copy(ROOT / "docs" / "library" / name, root / "docs" / "library")
    for name in CONFIGS.values():
        shutil.copy(ROOT / name, root)
    config = (root / CONFIG).read_text("utf-8")
    nav = yaml.safe_load((SAMPLE / "nav.yml").read_text("utf-8"))
    (root / CONFIG).write_text(with_nav(config, load_config(root), nav), "utf-8")
    # Nothing changes it, and a test that does makes a copy.
    (root / "overrides").symlink_to(ROOT / "overrides")
    return root


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a project of its own, on the day after which its reviews are fresh."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SAMPLE_DAY)
    return write_sample(tmp_path / "sample")


def run_script(name: str, *arguments: object) -> Result:
    """Run a script of scripts/ as the command line would, in this process."""
    out, err, argv = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = [name, *map(str, arguments)]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            runpy.run_path(str(ROOT / "scripts" / name), run_name="__main__")
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        if isinstance(error.code, str):
            err.write(error.code)
    finally:
        sys.argv = argv
    return Result(code, out.getvalue(), err.getvalue())


def run_command(root: Path, *command: object, **environment: str) -> Result:
    """Run a script of the project copy at `root` in a process of its own."""
    result = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    return Result(result.returncode, result.stdout, result.stderr)


def copy_project(target: Path) -> Path:
    """A copy of the project as a clone would have it: what git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole project, to be broken."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once by the command of the README."""
    output = tmp_path_factory.mktemp("built") / "site"
    result = run_command(ROOT, "scripts/build.py", "--output", output)
    assert result.code == 0, result.out + result.err
    return output
