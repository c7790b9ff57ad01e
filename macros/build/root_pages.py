"""The files above the languages: the choice of language, "not found", redirects."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.contracts.fields import Text

HOME = "overrides/root"  # under the project
REDIRECT = "redirect.html"


def root_files(root: Path, site_url: str, name: Text) -> dict[str, str]:
    """The files by name, for the project at `root`, called `name`, published at `site_url`.

    An empty `site_url` is a host's own root.
    """
    return {file: _render(root, file, site_url, name) for file in root_names(root)}


def root_names(root: Path) -> list[str]:
    """The names of the files above the languages."""
    return sorted(path.name for path in (root / HOME).iterdir() if path.name != REDIRECT)


def redirect_template(root: Path, site_url: str) -> str:
    """The page that leads from an alias to its version; mike fills in {{ href }}."""
    return _render(root, REDIRECT, site_url)


def _render(root: Path, file: str, site_url: str, name: Text | None = None) -> str:
    environment = Environment(
        loader=FileSystemLoader(root / HOME), autoescape=True, undefined=StrictUndefined
    )
    base = urlsplit(site_url).path.rstrip("/") + "/"
    return environment.get_template(file).render(base=base, href="{{ href }}", name=name)
