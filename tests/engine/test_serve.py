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

from tests.support import EPOCH, edit, run_command, sample_content, write_project

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
    told = {"PLAYBOOK_FORMATS": "csv", "SOURCE_DATE_EPOCH": EPOCH, "TMPDIR": str(root.parent)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "scripts/serve.py", "--port", str(port)],
            cwd=root,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"} | told,
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
    root = write_project(tmp_path_factory.mktemp("served") / "project")
    with _server(root) as (address, process, log):
        yield root, address, process, log


PAGE = "docs/en/for-clients.md"
LIST = "docs/library/checklists/goods-in.yml"


def test_the_whole_site_is_there(server) -> None:
    _, address, _, _ = server
    assert "choose-language.js" in _get(address)
    for language, title in (("en", "It has begun"), ("zh", "已经开始")):
        assert title in _get(f"{address}{language}/")
    with pytest.raises(urllib.error.HTTPError) as missing:
        _get(f"{address}en/no/such/page/")
    assert missing.value.code == 404
    assert "There is no page at this address" in missing.value.read().decode()


def test_an_edit_shows_and_touches_only_its_page(server) -> None:
    root, address, process, log = server
    edit(root, PAGE, "Take the", "Always take the")
    _until(lambda: "Always take the" in _get(f"{address}en/for-clients/"), process)
    assert "(pages: en 1, zh 0)" in log.read_text()
    edit(root, PAGE, "Always take the", "Take the")
    _until(lambda: "Always take the" not in _get(f"{address}en/for-clients/"), process)


def test_an_error_shows_in_the_browser_and_the_last_good_site_stays(server) -> None:
    root, address, process, log = server
    edit(root, LIST, "minutes: ", "minutes: ten #")
    page = f"{address}en/toolkit/checklists/goods-in/"
    _until(lambda: 'class="pb-broken"' in _get(page), process)
    assert f"{LIST}:" in _get(page)
    assert "a whole number" in _get(page)
    assert "The last good site stays." in log.read_text()
    title = sample_content().library.entries["checklist", "goods-in"].item.title.en
    assert title in _get(page)
    edit(root, LIST, "minutes: ten #", "minutes: ")
    _until(lambda: "pb-broken" not in _get(page), process)
    assert title in _get(page)


def test_a_template_shows_on_every_page(server) -> None:
    root, address, process, log = server
    edit(root, "overrides/theme/partials/copyright.html", "</p>", " · edited</p>")
    _until(lambda: "· edited</p>" in _get(f"{address}zh/glossary/"), process)
    whole = len(sample_content().pages["en"])
    assert f"(pages: en {whole}, zh {whole})" in log.read_text().splitlines()[-1]


def test_code_that_changes_is_used_at_once(server) -> None:
    root, address, process, log = server
    engine = root / "macros/render/views/term.py"
    engine.write_text(engine.read_text("utf-8") + "\n# edited\n", "utf-8")
    _until(lambda: "starting again" in log.read_text(), process)
    _until(lambda: log.read_text().count("The playbook is at") == 2, process)
    assert "· edited</p>" in _get(f"{address}zh/glossary/")


def test_a_taken_port_is_a_clear_error(server) -> None:
    root, address, _, _ = server
    port = address.rsplit(":", 1)[1].strip("/")
    result = run_command(root, "scripts/serve.py", "--port", port)
    assert result.code == 1
    assert f"Port {port} on 127.0.0.1 is taken" in result.err
    assert "--port" in result.err


def _children(process: subprocess.Popen) -> list[Path]:
    """The processes that a process has started, as folders of /proc."""
    told = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [Path(f"/proc/{number}") for number in told]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_it_ends_with_its_children_whatever_the_signal(tmp_path: Path, name: str) -> None:
    root = write_project(tmp_path / "project")
    with _server(root) as (address, process, log):
        workers = _children(process)
        assert len(workers) >= 2
        process.send_signal(getattr(signal, name))
        code = process.wait(PATIENCE)
        end = time.monotonic() + PATIENCE
        while any(worker.exists() for worker in workers):
            assert time.monotonic() < end, "a worker goes on"
            time.sleep(0.1)
    with pytest.raises(urllib.error.URLError):
        _get(address)
    if name != "SIGKILL":  # of which no process hears
        assert code == 0
        assert "Traceback" not in log.read_text()
        assert list(root.parent.glob("playbook-*")) == []
