"""Files kept between builds: whole or not there, and gone when nobody asks for them."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from macros.files.store import UNUSED, keep, tidy


def test_a_file_is_made_once(tmp_path: Path) -> None:
    made = [keep(tmp_path / "new", "a.txt", lambda n=n: f"{n}".encode()) for n in (1, 2)]
    assert made == [b"1", b"1"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise RuntimeError("no font")

    with pytest.raises(RuntimeError, match="no font"):
        keep(tmp_path, "a.txt", fail)
    assert list(tmp_path.iterdir()) == []


def test_two_builds_at_once_both_get_the_whole_file(tmp_path: Path) -> None:
    """Both find it missing, both make it; neither sees half of the other's."""
    start = threading.Barrier(8)
    content = os.urandom(1 << 20)
    found: list[bytes] = []

    def make() -> bytes:
        start.wait(timeout=10)
        return content

    threads = [
        threading.Thread(target=lambda: found.append(keep(tmp_path, "a.bin", make)))
        for _ in range(start.parties)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [content] * start.parties
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def test_what_nobody_asked_for_goes(tmp_path: Path) -> None:
    for name, age in (("old.pdf", UNUSED + 60), ("~draft", UNUSED + 60), ("used.pdf", UNUSED - 60)):
        keep(tmp_path, name, lambda: b"x")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    keep(tmp_path, "used.pdf", lambda: b"never made")
    tidy(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["used.pdf"]
    assert time.time() - (tmp_path / "used.pdf").stat().st_mtime < 60
