"""The index that the theme's search plugin writes, and what it needs to read Chinese."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

INDEX = Path("search", "search_index.json")
SEGMENT = "\u200b"  # what the search plugin puts between segmented Chinese words


def entries(site: Path, without: set[str]) -> list[dict[str, Any]]:
    """What the index of a built site says of its pages, those at the addresses `without` left out.

    Empty where there is no index.
    """
    path = site / INDEX
    docs = json.loads(path.read_text("utf-8"))["docs"] if path.exists() else []
    return [doc for doc in docs if doc["location"].split("#")[0] not in without]


def complete(site: Path, missing: list[dict[str, Any]]) -> None:
    """Add to a site's index what it says of pages that were not built this time."""
    if missing:
        path = site / INDEX
        index = json.loads(path.read_text("utf-8"))
        index["docs"] += missing
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def require_segmentation() -> None:
    """Raise PluginError where Chinese can't be split into words.

    For every language: the English glossary has Chinese words too.
    """
    try:
        import jieba

        jieba.setLogLevel("WARNING")  # it reports how it loads
    except ImportError as error:
        raise PluginError(
            "The search index can't be made: jieba is not installed, and without it "
            "no Chinese word inside a sentence is found. Install requirements.lock."
        ) from error


def require_segmented(site: Path) -> None:
    """Raise PluginError where the Chinese index was written without splitting words."""
    if not any(SEGMENT in doc["text"] for doc in entries(site, without=set())):
        raise PluginError(
            "The Chinese search index holds no segmented words: search would find nothing. "
            "Check that jieba works and that the search plugin is the theme's."
        )
