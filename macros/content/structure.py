"""The structure of a page, read twice: what the build makes of it, and where it is.

What counts is the HTML that Python-Markdown makes with the extensions of mkdocs.yml, as the
build does. It has no lines; a second parser, markdown-it, has. Both are read as one sequence of
parts in the order of the page. Where the two differ, the author's text means one thing to the
build and another to most readers of Markdown, and somebody has to look.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown import Markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from selectolax.lexbor import LexborHTMLParser, LexborNode

ATTRIBUTES = re.compile(r"\s*\{:?\s*([^}\n]*)\}\s*$")  # {#its-id} at the end of a heading
EXPLICIT_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
CALL = re.compile(r'<(?:div|span) data-call="(\d+)">')


@dataclass(frozen=True)
class Part:
    """One part of a page. Two are the same part if all but the line is equal.

    `text` is what a heading or a piece of code says, where a link or a picture leads, how many
    cells a row has, the number of a macro call.
    """

    kind: str  # heading, link, image, code, code block, list item, row, quote, box, …
    text: str = ""
    level: int = 0
    line: int = 0
    id: str | None = None  # of a heading: only if it is written there
    words: str = ""  # of a link or a picture: its text

    @property
    def compared(self) -> tuple[str, str, int]:
        """What has to be equal in both readings."""
        return self.kind, self.text, self.level

    def __str__(self) -> str:
        if self.kind == "call":
            return "macro call"
        return f"{self.kind} '{self.text}'" if self.text else self.kind


def built_parts(html: str) -> list[Part]:
    """The parts of a page's HTML."""
    root = LexborHTMLParser(f"<body>{html}").body
    return list(_of_nodes(root)) if root is not None else []


def written_parts(text: str, first_line: int) -> list[Part]:
    """The parts of a page's Markdown with their lines, of which the first is `first_line`."""
    return list(_of_tokens(_parser().parse(text), first_line))


@dataclass(frozen=True)
class Difference:
    """The first place where the two readings differ: a part that only one of them has."""

    part: Part
    line: int
    built: bool  # whether the build has it, and the page does not look like it


def first_difference(built: list[Part], written: list[Part]) -> Difference | None:
    """Where the two readings part, or None where they are the same throughout."""
    for place, (one, other) in enumerate(itertools.zip_longest(built, written)):
        if one and other and one.compared == other.compared:
            continue
        line = other.line if other else written[-1].line if written else 1
        # What comes later in the other reading is not the odd one out.
        later = {part.compared for part in written[place:]}
        if one and (other is None or one.compared not in later):
            return Difference(one, line, built=True)
        if other:
            return Difference(other, line, built=False)
    return None


def code_lines(text: str) -> tuple[set[int], list[tuple[int, int, int]]]:
    """Where a text has code: lines that are code as a whole, counted from 0, and spans.

    A span is a line, where it begins in it and where it ends.
    """
    whole: set[int] = set()
    spans: list[tuple[int, int, int]] = []
    lines = text.split("\n")
    for token in _parser().parse(text):
        if token.type in ("fence", "code_block") and token.map:
            whole |= set(range(*token.map))
        elif token.type == "inline" and token.map:
            marks = [child.markup for child in token.children or () if child.type == "code_inline"]
            spans += _spans(lines, token.map, marks)
    return whole, spans


