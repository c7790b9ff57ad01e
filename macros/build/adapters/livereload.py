"""mkdocs' live-reload server over the whole site: where it meets the engine."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer


class PortTaken(Exception):
    """Another program listens on the port."""


class _Server(LiveReloadServer):
    """Says when it listens: only then is its address true."""

    listening: Callable[[], None]

    def server_activate(self) -> None:
        super().server_activate()
        self.listening()


def serve(
    site_dir: Path,
    port: int,
    watched: list[Path],
    rebuild: Callable[[], object],
    listening: Callable[[], None],
) -> None:
    """Serve `site_dir` on 127.0.0.1 until interrupted; call `rebuild` after each edit.

    `listening` is called once, when the address answers.
    A page that is open reloads when `rebuild` returns. It must not raise: the server would
    then answer no request until it succeeds. Raises PortTaken when the port is in use.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.WARNING)
    server = _Server(rebuild, "127.0.0.1", port, str(site_dir))
    server.listening = listening
    server.error_handler = lambda code: (site_dir / "404.html").read_bytes()
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
