"""Rows of a register: added, kept, handed on, filled in Excel and brought back."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from tests.browser.test_work import HOSTILE, PROJECTS, fill, kept, more
from tests.browser.test_workbook import bring, filled

REGISTER = "toolkit/registers/issue-list/"
LIST = "toolkit/checklists/goods-in/"


def rows(page):
    return page.locator(".pb-row")


def write(page, number: int, column: str, value: str) -> None:
    place = rows(page).nth(number - 1).locator(f"[name={column}]")
    if place.evaluate("e => e.tagName") == "SELECT":
        place.select_option(value)
    else:
        place.fill(value)
        place.blur()


def add(page, label: str = "Add a row") -> None:
    page.get_by_role("button", name=label).click()


def test_rows_are_kept_and_read_in_both_languages(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{REGISTER}")
    assert rows(page).count() == 0
    add(page)
    # The keyboard is in the first field at once.
    page.keyboard.type("Scanner 4 reads nothing")
    write(page, 1, "severity", "s2")
    write(page, 1, "day", "2026-12-01")
    add(page)
    write(page, 2, "text", HOSTILE)
    ((key, first), (_, second)) = kept(page).items()
    assert key.startswith("register/issue-list/row-")
    cells = {"text": "Scanner 4 reads nothing", "severity": "s2", "day": "2026-12-01"}
    assert first["cells"] == cells
    assert second["cells"] == {"text": HOSTILE}
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}zh/{REGISTER}")
    assert rows(page).count() == 2
    severity = rows(page).first.locator("[name=severity]")
    assert severity.input_value() == "s2"
    assert rows(page).nth(1).locator("[name=text]").input_value() == HOSTILE
    assert rows(page).first.locator("label").first.inner_text().strip() == "现象"
    assert watched.sound()


def test_a_row_is_deleted_and_comes_back(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{REGISTER}")
    for text in ("one", "two"):
        add(page)
        write(page, rows(page).count(), "text", text)
    rows(page).first.get_by_role("button", name="Delete the row").click()
    assert rows(page).count() == 1
    assert rows(page).first.locator("[name=text]").input_value() == "two"
    assert rows(page).first.locator("legend").inner_text() == "1"
    page.get_by_role("button", name="Undo").click()
    assert rows(page).count() == 2
    assert {line["cells"]["text"] for line in kept(page).values()} == {"one", "two"}
    # A row that nobody filled in leaves nothing behind.
    add(page)
    rows(page).nth(2).get_by_role("button", name="Delete the row").click()
    assert (rows(page).count(), len(kept(page))) == (2, 2)
    assert watched.sound()


def test_rows_of_another_project_dont_show(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{REGISTER}")
    add(page)
    write(page, 1, "text", "for the first client")
    page.evaluate("playbook.store.create('Second client')")
    assert rows(page).count() == 0
    page.locator(".pb-workspace select").select_option("w1")
    assert rows(page).count() == 1
    assert watched.sound()


def entries(*found: tuple) -> object:
    """Fill rows of the register's first table: text, reported by, day, severity."""

    def change(page, book) -> None:
        for number, cells in enumerate(found, 2):
            for column, value in zip("BCDE", cells, strict=True):
                page[f"{column}{number}"] = value

    return change


def take(page, change, language: str = "en") -> None:
    content = filled(change, language, "register", "issue-list")
    bring(page, content, "issue-list.xlsx")
    page.locator(".pb-projects__changes").wait_for()
    page.locator(".pb-projects__preview .pb-button").first.click()


def test_a_filled_register_comes_back_and_comes_again(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    first = ("Label printer is silent", "Ms Ji", dt.date(2026, 12, 1), "2")
    take(page, entries(first, ("Batch not found", "Mr Ao", "2026/12/2", "3")))
    by_text = {line["cells"]["text"]: (key, line) for key, line in kept(page).items()}
    assert set(by_text) == {"Label printer is silent", "Batch not found"}
    key, line = by_text["Label printer is silent"]
    assert line["cells"] == {
        "text": "Label printer is silent",
        "by": "Ms Ji",
        "day": "2026-12-01",
        "severity": "s2",
    }
    # The same row again, with another severity and a new one below: known by its first column.
    page.wait_for_timeout(5)
    take(page, entries((*first[:3], "1"), ("Rounding", "Ms Jiang", "2026-12-03", "2")))
    now = kept(page)
    assert len(now) == 3
    assert now[key]["cells"]["severity"] == "s1"
    assert watched.sound()


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("x", "y", "soon", "2"), "This is no date"),
        (("x", "y", "2026-12-01", "urgent"), "isn't one of the list"),
        (("=1+1", "y", "2026-12-01", "2"), "A formula stands"),
    ],
)
def test_a_register_that_cant_be_used_changes_nothing(watched, address, cells, message) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    bring(page, filled(entries(cells), "en", "register", "issue-list"))
    page.locator(".pb-notice:not([hidden])").wait_for()
    assert message in page.locator(".pb-notice").inner_text()
    assert kept(page) == {}
    assert watched.sound()


