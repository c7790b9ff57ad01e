"""README and CONTRIBUTING name what is there."""

from __future__ import annotations

import re

import pytest

from tests.support import ROOT

# What a reader makes, or a command does.
EXAMPLES = {
    "docs/library/checklists/spare-parts-walk.yml",
    "docs/library/checklists/first-visit.yml",
    "docs/library/our-system.yml",
    "docs/library/published-ids.txt",
    "macros/render/views/open_questions.py",
}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_and_link_of_a_document_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    paths = set(re.findall(r"\b(?:docs|macros|scripts|tests|overrides)/[\w./-]*\w", text))
    missing = {path for path in paths - EXAMPLES if not (ROOT / path).exists()}
    assert missing == set()
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
