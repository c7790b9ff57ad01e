"""A filled Excel list comes back into the workspace, or a message says why it doesn't."""

from __future__ import annotations

import base64
import datetime as dt
import functools
import io
import json
import random
import time

import pytest
from openpyxl import load_workbook

from macros.files.of_item import sheet
from macros.files.writers import excel
from tests.browser.test_work import PROJECTS, kept
from tests.support import sample_content as content

ITEM = "checklist/goods-in"


@functools.cache
def written(kind: str = "checklist", name: str = "goods-in", language: str = "en") -> bytes:
    library = content().library
    return excel.write(sheet(library.entries[kind, name], library, language, ""))


def filled(change, language: str = "en", kind: str = "checklist", name: str = "goods-in") -> bytes:
    """The workbook as a client sends it back: opened, changed, saved by another program."""
    book = load_workbook(io.BytesIO(written(kind, name, language)))
    change(book.worksheets[1], book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def bring(page, content: bytes, name: str = "goods-in.en.xlsx") -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": name, "mimeType": kind, "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def work(page, book=None) -> None:
    """Rows as somebody fills them: columns C status, G owner, H date, I note."""
    statuses = {"en": ("done", "doesn't apply"), "zh": ("已完成", "不适用")}
    done, na = statuses["zh" if page["C2"].value == "未完成" else "en"]
    page["C2"], page["C3"] = done, na
    page["G4"], page["H4"], page["I4"] = "Li", dt.date(2026, 12, 1), "Room 4 <b>"
    page["H5"] = "2026/12/24"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_filled_list_comes_back(watched, address, language) -> None:
    page = watched.page
    page.goto(f"{address}{language}/{PROJECTS}")
    page.evaluate("playbook.store.set('checklist/goods-in/c02', {reason: 'kept', status: 'na'})")
    # The newest stays: what was done here after the file was saved isn't touched.
    page.evaluate(f"playbook.store.set('{ITEM}/c05', {{note: 'mine', status: 'done'}})")
    page.evaluate(
        """() => { const all = playbook.store.lines();
           all['checklist/goods-in/c05'].at += 1e9; playbook.store.replace(all); }"""
    )
    time.sleep(0.01)
    bring(page, filled(work, language))
    page.locator(".pb-projects__changes").wait_for()
    assert set(kept(page)) == {f"{ITEM}/c02", f"{ITEM}/c05"}
    page.locator(".pb-projects__preview .pb-button").first.click()
    lines = {key.rpartition("/")[2]: line for key, line in kept(page).items()}
    assert lines["c01"]["status"] == "done"
    assert (lines["c02"]["status"], lines["c02"]["reason"]) == ("na", "kept")
    wanted = {"status": "open", "owner": "Li", "due": "2026-12-01", "note": "Room 4 <b>"}
    assert {name: value for name, value in lines["c03"].items() if name != "at"} == wanted
    assert lines["c04"]["due"] == "2026-12-24"
    assert (lines["c05"]["status"], lines["c05"]["note"]) == ("done", "mine")
    assert watched.sound()


def put(cell: str, value) -> object:
    def change(page, book) -> None:
        work(page)
        page[cell] = value

    return change


def identity(row: int, column: int, value) -> object:
    return lambda page, book: book["playbook"].cell(row, column, value)


def without(name: str) -> object:
    return lambda page, book: book.remove(book[name])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("C1", "State"), "A heading has been changed"),
        (put("H1", None), "A heading has been changed"),
        (put("A2", None), "lost its id"),
        (put("A3", "c01"), "An id stands twice"),
        (put("C2", '=IF(1,"done","open")'), "A formula stands"),
        (put("I4", "=1+1"), "A formula stands"),
        (put("C2", "almost"), "isn't one of the list"),
        (put("H4", "soon"), "This is no date"),
        (put("A2", "../../x"), "can't be used"),
        (without("playbook"), "none of this playbook's"),
        (identity(1, 2, 7), "newer version"),
        (identity(1, 2, "x"), "none of this playbook's"),
    ],
)
def test_a_list_that_cant_be_used_changes_nothing(watched, address, change, message) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    bring(page, filled(change))
    page.locator(".pb-notice:not([hidden])").wait_for()
    notice = page.locator(".pb-notice").inner_text()
    assert message in notice
    assert "Nothing has been changed" in notice
    assert kept(page) == {}
    assert watched.sound()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "can't be read"),
        (b"PK\x03\x04 not a zip", "can't be read"),
        (written()[:-2000], "can't be read"),
    ],
)
def test_what_is_no_workbook_is_refused(watched, address, content, message) -> None:
    page = watched.page
    page.goto(f"{address}zh/{PROJECTS}")
    bring(page, content)
    page.locator(".pb-notice:not([hidden])").wait_for()
    assert "没有作任何修改" in page.locator(".pb-notice").inner_text()
    assert kept(page) == {}
    assert watched.sound()


def test_a_file_of_another_version_says_so(watched, address) -> None:
    library = content().library
    older = sheet(library.entries["checklist", "goods-in"], library, "en", "0.9")
    book = load_workbook(io.BytesIO(excel.write(older)))
    work(book.worksheets[1])
    target = io.BytesIO()
    book.save(target)
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    bring(page, target.getvalue())
    page.get_by_text("from another version (0.9)").wait_for()
    assert watched.sound()


def test_the_reader_is_loaded_only_when_it_is_needed(fresh, address) -> None:
    page = fresh.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/{PROJECTS}")
    assert not [url for url in asked if "fflate" in url or "workbook.js" in url]
    bring(page, filled(work))
    page.locator(".pb-projects__changes").wait_for()
    assert len([url for url in asked if "fflate" in url or "workbook.js" in url]) == 2


def test_hundreds_of_mangled_workbooks_end_in_a_message(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    good = filled(work)
    bring(page, good)  # loads the reader
    page.locator(".pb-projects__changes").wait_for()
    chance = random.Random(20261123)
    mangled = []
    for _ in range(300):
        content = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        mangled.append(base64.b64encode(content).decode())
    results = page.evaluate(
        """(files) => files.map((file) => {
          const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
          try {
            const {lines} = playbook.readWorkbook(bytes, {}, 1);
            playbook.state.checkedLines({schema: 1, lines});
            return "taken";
          } catch (error) {
            return error instanceof playbook.Refused ? error.code : `${error}`;
          }
        })""",
        mangled,
    )
    codes = ["broken", "foreign", "newer", "nothing", "heading", "formula", "status", "due"]
    allowed = {"taken", "line"} | {f"xlsx-{code}" for code in [*codes, "id", "double"]}
    assert set(results) <= allowed, set(results) - allowed
    assert results.count("taken") < 200
    assert json.dumps(kept(page)) == "{}"
