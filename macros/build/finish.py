"""What a whole build ends with, once all languages are there."""

from __future__ import annotations

from pathlib import Path

from macros.build.policy import FILE as POLICY
from macros.build.policy import content_security_policy
from macros.build.root_pages import root_files
from macros.content.site import Site
from macros.contracts.options import Options
from macros.files.store import tidy


def finish(site: Site, site_dir: Path, options: Options) -> None:
    """Write the pages above the languages and the policy; forget files nobody asks for."""
    name = site.library.labels["site-name"]
    for file, text in root_files(options.root, options.site_url, name).items():
        (site_dir / file).write_text(text, "utf-8")
    (site_dir / POLICY).write_text(content_security_policy(site_dir) + "\n", "utf-8")
    tidy(options.cache)
