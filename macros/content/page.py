"""Parses a page: front matter, headings with ids, macro calls, links, code."""

from __future__ import annotations

import ast
import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.content.structure import (
    Difference,
    Part,
    built_parts,
    code_lines,
    converter,
    first_difference,
    written_parts,
)
from macros.contracts.findings import Finding
from macros.contracts.page_types import TO_WRITE, FrontMatter
from macros.contracts.yaml_source import YamlSource

CALL = re.compile(r"\{\{\s*([a-z_]+)\((.*?)\)\s*\}\}")
# What the macros plugin takes for a call: private characters that no author types, so that
# nothing else on a page is ever evaluated.
CALL_START, CALL_END = "\ue000", "\ue001"


@dataclass(frozen=True)
class Call:
    """One macro call on a page. `arguments` is None when they are not plain values."""

    name: str
    arguments: tuple[object, ...] | None
    line: int
    start: int  # where in the line it begins
    text: str
    alone: bool = True  # whether nothing else is on its line; in a sentence it is part of it

    @property
    def target(self) -> str:
        """The id the call names, its first argument; empty where it names none."""
        return str(self.arguments[0]) if self.arguments else ""

    @property
    def marked(self) -> str:
        """The call as the macros plugin evaluates it; as it was written, if it can't be."""
        if self.arguments is None:
            return self.text
        return mark_call(self.name, *self.arguments, **({} if self.alone else {"inline": True}))


def mark_call(name: str, *arguments: object, **named: object) -> str:
    """A macro call between the marks that the macros plugin knows."""
    values = [json.dumps(value, ensure_ascii=False) for value in arguments]
    values += [f"{key}={value!r}" for key, value in named.items()]
    return f"{CALL_START}{name}({', '.join(values)}){CALL_END}"


@dataclass(frozen=True)
class Heading:
    """One heading. `id` is None when it carries no explicit one."""

    level: int
    title: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Link:
    """One link or picture, however it is written."""

    target: str
    text: str
    is_image: bool
    line: int


@dataclass
class Section:
    """A level-2 heading and all that follows it up to the next."""

    heading: Heading
    lines: list[tuple[int, str]] = field(default_factory=list)  # (line number, text)
    calls: list[Call] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The section's Markdown without its heading, and without code."""
        return "\n".join(text for _, text in self.lines)

    @property
    def note(self) -> int:
        """The line that says it is still to be written; 0 where none does."""
        return next((number for number, text in self.lines if text.startswith(TO_WRITE)), 0)


@dataclass
class Page:
    """One parsed page."""

    language: str
    path: str  # under docs/<language>, such as preparation/workshops.md
    source: str  # under the project, such as docs/en/preparation/workshops.md
    text: str
    front: YamlSource
    meta: FrontMatter | None
    body: list[str]  # the lines below the front matter
    first_line: int  # of the body
    lines: list[tuple[int, str]]  # the body without code, with line numbers
    calls: list[Call]
    parts: list[Part]  # as they are written, with their lines
    difference: Difference | None  # where the build sees something else first
    is_broken: bool = False  # nothing can be said of it: another encoding, no front matter

    @functools.cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        found = (part for part in self.parts if part.kind == "heading")
        return [Heading(part.level, part.text, part.id, part.line) for part in found]

    @functools.cached_property
    def links(self) -> list[Link]:
        """All links and pictures, in order."""
        return [
            Link(part.text, part.words, part.kind == "image", part.line)
            for part in self.parts
            if part.kind in ("link", "image")
        ]

    @functools.cached_property
    def sections(self) -> list[Section]:
        """The level-2 sections, in order."""
        sections: list[Section] = []
        starts = {heading.line: heading for heading in self.headings if heading.level == 2}
        for number, text in self.lines:
            if number in starts:
                sections.append(Section(starts[number]))
            elif sections:
                sections[-1].lines.append((number, text))
        for call in self.calls:
            before = [one for one in sections if one.heading.line < call.line]
            if before:
                before[-1].calls.append(call)
        return sections

    @functools.cached_property
    def preface(self) -> str:
        """What is before the first level-2 heading."""
        end = self.sections[0].heading.line if self.sections else float("inf")
        return "\n".join(text for number, text in self.lines if number < end)

    @property
    def marked(self) -> str:
        """The body with its macro calls as the macros plugin evaluates them."""
        texts = [call.marked for call in self.calls]
        return _replace_calls(self.body, self.first_line, self.calls, texts)

    @property
    def front_matter(self) -> FrontMatter:
        """Its front matter. Raises ValueError where that is wrong, as findings say."""
        if self.meta is None:
            raise ValueError(f"{self.source}: its front matter is wrong")
        return self.meta

    @property
    def id(self) -> str | None:
        """Its id, also where other front matter is wrong; None where that can't be told."""
        return self.meta.id if self.meta else self._front_text("id")

    @property
    def type(self) -> str | None:
        """Its type, also where other front matter is wrong; None where that can't be told."""
        return self.meta.type if self.meta else self._front_text("type")

    @property
    def carries(self) -> list[str]:
        """The points of the method it treats, also where other front matter is wrong."""
        if self.meta:
            return self.meta.carries
        value = self._data.get("carries")
        return (
            [point for point in value if isinstance(point, str)] if isinstance(value, list) else []
        )

    @property
    def _data(self) -> dict[str, object]:
        return self.front.data if isinstance(self.front.data, dict) else {}

    def _front_text(self, key: str) -> str | None:
        value = self._data.get(key)
        return value if isinstance(value, str) else None

    def line_of(self, key: str) -> int:
        """The line of a front matter key."""
        return self.front.line((key,))

    def finding(
        self, line: int, code: str, found: str, expected: str, remedy: str, **more: Any
    ) -> Finding:
        """A finding in this page."""
        return Finding(self.source, line, code, found, expected, remedy, **more)


