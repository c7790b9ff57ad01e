"""The texts in a file of any kind: a page, an index, an archive, an Office file, a PDF."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

ARCHIVES = (".zip", ".docx", ".xlsx")
READABLE = (".svg", ".html", ".txt", ".csv", ".json", ".pdf", *ARCHIVES)


def texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The texts in a file, each with the part of the file it is from."""
    yield from own_texts(name, content)
    for member, inside in members(name, content):
        yield f"{member}, its name", member
        for place, text in texts(member, inside):
            yield within(member, place), text


def within(member: str, place: str) -> str:
    """A place in a packed file, as a part of what it is packed in."""
    part = place.removeprefix("text").removeprefix(", ")
    return f"{member}, {part}" if part else member


def members(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that are packed in a file."""
    suffix = Path(name).suffix
    if suffix == ".gz":
        yield name.removesuffix(suffix), gzip.decompress(content)
    elif suffix in ARCHIVES:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for member in packed.namelist():
                yield member, packed.read(member)


def own_texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The texts of a file itself, without what is packed in it."""
    suffix = Path(name).suffix
    if suffix in (".gz", *ARCHIVES):
        return
    if suffix == ".pdf":
        document = PdfReader(io.BytesIO(content))
        yield "properties", " ".join(str(value) for value in (document.metadata or {}).values())
        yield "text", " ".join(page.extract_text() for page in document.pages)
        fields = (document.get_fields() or {}).values()
        yield "fields", " ".join(str(one.get("/TU", "")) for one in fields)
    elif suffix == ".json":
        for text in _strings(json.loads(content)):
            yield from _markup(text)
    else:
        text = content.decode("utf-8", "replace")
        if suffix in (".html", ".xml", ".svg", ".rels"):
            yield from _markup(text)
        else:
            yield "text", text


def _markup(text: str) -> Iterator[tuple[str, str]]:
    """What is read, and what is in attributes and comments."""
    words: list[str] = []
    hidden: list[str] = []
    root = LexborHTMLParser(text).root
    for node in root.traverse(include_text=True) if root is not None else ():
        if node.is_text_node:
            words.append(node.text_content or "")
        elif node.is_comment_node:
            hidden.append(node.comment_content or "")
        elif node.is_element_node:
            hidden += [value for value in node.attributes.values() if value]
    yield "text", " ".join(words)
    yield "text, attributes and comments", "\n".join(hidden)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        for part in parts:
            yield from _strings(part)