def test_a_chinese_register_holds_the_same_values(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}zh/{PROJECTS}")
    take(page, entries(("标签机不打印", "季师傅", "2026年12月1日", "2")), "zh")
    (line,) = kept(page).values()
    assert line["cells"]["severity"] == "s2"
    assert line["cells"]["day"] == "2026-12-01"
    assert watched.sound()


def test_sessions_of_a_plan_are_ticked_like_lines(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/toolkit/training-plans/ledger-training/")
    page.locator("#ledger-training-s01 .pb-thumb").click()
    assert kept(page)["training-plan/ledger-training/s01"]["status"] == "done"
    assert watched.sound()


def test_dates_go_into_a_calendar(watched, address, tmp_path) -> None:
    page = watched.page
    page.goto(f"{address}zh/{LIST}")
    button = page.get_by_role("button", name="导出日历")
    assert not button.is_visible()
    long = "带白板笔；纸, 逗号\\反斜线" * 12
    more(page)
    fill(page, "due", "2026-12-01")
    fill(page, "owner", "李雷")
    fill(page, "note", long)
    more(page, "c02")
    fill(page, "due", "2026-12-24", "c02")
    with page.expect_download() as waiting:
        button.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    content = path.read_bytes()
    assert all(len(row) <= 75 for row in content.split(b"\r\n"))
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [
        dt.date(2026, 12, 1),
        dt.date(2026, 12, 24),
    ]
    act = page.locator("#goods-in-c01-act").inner_text()
    assert str(events[0]["SUMMARY"]) == f"{act} (李雷)"
    assert str(events[0]["DESCRIPTION"]) == long
    assert str(events[0]["URL"]).startswith(f"{address}zh/{LIST}")
    # A line that is done needs no reminder.
    page.locator("#goods-in-c02 .pb-thumb").click()
    with page.expect_download() as waiting:
        button.click()
    waiting.value.save_as(path)
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 1
    assert watched.sound()


def test_what_an_older_version_kept_is_carried_over(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    old = {"schema": 1, "lines": {"checklist/goods-in/c01": {"status": "done", "at": 1}}}
    spaces = {
        "schema": 1,
        "current": "w3",
        "me": "Li",
        "workspaces": [{"id": "w3", "name": "Client C", "archived": False}],
    }
    page.evaluate(
        "([a, b]) => { localStorage['playbook.workspaces'] = a;"
        " localStorage['playbook.work.w3'] = b; }",
        [json.dumps(spaces), json.dumps(old)],
    )
    page.reload()
    assert page.locator("#goods-in-c01 .pb-thumb .pb-tick").is_checked()
    assert page.locator(".pb-workspace select").input_value() == "w3"
    page.locator("#goods-in-c02 .pb-thumb").click()
    stored = json.loads(page.evaluate("localStorage['playbook.work.w3']"))
    assert stored["schema"] == 2
    assert set(stored["lines"]) == {"checklist/goods-in/c01", "checklist/goods-in/c02"}
    assert watched.sound()


def test_what_a_newer_version_keeps_is_left_alone(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    newer = json.dumps({"schema": 99, "lines": [], "more": {}})
    page.evaluate("text => { localStorage['playbook.work.w1'] = text; }", newer)
    page.reload()
    assert "newer version" in page.locator(".pb-notice").inner_text()
    page.locator("#goods-in-c01 .pb-thumb").click()
    assert page.locator("#goods-in-c01 .pb-thumb .pb-tick").is_checked()
    assert page.evaluate("localStorage['playbook.work.w1']") == newer
    assert not page.evaluate("Object.keys(localStorage).filter(k => k.includes('damaged'))")
    assert watched.sound()


def test_a_register_in_excel_says_where_to_write() -> None:
    untouched = filled(lambda page, book: None, "en", "register", "stores-register")
    book = load_workbook(io.BytesIO(untouched))
    names = book.sheetnames
    assert names[1] == "Rows of the project"
    assert book.worksheets[1]["B2"].value in (None, "")
    assert book.worksheets[2]["B2"].value
