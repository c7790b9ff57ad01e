"""Printed sheets: a running head, a code that leads back to the very piece, packs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.kinds import kinds
from tests.paper import pdf_text, sheet_texts
from tests.support import sample_content as content


def longest(kind: str):
    """The item of a kind with the most lines."""
    entries = content().library.of_kind(kind)
    return max(entries, key=lambda entry: len(list(entry.item.line_ids())))


@pytest.mark.parametrize(("language", "size"), [("en", "A4"), ("zh", "A4"), ("en", "Letter")])
def test_no_row_is_split_between_sheets(browser, address, language, size) -> None:
    context = browser.new_context()
    page = context.new_page()
    entry = longest("checklist")
    page.goto(f"{address}{language}/{entry.url}")
    sheets = [re.sub(r"\s", "", sheet) for sheet in sheet_texts(page.pdf(format=size))]
    assert len(sheets) > 2
    rows = [line for group in entry.item.groups for line in group.items]
    for row in rows:
        parts = [re.sub(r"\s", "", words[language]) for words in (row.act, row.evidence)]
        assert any(all(part in sheet for part in parts) for sheet in sheets), row.id
    context.close()


@pytest.mark.parametrize("kind", kinds())
def test_no_sheet_is_empty(browser, address, kind) -> None:
    context = browser.new_context()
    page = context.new_page()
    shortest = min(content().library.of_kind(kind), key=lambda entry: entry.item.minutes)
    page.goto(f"{address}en/{shortest.url}")
    last = sheet_texts(page.pdf(format="A4"))[-2]  # after the last sheet nothing follows
    head = page.locator(".pb-running p").text_content()
    # Besides the running head and the number of the sheet, something stands there.
    body = re.sub(r"\s", "", last).replace(re.sub(r"\s", "", head), "")
    assert len(re.sub(r"\d+/\d+$", "", body)) > 20, last
    context.close()


def test_a_pack_holds_what_was_chosen(fresh, address, tmp_path: Path) -> None:
    page = fresh.page
    page.add_init_script("globalThis.print = () => document.body.classList.add('printed')")
    page.goto(f"{address}en/toolkit/checklists/goods-in/")
    page.locator("#goods-in-c01 .pb-thumb").click()
    page.goto(f"{address}en/toolkit/pack/")
    button = page.locator(".pb-workspace .pb-button")
    assert button.is_disabled()
    for piece in ("checklist/goods-in", "message/delay-note"):
        page.locator(f'[data-piece="{piece}"] .pb-thumb').click()
    assert button.inner_text() == "Print 2 piece(s)"
    page.get_by_label("print what is filled in").check()
    button.click()
    page.locator("body.printed").wait_for()
    text = pdf_text(page.pdf(format="A4"), "-raw")
    library = content().library
    for group in library.entries["checklist", "goods-in"].item.groups:
        for line in group.items:
            assert re.sub(r"\s", "", line.act.en) in text
    request = library.entries["message", "delay-note"].item
    assert re.sub(r"\s", "", request.title.en) in text
    assert "Allofthisphase" not in text
    assert page.locator("#goods-in-c01 .pb-thumb .pb-tick").is_checked()
    assert fresh.sound()


@pytest.mark.parametrize("phase", ["preparation", "go-live"])
def test_a_phase_is_a_pack(watched, address, phase) -> None:
    page = watched.page
    page.goto(f"{address}zh/toolkit/pack/?phase={phase}")
    wanted = {
        f"{e.kind.command}/{e.item.id}"
        for e in content().library.entries.values()
        if e.item.phase == phase
    }
    ticked = page.locator("[data-piece]:has(:checked)").all()
    assert {row.get_attribute("data-piece") for row in ticked} == wanted
    assert watched.sound()


def test_a_pack_from_a_disk_says_why_not(browser, sample_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample_site / "en/toolkit/pack/index.html").as_uri())
    page.locator('[data-piece="checklist/goods-in"] .pb-thumb').click()
    page.locator(".pb-workspace .pb-button").click()
    page.locator(".pb-notice").wait_for()
    assert "From a copy on a disk" in page.locator(".pb-notice").inner_text()
    context.close()
