"""What tests read from built pages."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src"}


class Document:
    """A parsed page: ids, references, and what should not be there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []  # href of anchors
        self.resources: list[str] = []  # what a browser loads by itself
        self.inline_styles: list[str] = []
        self.handlers: list[str] = []  # onclick and its like
        page = LexborHTMLParser(path.read_text("utf-8"))
        for node in page.css("*"):
            self._read(node.tag or "", node.attributes)
        for node in page.css("script, style"):
            node.decompose()
        text = page.root.text(separator=" ") if page.root else ""
        self.words = " ".join(text.split())  # the page's text with white space folded

    def _read(self, tag: str, attributes: dict[str, str | None]) -> None:
        if name := attributes.get("id"):
            self.ids.append(name)
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"] or "")
        loaded = LOADED.get(tag)
        if loaded in attributes and attributes.get("rel") not in ("prev", "next"):
            self.resources.append(attributes[loaded] or "")
        if "style" in attributes or tag == "style":
            self.inline_styles.append(f"<{tag} {attributes.get('style', '')}>")
        self.handlers += [name for name in attributes if name.startswith("on")]
