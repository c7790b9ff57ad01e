"""Prints findings: as text for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from macros.contracts.findings import Finding


def as_text(findings: Iterable[Finding]) -> str:
    """One block per finding: where, what was found, what was expected, how to fix it."""
    return "\n".join(
        f"{f.path}:{f.line}: {f.severity} [{f.code}]\n"
        f"  found:    {f.found}\n"
        f"  expected: {f.expected}\n"
        f"  to fix:  {f.remedy}"
        for f in findings
    )


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON list with one object per finding, its keys those of `Finding`."""
    return json.dumps([f.as_dict() for f in findings], ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """GitHub workflow commands, which show up as annotations on the changed lines.

    Escapes as in https://docs.github.com/actions/reference/workflow-commands.
    """
    return "\n".join(
        f"::{f.severity} file={_property(f.path)},line={f.line},title={_property(f.code)}::"
        + _data(f"found: {f.found}\nexpected: {f.expected}\nto fix: {f.remedy}")
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
