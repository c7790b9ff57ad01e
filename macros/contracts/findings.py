"""A finding: one thing that is wrong, where, and how to fix it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One problem in the content.

    `path` is relative to the project, with forward slashes; `line` counts from 1.
    """

    path: str
    line: int
    code: str
    found: str
    expected: str
    remedy: str
    severity: Severity = "error"

    def as_dict(self) -> dict[str, str | int]:
        """The finding as plain data, for JSON."""
        return asdict(self)


class ContentError(Exception):
    """The content can't be built; carries every finding that says why."""

    def __init__(self, findings: list[Finding]):
        # The only argument, so that the error stays whole on its way from another process.
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        lines = [f"{one.path}:{one.line}: {one.found}" for one in self.findings]
        return "\n".join(["The content has errors:", *lines])
