"""Parses a page: front matter, headings with ids, macro calls, links, figures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from macros.contracts.findings import Finding
from macros.contracts.page_types import FrontMatter
from macros.contracts.yaml_source import YamlSource

FENCE = re.compile(r"^\s*(```|~~~)")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s+\{#([^}\s]+)\})?\s*$")
CALL = re.compile(r"\{\{\s*([a-z_]+)\((.*?)\)\s*\}\}")
LOGIC = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#(?![\w-]+\}).*?#\}|\{\{|\{%")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
RAW_HTML = re.compile(r"</?[a-zA-Z][^>\n]*>|<!--")
CODE_SPAN = re.compile(r"`[^`]*`")


@dataclass(frozen=True)
class Call:
    """One macro call on a page. `arguments` is None when they are not plain values."""

    name: str
    arguments: tuple | None
    line: int
    text: str

    @property
    def target(self) -> str | None:
        """The id the call names: its first argument."""
        return str(self.arguments[0]) if self.arguments else None


@dataclass(frozen=True)
class Heading:
    """One heading. `id` is None when it carries no explicit one."""

    level: int
    title: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Link:
    """One Markdown link or image."""

    target: str
    text: str
    is_image: bool
    line: int


@dataclass
class Section:
    """A level-2 heading and all that follows it up to the next."""

    heading: Heading
    lines: list[tuple[int, str]] = field(default_factory=list)  # (line number, text)

    @property
    def calls(self) -> list[Call]:
        """The macro calls in the section, in order."""
        return [call for number, text in self.lines for call in find_calls(text, number)]

    @property
    def text(self) -> str:
        """The section's Markdown without its heading."""
        return "\n".join(text for _, text in self.lines)


@dataclass
class Page:
    """One parsed page."""

    language: str
    path: str  # under docs/<language>, such as preparation/workshops.md
    source: str  # under the project, such as docs/en/preparation/workshops.md
    text: str
    front: YamlSource
    meta: FrontMatter | None
    lines: list[tuple[int, str]]  # the body outside code fences, with line numbers

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        found = []
        for number, text in self.lines:
            if match := HEADING.match(text):
                found.append(Heading(len(match[1]), match[2], match[3], number))
        return found

    @cached_property
    def sections(self) -> list[Section]:
        """The level-2 sections, in order."""
        sections: list[Section] = []
        by_line = {heading.line: heading for heading in self.headings}
        for number, text in self.lines:
            heading = by_line.get(number)
            if heading and heading.level == 2:
                sections.append(Section(heading))
            elif sections:
                sections[-1].lines.append((number, text))
        return sections

    @cached_property
    def preface(self) -> str:
        """What stands before the first level-2 heading."""
        end = self.sections[0].heading.line if self.sections else float("inf")
        return "\n".join(text for number, text in self.lines if number < end)

    @cached_property
    def calls(self) -> list[Call]:
        """All macro calls, in order."""
        return [call for number, text in self.lines for call in find_calls(text, number)]

    @cached_property
    def links(self) -> list[Link]:
        """All Markdown links and images outside code."""
        return [
            Link(match[3], match[2], match[1] == "!", number)
            for number, text in self.lines
            for match in LINK.finditer(CODE_SPAN.sub("", text))
        ]

    def line_of(self, key: str) -> int:
        """The line of a front matter key."""
        return self.front.line((key,))

    def finding(
        self, line: int, code: str, found: str, expected: str, remedy: str, **more
    ) -> Finding:
        """A finding in this page."""
        return Finding(self.source, line, code, found, expected, remedy, **more)


def parse_page(language: str, path: str, source: str, text: str) -> tuple[Page, list[Finding]]:
    """Parse one page. Returns it with the findings on its front matter."""
    lines = text.split("\n")
    findings: list[Finding] = []
    header, body_start = "", 0
    if lines[0].strip() == "---" and "---" in (line.rstrip() for line in lines[1:]):
        end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
        header, body_start = "\n".join(lines[1:end]), end + 1
    else:
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
    meta = None
    if not findings:
        meta = front.parse(FrontMatter)
        findings += front.findings
    body, fenced = [], False
    for number, line in enumerate(lines[body_start:], body_start + 1):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            body.append((number, line))
    return Page(language, path, source, text, front, meta, body), findings


def find_calls(text: str, line: int) -> Iterator[Call]:
    """The macro calls in one line of Markdown."""
    for match in CALL.finditer(CODE_SPAN.sub("", text)):
        try:
            arguments = ast.literal_eval(f"({match[2]},)") if match[2].strip() else ()
        except (SyntaxError, ValueError):
            arguments = None
        yield Call(match[1], arguments, line, match[0])
