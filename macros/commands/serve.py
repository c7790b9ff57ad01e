"""scripts/serve.py: build the whole site, serve it, build again what edits touch."""

from __future__ import annotations

import signal
import socket
import sys
import tempfile
import time
from pathlib import Path

from macros.build.adapters.livereload import PortTaken, serve
from macros.build.builder import Builder
from macros.checks import run_checks
from macros.checks.report import as_text
from macros.content.clock import today
from macros.content.site import load_site
from macros.contracts.findings import ContentError


def run(root: Path, port: int) -> int:
    """Serve the content under `root` on 127.0.0.1:`port` until interrupted or ended."""
    # A shell's background jobs ignore interrupts, and being ended would leave files behind.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.default_int_handler)
    if _taken(port):
        return _port_message(port)
    address = f"http://127.0.0.1:{port}/"
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        session = _Session(root, Path(folder), address)

        def announce() -> None:
            print(f"\nThe playbook is at {address}  (stop with Ctrl+C)", flush=True)

        try:
            if not session.rebuild():
                return 1
            watched = [root / "docs", root / "overrides", root / "macros"]
            watched += sorted(root.glob("mkdocs*.yml"))
            serve(Path(folder), port, watched, session.rebuild, announce)
        except PortTaken:
            return _port_message(port)
        except KeyboardInterrupt:
            pass
        finally:
            session.close()
    return 0


class _Session:
    """One run of the server: its builder, and the state of what is not content."""

    def __init__(self, root: Path, site_dir: Path, address: str) -> None:
        self.root, self.site_dir, self.address = root, site_dir, address
        self._builder: Builder | None = None
        self._engine: dict[Path, int] = {}

    def rebuild(self) -> bool:
        """Build what changed; print what happened. False where nothing could be built."""
        started = time.monotonic()
        findings = run_checks(load_site(self.root), today())
        if findings:
            print(as_text(findings), flush=True)
        engine = _modified(self.root)
        again = self._builder is not None and engine == self._engine
        if not again:
            # Templates, settings and code are read at a worker's start: begin afresh.
            self.close()
            self._builder = Builder(self.root, self.site_dir, self.address).__enter__()
            self._engine = engine
        try:
            pages = self._builder.build(again)
        except ContentError:
            # Nothing was touched, and the workers still know what stands in the site.
            print("Not built: the errors above come first. The last good site stays.", flush=True)
        except Exception as error:  # the server goes on; the author reads and mends
            print(f"Not built:\n{error}", flush=True)
            self.close()
        else:
            counts = ", ".join(f"{language} {count}" for language, count in pages.items())
            print(f"Built in {time.monotonic() - started:.1f} s (pages: {counts})", flush=True)
            return True
        return False

    def close(self) -> None:
        """End the workers."""
        if self._builder is not None:
            self._builder.__exit__()
            self._builder = None


def _modified(root: Path) -> dict[Path, int]:
    """What a worker holds in memory, with its times: code, templates, contracts, settings."""
    files = [*root.glob("mkdocs*.yml"), *(root / "overrides").rglob("*.html")]
    files += [p for p in (root / "macros").rglob("*") if p.suffix in (".py", ".j2", ".yml")]
    return {path: path.stat().st_mtime_ns for path in files}


def _taken(port: int) -> bool:
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
