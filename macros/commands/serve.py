"""scripts/serve.py: build the whole site, serve it, build again what edits touch."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path

from macros.build.adapters.livereload import PortTaken, Server
from macros.build.builder import Builder
from macros.checks import run_checks
from macros.checks.report import as_text
from macros.commands import print_failure
from macros.content.site import load_site
from macros.contracts.options import Options

STOPS = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is a terminal that is closed
CODE = (".py", ".toml")  # what a process reads once, when it starts
FRAMES = (".html", ".j2", ".yml")  # what is read for each build, and shows on every page


def run(options: Options, port: int, debug: bool = False) -> int:
    """Serve the content on 127.0.0.1:`port` until interrupted or ended. Returns the exit code."""
    for name in STOPS:
        if hasattr(signal, name):
            # A shell's background jobs ignore interrupts; being ended would leave files behind.
            signal.signal(getattr(signal, name), signal.default_int_handler)
    if _is_taken(port):
        return _port_message(port)
    folder = Path(tempfile.mkdtemp(prefix="playbook-"))
    session = _Session(options, folder, port, debug)
    try:
        if session.rebuild():
            session.serve()
            return 0
        return 1
    except PortTaken:
        return _port_message(port)
    except KeyboardInterrupt:
        return 0
    finally:
        session.close()


class _Session:
    """One run of the server: its builder, and the state of what is not content."""

    def __init__(self, options: Options, site_dir: Path, port: int, debug: bool) -> None:
        self.options, self.site_dir, self.debug = options, site_dir, debug
        self.server = Server(site_dir, port, self.rebuild)
        self._builder = Builder(options, site_dir).__enter__()
        self._code, self._frames = self._times_of(CODE), self._times_of(FRAMES)

    def serve(self) -> None:
        """Answer requests and follow edits. Raises PortTaken when another program was faster."""
        root = self.options.root
        self.server.serve(
            [root / "docs", root / "overrides", root / "macros", *sorted(root.glob("mkdocs*.yml"))],
            lambda: print(
                f"\nThe playbook is at {self.server.address}  (stop with Ctrl+C)", flush=True
            ),
        )

    def rebuild(self) -> bool:
        """Build what changed; print what happened. False where nothing could be built."""
        started = time.monotonic()
        if self._code != self._times_of(CODE):
            self._start_again()
        site = load_site(self.options.root)
        findings = run_checks(site, self.options.today)
        report = as_text(findings)
        if report:
            print(report, flush=True)
        if site.findings:
            # Nothing is touched: what is in the folder is whole.
            print("Not built: the errors above come first. The last good site stays.", flush=True)
            self.server.broken = report
            return False
        frames = self._times_of(FRAMES)
        if frames != self._frames:
            self._frames = frames
            self._builder.forget()
        try:
            pages = self._builder.build(site)
        except Exception as error:  # the server goes on; the author reads and fixes
            print_failure("Not built:", error, self.debug)
            self.server.broken = str(error)
            return False
        counts = ", ".join(f"{language} {count}" for language, count in pages.items())
        print(f"Built in {time.monotonic() - started:.1f} s (pages: {counts})", flush=True)
        self.server.broken = report
        return True

    def close(self) -> None:
        """End the workers, and leave nothing behind."""
        self._builder.__exit__()
        shutil.rmtree(self.site_dir, ignore_errors=True)

    def _start_again(self) -> None:
        """Begin as a new process: this one holds the engine as it was."""
        print("The engine changed: starting again…", flush=True)
        if os.name == "nt":
            print("Stop the server and run the command again.", flush=True)
            return
        self.close()
        os.execv(sys.executable, sys.orig_argv)

    def _times_of(self, suffixes: tuple[str, ...]) -> dict[Path, int]:
        """The times of the files with these endings that are no content."""
        root = self.options.root
        files = [*root.glob("mkdocs*.yml"), root / "pyproject.toml"]
        files += [p for name in ("macros", "overrides") for p in (root / name).rglob("*")]
        return {p: p.stat().st_mtime_ns for p in files if p.suffix in suffixes and p.is_file()}


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _port_message(port: int) -> int:
    print(
        f"Port {port} on 127.0.0.1 is taken by another program. "
        f"Stop it, or choose another port: python3 scripts/serve.py --port {port + 1}",
        file=sys.stderr,
    )
    return 1