def _spans(lines: list[str], reach: list[int], marks: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where the code spans of a block are, whose marks are known, one after the other."""
    block = "\n".join(lines[reach[0] : reach[1]])
    at = 0
    for mark in marks:
        edge = rf"(?<!`){mark}(?!`)"
        found = re.compile(rf"{edge}.*?{edge}", re.DOTALL).search(block, at)
        if found is None:
            return
        at = found.end()
        first = block.count("\n", 0, found.start())
        for offset, piece in enumerate(found[0].split("\n")):
            before = block.rfind("\n", 0, found.start()) + 1 if offset == 0 else 0
            start = found.start() - before if offset == 0 else 0
            yield reach[0] + first + offset, start, start + len(piece)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin)
    # Addresses are compared as they are written.
    parser.normalizeLink = lambda url: url
    parser.validateLink = lambda url: True
    return parser


@functools.lru_cache(maxsize=8)
def converter(settings: str) -> Markdown:
    """Python-Markdown with the extensions of `settings`, a JSON object: each with its own."""
    extensions = json.loads(settings)
    return Markdown(extensions=list(extensions), extension_configs=extensions)


SIMPLE = {"li": "list item", "blockquote": "quote", "hr": "rule", "dt": "term", "dd": "definition"}


def _of_nodes(parent: LexborNode) -> Iterator[Part]:
    for node in parent.iter(include_text=False):
        tag, attributes = node.tag or "", node.attributes
        inside: Iterator[Part] = iter(())
        if re.fullmatch("h[1-6]", tag):
            for mark in node.css("a.headerlink"):
                mark.decompose()
            yield Part("heading", _fold(node.text(deep=True)), int(tag[1]), id=attributes.get("id"))
            inside = _of_nodes(node)
        elif tag == "a":
            yield Part("link", attributes.get("href") or "", words=_fold(node.text(deep=True)))
            inside = _of_nodes(node)
        elif tag == "img":
            yield Part("image", attributes.get("src") or "", words=attributes.get("alt") or "")
        elif tag == "pre":
            yield Part("code block", node.text(deep=True).strip("\n"))
        elif tag == "code":
            yield Part("code", _fold(node.text(deep=True)))
        elif tag == "tr":
            cells = [child for child in node.iter(include_text=False) if child.tag in ("td", "th")]
            yield Part("table row", f"{len(cells)} cells")
            inside = _of_nodes(node)
        elif tag == "details" or "admonition" in (attributes.get("class") or "").split():
            yield Part("box")
            inside = _of_nodes(node)
        elif "data-call" in attributes:
            yield Part("call", attributes["data-call"] or "")
        else:
            if tag in SIMPLE:
                yield Part(SIMPLE[tag])
            inside = _of_nodes(node)
        yield from inside


OPENS = {
    "list_item_open": "list item",
    "blockquote_open": "quote",
    "hr": "rule",
    "dt_open": "term",
    "dd_open": "definition",
    "admonition_open": "box",
}


def _of_tokens(tokens: list[Token], first_line: int) -> Iterator[Part]:
    line = first_line
    for place, token in enumerate(tokens):
        if token.map:
            line = first_line + token.map[0]
        if token.type in OPENS:
            yield Part(OPENS[token.type], line=line)
        elif token.type == "heading_open":
            yield _heading(tokens[place + 1], int(token.tag[1]), line)
        elif token.type == "tr_open":
            rest = itertools.takewhile(lambda t: t.type != "tr_close", tokens[place:])
            cells = sum(t.type in ("td_open", "th_open") for t in rest)
            yield Part("table row", f"{cells} cells", line=line)
        elif token.type in ("fence", "code_block"):
            yield Part("code block", token.content.strip("\n"), line=line)
        elif token.type == "html_block":
            yield from _of_html(token.content, line)
        elif token.type == "inline":
            yield from _of_inline(token.children or [], line)


def _heading(inline: Token, level: int, line: int) -> Part:
    said = "".join(
        child.content for child in inline.children or () if child.type in ("text", "code_inline")
    )
    attributes = ATTRIBUTES.search(inline.content)
    named = EXPLICIT_ID.search(attributes[1]) if attributes else None
    text = ATTRIBUTES.sub("", said) if attributes else said
    return Part("heading", _fold(text), level, line, id=named[1] if named else None)


def _of_inline(children: list[Token], line: int) -> Iterator[Part]:
    for place, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "link_open":
            inside = itertools.takewhile(lambda t: t.type != "link_close", children[place + 1 :])
            words = "".join(t.content for t in inside)
            yield Part("link", str(child.attrs.get("href", "")), line=line, words=_fold(words))
        elif child.type == "image":
            yield Part("image", str(child.attrs["src"]), line=line, words=child.content)
        elif child.type == "code_inline":
            yield Part("code", _fold(child.content), line=line)
        elif child.type == "html_inline":
            yield from _of_html(child.content, line)


def _of_html(html: str, line: int) -> Iterator[Part]:
    """HTML in a page: the place of a macro call, or something an author wrote."""
    if match := CALL.match(html):
        yield Part("call", match[1], line=line)
    elif not html.strip().startswith("</"):
        yield Part("html", html.strip().split("\n")[0], line=line)


def _fold(text: str) -> str:
    return " ".join(text.split())
