"""scripts/serve.py: one command from a clone to a site that follows each edit."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import copy_project, run_command

PATIENCE = 60  # seconds until something that will not happen is given up


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


def _until(condition, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert process.poll() is None, "the server has ended"
        assert time.monotonic() < end, "it didn't happen"
        time.sleep(0.1)


@contextlib.contextmanager
def _server(root: Path) -> Iterator[tuple[str, subprocess.Popen, Path]]:
    """The server in the background, where a shell lets it ignore interrupts."""
    port, log = _free_port(), root / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "scripts/serve.py", "--port", str(port)],
            cwd=root,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1", "TMPDIR": str(root.parent)},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            _until(lambda: f"The playbook is at {address}" in log.read_text(), process)
            yield address, process, log
        finally:
            process.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    root = copy_project(tmp_path_factory.mktemp("served") / "project")
    with _server(root) as (address, process, log):
        yield root, address, process, log


def test_the_whole_site_is_there(server) -> None:
    _, address, _, _ = server
    assert "choose-language.js" in _get(address)
    assert "Where is my project now?" in _get(f"{address}en/")
    assert "我的项目现在到哪一步" in _get(f"{address}zh/")
    with pytest.raises(urllib.error.HTTPError) as missing:
        _get(f"{address}en/no/such/page/")
    assert missing.value.code == 404
    assert "There is no page at this address" in missing.value.read().decode()


def test_an_edit_shows_and_touches_only_its_page(server) -> None:
    root, address, process, log = server
    page = root / "docs/en/about/sources.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("We name a framework", "We always name a framework"), "utf-8")
    _until(lambda: "We always name a framework" in _get(f"{address}en/about/sources/"), process)
    assert "(pages: en 1, zh 0)" in log.read_text()
    page.write_text(text, "utf-8")
    _until(lambda: "We always name" not in _get(f"{address}en/about/sources/"), process)


def test_an_error_is_printed_and_the_last_good_site_stays(server) -> None:
    root, address, process, log = server
    item = root / "docs/library/checklists/interview-round.yml"
    text = item.read_text("utf-8")
    item.write_text(text.replace("minutes: 10", "minutes: ten"), "utf-8")
    _until(lambda: "The last good site stays." in log.read_text(), process)
    assert "interview-round.yml:12: error [schema]" in log.read_text()
    assert "One round of interviews" in _get(f"{address}en/toolkit/checklists/interview-round/")
    builds = log.read_text().count("Built in")
    item.write_text(text, "utf-8")
    _until(lambda: log.read_text().count("Built in") > builds, process)
    assert "One round of interviews" in _get(f"{address}en/toolkit/checklists/interview-round/")


def test_a_taken_port_is_a_clear_error(server) -> None:
    root, address, _, _ = server
    port = address.rsplit(":", 1)[1].strip("/")
    result = run_command(root, "scripts/serve.py", "--port", port)
    assert result.code == 1
    assert f"Port {port} on 127.0.0.1 is taken" in result.err
    assert "--port" in result.err


def test_it_stops_and_cleans_up_when_told(server) -> None:
    root, _, process, log = server
    assert list(root.parent.glob("playbook-*"))
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert "Traceback" not in log.read_text()
    assert list(root.parent.glob("playbook-*")) == []
