"""mkdocs' live-reload server over the whole site: where it meets the engine."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"


class PortTaken(Exception):
    """Another program listens on the port."""


class _LiveReload(LiveReloadServer):
    """Says when it listens, only then is its address true; shows what stops the build."""

    listening: Callable[[], None]
    broken: Callable[[], str]

    def server_activate(self) -> None:
        super().server_activate()
        self.listening()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        html = super()._inject_js_into_html(content, epoch)
        report = self.broken()
        if report:
            shown = f'<pre class="pb-broken" role="alert">{escape(report)}</pre>'
            html = html.replace(b"</body>", shown.encode() + b"</body>", 1)
        return html


class Server:
    """Serves a folder on this machine and follows edits.

    `broken` holds what keeps the last edit from being built, or what is to be looked at; each
    page shows it until it is empty.
    """

    def __init__(self, site_dir: Path, port: int, rebuild: Callable[[], Any]) -> None:
        self.site_dir, self.port, self.rebuild = site_dir, port, rebuild
        self.address = f"http://{HOST}:{port}/"
        self.broken = ""

    def serve(self, watched: list[Path], listening: Callable[[], None]) -> None:
        """Serve until interrupted; call `rebuild` after each edit under `watched`.

        `listening` is called once, when the address answers. A page that is open reloads when
        `rebuild` returns. It must not raise: the server would then answer no request until it
        succeeds. Raises PortTaken when the port is in use.
        """
        logging.getLogger("mkdocs.livereload").setLevel(logging.WARNING)
        server = _LiveReload(self.rebuild, HOST, self.port, str(self.site_dir))
        server.listening = listening
        server.broken = lambda: self.broken
        server.error_handler = lambda code: (self.site_dir / "404.html").read_bytes()
        for path in watched:
            server.watch(str(path))
        try:
            server.serve()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken from error
            raise
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
