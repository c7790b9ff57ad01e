"""The files above the languages: the choice of language, "not found", redirects."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HOME = Path(__file__).resolve().parent.parent / "overrides" / "root"
REDIRECT = "redirect.html"


def root_files(site_url: str) -> dict[str, str]:
    """The files by name, for a site whose root is `site_url` (empty: a host's own root)."""
    return {
        path.name: _render(path.name, site_url)
        for path in sorted(HOME.iterdir())
        if path.name != REDIRECT
    }


def redirect_template(site_url: str) -> str:
    """The page that leads from an alias to its version; mike fills in {{ href }}."""
    return _render(REDIRECT, site_url)


def _render(name: str, site_url: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(HOME), autoescape=True, undefined=StrictUndefined
    )
    base = urlsplit(site_url).path.rstrip("/") + "/"
    return environment.get_template(name).render(base=base, href="{{ href }}")
