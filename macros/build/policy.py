"""The Content-Security-Policy under which a built site works.

Nothing of ours is inline. The theme has a few inline scripts; each is allowed by its hash,
and a script that is not in the built pages is not.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

FILE = "content-security-policy.txt"


def inline_scripts(html: str) -> list[str]:
    """The text of each inline script of a page; data blocks are not scripts."""
    scripts = LexborHTMLParser(html).css("script:not([src])")
    return [s.text(deep=True) for s in scripts if s.attributes.get("type") != "application/json"]


def content_security_policy(site_dir: Path) -> str:
    """The policy for the pages under `site_dir`, as the value of the HTTP header."""
    hashes = {
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for page in site_dir.rglob("*.html")
        for script in inline_scripts(page.read_text("utf-8"))
    }
    scripts = " ".join(["'self'", *(f"'sha256-{value}'" for value in sorted(hashes))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
