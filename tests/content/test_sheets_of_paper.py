"""What the playbook's own cards and drills take of paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.contracts.fields import LANGUAGES
from tests.paper import sheet_texts
from tests.serving import serving
from tests.support import content


@pytest.mark.parametrize(
    ("kind", "sheets", "sizes"), [("job_aid", 1, ("A4", "Letter")), ("drill", 2, ("A4",))]
)
def test_a_card_is_one_sheet_and_a_drill_two(browser, site: Path, kind, sheets, sizes) -> None:
    context = browser.new_context()
    page = context.new_page()
    found = {}
    # Those that say the most: what these hold, the others hold.
    entries = sorted(content().library.of_kind(kind), key=lambda e: len(str(e.item)))[-4:]
    with serving(site) as address:
        for entry in entries:
            for language in LANGUAGES:
                page.goto(f"{address}{language}/{entry.url}")
                for size in sizes:
                    made = sheet_texts(page.pdf(format=size))
                    found[entry.item.id, language, size] = len(made) - 1
            for file in (site / "en" / entry.url).glob("*.pdf"):
                if kind == "job_aid":
                    found[file.name] = len(sheet_texts(file.read_bytes())) - 1
    assert {name: number for name, number in found.items() if number != sheets} == {}
    context.close()
