"""The files above the languages: the choice of language, "not found", redirects."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.contracts.fields import Text

HOME = Path(__file__).resolve().parents[2] / "overrides" / "root"
REDIRECT = "redirect.html"


def root_files(site_url: str, name: Text) -> dict[str, str]:
    """The files by name, for a site called `name` whose root is `site_url`.

    An empty `site_url` is a host's own root.
    """
    return {file: _render(file, site_url, name) for file in root_names()}


def root_names() -> list[str]:
    """The names of the files above the languages."""
    return sorted(path.name for path in HOME.iterdir() if path.name != REDIRECT)


def redirect_template(site_url: str) -> str:
    """The page that leads from an alias to its version; mike fills in {{ href }}."""
    return _render(REDIRECT, site_url)


def _render(file: str, site_url: str, name: Text | None = None) -> str:
    environment = Environment(
        loader=FileSystemLoader(HOME), autoescape=True, undefined=StrictUndefined
    )
    base = urlsplit(site_url).path.rstrip("/") + "/"
    return environment.get_template(file).render(base=base, href="{{ href }}", name=name)
