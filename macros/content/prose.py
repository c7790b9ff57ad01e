"""What a text amounts to: its prose, and the figures in it."""

from __future__ import annotations

import re
from collections import Counter

from macros.content.page import CALL

# Near enough for counting; what a link or a heading is, structure.py knows.
_HEADING = re.compile(r"^#{1,6}\s+(.*?)(?:\s+\{#[^}\s]+\})?\s*$")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)")
_CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’%.-]*")
_ATTRIBUTES = re.compile(r"\{[:#.][^}]*\}")
_NUMBER = re.compile(
    # 5月 is May, which English writes in letters.
    r"(?<![A-Za-z_#\d.])(?!1?\d月)(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s?(万|亿|thousand\b|million\b|billion\b|k\b)?"
)
_SCALE = {"万": 1e4, "亿": 1e8, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3}


def plain(markdown: str) -> str:
    """Markdown as a reader sees it: no macro calls, link targets, attributes or markers."""
    lines = []
    for line in CALL.sub(" ", markdown).split("\n"):
        if heading := _HEADING.match(line):
            line = heading[1]
        line = _LINK.sub(lambda match: match[1], line)
        line = re.sub(r"^\s*(\d+[.)]|[-*+>])\s+", "", line)  # a list marker is no figure
        lines.append(_ATTRIBUTES.sub("", line))
    return "\n".join(lines)


def amount(markdown: str, language: str) -> int:
    """How much prose: words in English; Chinese characters and foreign words in Chinese."""
    text = plain(markdown)
    words = len(_WORD.findall(text))
    return words + len(_CJK.findall(text)) if language == "zh" else words


def figures(markdown: str) -> Counter[float]:
    """The numbers written in digits, by value: 1,200,000 and 120万 and 1.2 million are one."""
    found: Counter[float] = Counter()
    for match in _NUMBER.finditer(plain(markdown)):
        value = float(re.sub("[,，]", "", match[1])) * _SCALE.get(match[2] or "", 1)
        found[round(value, 6)] += 1
    return found


def shown(numbers: Counter[float] | set[float]) -> str:
    """Figures as text for a message."""
    return ", ".join(f"{number:,.10g}" for number in sorted(numbers)) or "none"
