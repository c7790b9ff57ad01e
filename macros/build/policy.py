"""The Content-Security-Policy under which a built site works.

Nothing of ours is inline. The theme has a few inline scripts; each is allowed by its hash,
and a script that is not in the built pages is not.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

FILE = "content-security-policy.txt"
SCRIPT = re.compile(r"<script\b.*?</script>", re.I | re.S)  # the parser needn't read the rest


class _InlineScripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        attributes = dict(attrs)
        data_block = attributes.get("type") == "application/json"
        self._open = tag == "script" and "src" not in attributes and not data_block

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.scripts.append(data)


def inline_scripts(html: str) -> list[str]:
    """The text of each inline script of a page; data blocks are not scripts."""
    parser = _InlineScripts()
    for match in SCRIPT.finditer(html):
        parser.feed(match[0])
    return parser.scripts


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
