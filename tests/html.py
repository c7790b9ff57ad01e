"""What tests read from built pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Document(HTMLParser):
    """A parsed page: ids, references, and what should not be there."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # href of anchors
    resources: list[str] = field(default_factory=list)  # what a browser loads by itself
    inline_styles: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)  # onclick and its like
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._hidden = 0
        self.feed(self.path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list) -> None:
        attributes = dict(attrs)
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        loaded = {"script": "src", "img": "src", "link": "href", "iframe": "src"}.get(tag)
        if loaded and loaded in attributes and attributes.get("rel") not in ("prev", "next"):
            self.resources.append(attributes[loaded])
        if "style" in attributes or tag == "style":
            self.inline_styles.append(f"<{tag} {attributes.get('style', '')}>")
        self.handlers += [name for name in attributes if name.startswith("on")]
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.text.append(data)

    @property
    def words(self) -> str:
        """The page's text with white space folded."""
        return " ".join(" ".join(self.text).split())
