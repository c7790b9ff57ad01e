"""Reads a text file, whatever an editor has made of it."""

from __future__ import annotations

from pathlib import Path

from macros.contracts.findings import Finding

MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}  # what such a file begins with
OTHERS = ("gb18030",)  # what Chinese editors save in, tried in order


def read_text(path: Path, name: str) -> tuple[str, list[Finding]]:
    """The text of a file called `name` in findings; empty, with a finding, if it isn't UTF-8.

    A byte order mark is taken off, and line ends of any system become line feeds.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [
            Finding(
                name,
                line,
                "encoding",
                f"a file saved as {_guess(data)}",
                "a file saved as UTF-8",
                "open it in the program that saved it, and save it again as UTF-8",
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _guess(data: bytes) -> str:
    """What a file that isn't UTF-8 may be saved as, in an editor's words."""
    if data[:2] in MARKS:
        return MARKS[data[:2]]
    for name in OTHERS:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return "GBK (ANSI on a Chinese computer)"
    return "something else than text"