@functools.lru_cache(maxsize=2048)  # after an edit most pages are as they were
def parse_page(
    language: str, path: str, source: str, text: str, settings: str, unread: bool = False
) -> tuple[Page, tuple[Finding, ...]]:
    """Parse one page. Returns it with the findings on its front matter.

    `settings` are those of Python-Markdown, see `converter`. `unread` says that the file could
    not be read and `text` is none of it.
    """
    lines = text.split("\n")
    findings: list[Finding] = []
    header, body_start = "", 0
    if lines[0].strip() == "---" and "---" in (line.rstrip() for line in lines[1:]):
        end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
        header, body_start = "\n".join(lines[1:end]), end + 1
    elif not unread:
        findings.append(
            Finding(
                source,
                1,
                "front-matter-missing",
                "no front matter",
                "front matter between two lines of --- at the top",
                "copy it from the page's twin, or make the page with scripts/new.py",
            )
        )
    front = YamlSource(source, header, offset=1)
    meta, broken = None, unread or bool(findings)
    if not broken:
        meta = front.parse(FrontMatter)
        findings += front.findings
    body, first = lines[body_start:], body_start + 1
    prose = without_code(body)
    calls = [call for place, row in enumerate(prose) for call in find_calls(row, first + place)]
    places = [_place(number, call) for number, call in enumerate(calls)]
    held = _replace_calls(body, first, calls, places)
    parts = written_parts(held, first)
    difference = first_difference(built_parts(converter(settings).reset().convert(held)), parts)
    numbered = list(enumerate(prose, first))
    page = Page(
        language,
        path,
        source,
        text,
        front,
        meta,
        body,
        first,
        numbered,
        calls,
        parts,
        difference,
        broken,
    )
    return page, tuple(findings)


def without_code(body: list[str]) -> list[str]:
    """Lines of Markdown with blanks where they have code."""
    whole, spans = code_lines("\n".join(body))
    rows = ["" if number in whole else row for number, row in enumerate(body)]
    for number, start, end in spans:
        rows[number] = rows[number][:start] + " " * (end - start) + rows[number][end:]
    return rows


def find_calls(text: str, line: int) -> Iterator[Call]:
    """The macro calls in one line of Markdown that holds no code."""
    for match in CALL.finditer(text):
        try:
            arguments = ast.literal_eval(f"({match[2]},)") if match[2].strip() else ()
        except (SyntaxError, ValueError):
            arguments = None
        alone = match[0] == text.strip()
        yield Call(match[1], arguments, line, match.start(), match[0], alone)


def _place(number: int, call: Call) -> str:
    """A place holder for what a call gives, which the build converts in its stead."""
    tag = "div" if call.alone else "span"
    return f'<{tag} data-call="{number}"></{tag}>'


def _replace_calls(body: list[str], first: int, calls: list[Call], texts: list[str]) -> str:
    """The body with a text in the place of each call; `first` is the number of its first line."""
    rows = list(body)
    # From the end, so that what is before keeps its place.
    for call, text in reversed(list(zip(calls, texts, strict=True))):
        row, start = rows[call.line - first], call.start
        rows[call.line - first] = row[:start] + text + row[start + len(call.text) :]
    return "\n".join(rows)
