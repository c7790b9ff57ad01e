"""A web server for tests, strict as a careful host: the built policy on every answer."""

from __future__ import annotations

import contextlib
import functools
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

from macros.build.policy import content_security_policy


@functools.cache
def _brief(path: Path) -> bytes:
    index = json.loads(path.read_text("utf-8"))
    return json.dumps(index | {"docs": index["docs"][:1]}).encode()


class _Handler(http.server.SimpleHTTPRequestHandler):
    policy = ""
    whole_search = True

    def send_head(self) -> io.BytesIO | None:
        if self.whole_search or not self.path.endswith("/search_index.json"):
            return super().send_head()
        brief = _brief(Path(self.translate_path(self.path)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(brief)))
        self.end_headers()
        return io.BytesIO(brief)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        if not self.path.partition("?")[0].endswith("/"):
            # What all pages share is asked for once, as a host would have it.
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests look at what browsers say."""


@contextlib.contextmanager
def serving(folder: Path, port: int = 0, whole_search: bool = False) -> Iterator[str]:
    """Serve `folder` on 127.0.0.1 under its Content-Security-Policy; yields the address.

    Each page reads the whole search index when it loads, which takes longer than all else.
    Only who searches, with `whole_search`, gets it; others get an index of one page.
    """
    attributes = {"policy": content_security_policy(folder), "whole_search": whole_search}
    handler = type("Handler", (_Handler,), attributes)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
