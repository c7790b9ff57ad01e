"""Addresses of pages, as readers and links see them."""

from __future__ import annotations

import posixpath

HOME = "index.md"
CLIENT_HOME = "client-home.md"  # what the client edition begins with, instead of HOME


def page_url(path: str) -> str:
    """The address of a page given as a Markdown path: a/index.md is a/, a/b.md is a/b/."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"


def relative(target: str, start: str) -> str:
    """The address `target` as seen from the page at `start`, both from the language's root."""
    address, _, anchor = target.partition("#")
    path = posixpath.relpath(f"/{address}", f"/{start}")
    slash = "/" if address.endswith("/") or not address else ""
    return f"{path}{slash}" + (f"#{anchor}" if anchor else "")
