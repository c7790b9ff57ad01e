"""What tests work with: the sample, copies of the project, the command line."""

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
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.commands.build import build_edition
from macros.content.config import CONFIG, CONFIGS, load_config, with_nav
from macros.content.site import Site, load_site
from macros.contracts.options import Edition, Options

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"
SAMPLE_DAY = dt.date(2026, 1, 9)  # soon after the sample was "reviewed"
EPOCH = "1767960000"  # the same in seconds, for commands
CACHE = ROOT / ".cache" / "downloads"
CLIENT_URL = "https://learn.example.com/"  # of the client edition, in published versions


@dataclass(frozen=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def options(root: Path = ROOT, today: dt.date = SAMPLE_DAY, **more) -> Options:
    """The settings of a run on the project at `root`, without reading the environment."""
    return Options(root, today, **{"cache": CACHE} | more)


@functools.cache
def content() -> Site:
    """The project's own content, read once for all tests: nothing changes a site."""
    return load_site(ROOT)


@functools.cache
def sample_content() -> Site:
    """The sample's content, read once."""
    with tempfile.TemporaryDirectory() as folder:
        return load_site(write_sample(Path(folder) / "sample"))


def write_sample(root: Path, changeable: bool = False) -> Path:
    """Write the sample as a project to `root`: its own content, all else the project's own.

    The theme is a link to the project's, unless it has to be `changeable`.
    """
    shutil.copytree(SAMPLE / "docs", root / "docs")
    for name in ("labels.yml", "wording.yml"):
        shutil.copy(ROOT / "docs" / "library" / name, root / "docs" / "library")
    for name in CONFIGS.values():
        shutil.copy(ROOT / name, root)
    config = (root / CONFIG).read_text("utf-8")
    nav = yaml.safe_load((SAMPLE / "nav.yml").read_text("utf-8"))
    (root / CONFIG).write_text(with_nav(config, load_config(root), nav), "utf-8")
    if changeable:
        shutil.copytree(ROOT / "overrides", root / "overrides")
    else:
        (root / "overrides").symlink_to(ROOT / "overrides")
    return root


def write_project(root: Path) -> Path:
    """Write the sample with the engine and the scripts to `root`: a project that runs."""
    write_sample(root, changeable=True)
    for name in tracked("macros", "scripts", "pyproject.toml", "requirements.lock"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, root / name)
    return root


def tracked(*paths: str) -> list[str]:
    """The files of the project that git tracks or would track, under some paths or all."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *paths]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def copy_project(target: Path) -> Path:
    """A copy of the project as a clone would have it."""
    for name in tracked():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
    return target


def build(root: Path, target: Path, edition: Edition = "internal", **more) -> Path:
    """Build the project at `root`, in files of CSV alone unless other formats are wished."""
    target.mkdir(parents=True)
    told = options(root, edition=edition, **{"formats": ("csv",)} | more)
    build_edition(load_site(root), told, target)
    return target


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
        env=os.environ | {"PLAYBOOK_CACHE": str(CACHE)} | environment,
        capture_output=True,
        text=True,
    )
    return Result(result.returncode, result.stdout, result.stderr)


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text in a file once; one that isn't there is a mistake in the test."""
    path = root / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")
