"""Working with lines: ticks, notes, projects, files to hand on, and what may go wrong."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from tests.browsing import Watched
from tests.paper import pdf_text

LIST = "toolkit/checklists/goods-in/"
LINE = "checklist/goods-in/c01"
PROJECTS = "toolkit/projects/"
HOSTILE = '<img src=x onerror="document.title=1">"\'{{ 7 * 7 }}</script>'


def line(page, name: str = "c01"):
    return page.locator(f"#goods-in-{name}")


def more(page, name: str = "c01"):
    """The fields of a line, opened."""
    if not line(page, name).locator("details.pb-more").evaluate("d => d.open"):
        line(page, name).locator("summary").click()
    return line(page, name).locator(".pb-more__form")


def fill(page, field: str, value: str, name: str = "c01") -> None:
    """Write into a field of a line and leave it, as a reader does."""
    place = more(page, name).locator(f"[name={field}]")
    place.fill(value)
    place.blur()


def kept(page, workspace: str = "w1") -> dict:
    """The stored lines of a workspace."""
    text = page.evaluate("key => localStorage.getItem(key)", f"playbook.work.{workspace}")
    return json.loads(text)["lines"] if text else {}


def exported(name: str = "Client B", **lines) -> str:
    return json.dumps(
        {
            "format": "erp-communication-playbook/workspace",
            "schema": 1,
            "name": name,
            "exported": "2026-11-01T08:00:00Z",
            "lines": {f"checklist/goods-in/{k}": v for k, v in lines.items()},
        }
    )


def bring(page, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    file = {"name": "x.json", "mimeType": "application/json", "buffer": data}
    page.locator("input[type=file]").set_input_files(file)


def test_a_tick_shows_in_both_languages_and_stays(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    assert page.locator(".pb-work__count").inner_text() == "0 of 15 done"
    line(page).locator(".pb-thumb").click()
    assert page.locator(".pb-work__count").inner_text() == "1 of 15 done"
    assert page.locator(".pb-live").inner_text() == "1 of 15 done"
    line(page, "c02").locator(".pb-tick").focus()
    page.keyboard.press("Space")
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}zh/{LIST}")
    assert page.locator(".pb-work__count").inner_text() == "已完成2/15"
    assert line(page, "c02").locator(".pb-thumb .pb-tick").is_checked()
    assert set(kept(page)) == {LINE, "checklist/goods-in/c02"}
    # Where the item is inserted, and where items are listed, it is the same tick.
    page.goto(f"{address}en/preparation/")
    assert line(page).locator(".pb-thumb .pb-tick").is_checked()
    page.goto(f"{address}en/toolkit/checklists/")
    card = page.locator('[data-listed="checklist/goods-in"]')
    assert card.locator(".pb-work__count").inner_text() == "2 of 15 done"
    assert page.locator("#preparation .pb-minutes").inner_text() != "0%"
    assert watched.sound()


def test_a_thumb_finds_the_box(browser, address) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}zh/{LIST}")
    box = line(page).locator(".pb-thumb").bounding_box()
    assert box["width"] >= 40
    assert box["height"] >= 44
    line(page).locator(".pb-thumb").tap()
    assert line(page).locator(".pb-thumb .pb-tick").is_checked()
    context.close()


def test_what_doesnt_apply_a_note_an_owner_and_a_date(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    more(page).locator("[name=na]").check()
    fill(page, "reason", "No sponsor in this project")
    assert page.locator(".pb-work__count").inner_text() == "0 of 14 done, 1 not applicable"
    assert line(page).locator(".pb-thumb .pb-tick").is_disabled()
    fill(page, "note", "Room 4, ask Ms Li", "c02")
    fill(page, "owner", "Li", "c02")
    fill(page, "due", "2026-12-01", "c02")
    page.reload()
    assert "Doesn't apply: No sponsor in this project" in line(page).inner_text()
    assert "Owner: Li · Due: 2026-12-01 · Room 4, ask Ms Li" in line(page, "c02").inner_text()
    wanted = {"status": "open", "note": "Room 4, ask Ms Li", "owner": "Li", "due": "2026-12-01"}
    assert {k: v for k, v in kept(page)["checklist/goods-in/c02"].items() if k != "at"} == wanted
    assert watched.sound()


def test_filters_undo_and_reset(fresh, address) -> None:
    page = fresh.page
    page.goto(f"{address}en/{LIST}")
    for name in ("c01", "c02", "c03"):
        line(page, name).locator(".pb-thumb").click()
    show = page.locator(".pb-work select")
    show.select_option("open")
    assert page.locator(".pb-line:visible").count() == 12
    show.select_option("mine")
    assert "enter your name" in page.locator(".pb-notice").inner_text()
    show.select_option("all")
    fill(page, "owner", "Li", "c05")
    page.evaluate("playbook.store.setMe('Li')")
    show.select_option("mine")
    assert page.locator(".pb-line:visible").count() == 1
    show.select_option("all")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".pb-work__count").inner_text() == "2 of 15 done"
    answers = iter((False, True))
    page.on("dialog", lambda d: d.accept() if next(answers) else d.dismiss())
    page.get_by_role("button", name="Start over").click()
    assert page.locator(".pb-work__count").inner_text() == "2 of 15 done"
    page.get_by_role("button", name="Start over").click()
    assert page.locator(".pb-work__count").inner_text() == "0 of 15 done"
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".pb-work__count").inner_text() == "2 of 15 done"
    assert fresh.sound()


def test_projects_keep_clients_apart(fresh, address, tmp_path: Path) -> None:
    page = fresh.page
    page.goto(f"{address}en/{LIST}")
    line(page).locator(".pb-thumb").click()
    page.goto(f"{address}en/{PROJECTS}")
    page.get_by_label("New project").fill("Client B")
    page.get_by_role("button", name="Create").click()
    page.goto(f"{address}en/{LIST}")
    assert page.locator(".pb-work__count").inner_text() == "0 of 15 done"
    page.locator(".pb-workspace select").select_option("My project")
    assert page.locator(".pb-work__count").inner_text() == "1 of 15 done"
    page.goto(f"{address}en/{PROJECTS}")
    first = page.locator('[data-id="w1"]')
    page.once("dialog", lambda d: d.accept("Client A"))
    first.get_by_role("button", name="Rename").click()
    first.get_by_role("button", name="Archive").click()
    assert "Client A" in first.inner_text()
    assert "archived" in first.inner_text()
    page.goto(f"{address}en/{LIST}")
    assert page.locator(".pb-workspace option").all_inner_texts() == ["Client B"]
    # Deleting offers the export first; the file brings everything back.
    page.goto(f"{address}en/{PROJECTS}")
    said: list[str] = []
    page.on("dialog", lambda d: (said.append(d.message), d.accept()))
    with page.expect_download() as download:
        page.locator('[data-id="w1"]').get_by_role("button", name="Delete").click()
    assert "Export it first" in said[0]
    assert "for good" in said[1]
    file = tmp_path / "handed-on.json"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("client-a-")
    assert page.locator('[data-id="w1"]').count() == 0
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Bring in", exact=True).click()
    assert set(kept(page, "w2")) == {LINE}
    assert fresh.sound()


def test_importing_shows_first_and_the_newest_stays(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    line(page).locator(".pb-thumb").click()
    line(page, "c02").locator(".pb-thumb").click()
    now = kept(page)[LINE]["at"]
    text = exported(
        c01={"status": "open", "note": "older", "at": now - 1000},
        c02={"status": "na", "reason": "newer", "at": now + 60_000},
        c03={"status": "done", "at": now},
    )
    page.goto(f"{address}en/{PROJECTS}")
    before = kept(page)
    bring(page, text)
    preview = page.locator(".pb-projects__preview")
    page.get_by_text("would change").wait_for()
    assert "“Client B”: 2 line(s) would change (1 new, 1 newer). 1 stay" in preview.inner_text()
    assert f"{LINE}: done → open (older, stays as it is)" in preview.inner_text()
    assert kept(page) == before
    page.get_by_role("button", name="Cancel").click()
    assert kept(page) == before
    bring(page, text)
    page.get_by_role("button", name="Bring in", exact=True).click()
    after = kept(page)
    assert after[LINE] == before[LINE]
    assert after["checklist/goods-in/c02"]["reason"] == "newer"
    assert after["checklist/goods-in/c03"]["status"] == "done"
    assert watched.sound()


GOOD = {"status": "done", "at": 1}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "can't be read"),
        (exported(c01=GOOD)[:-9], "can't be read"),
        ('{"some": "thing"}', "not a project exported"),
        ("[]", "not a project exported"),
        ("null", "not a project exported"),
        (exported(c01=GOOD).replace('"schema": 1', '"schema": 3'), "newer version"),
        (exported(c01=GOOD).replace('"schema": 1', '"schema": 0'), "not a project exported"),
        (exported(c01={"status": "maybe", "at": 1}), "c01 (status)"),
        (exported(c01={"status": "done", "at": "now"}), "c01 (at)"),
        (exported(c01={**GOOD, "due": "soon"}), "c01 (due)"),
        (exported(c01={**GOOD, "note": 7}), "c01 (note)"),
        (exported(c01={**GOOD, "note": "x" * 5000}), "c01 (note)"),
        (exported(__proto__=GOOD), "__proto__ (id)"),
        (b"\xff\xfe\x00\x01", "can't be read"),
        (b"x" * (6 * 1024 * 1024), "larger than 5 MB"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_file_that_cant_be_used_changes_nothing(watched, address, text, message) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    page.evaluate("playbook.store.set('checklist/goods-in/c09', {status: 'done'})")
    before = kept(page)
    bring(page, text)
    page.locator(".pb-notice:not([hidden])").wait_for()
    notice = page.locator(".pb-notice").inner_text()
    assert message in notice
    assert "Nothing has been changed" in notice
    assert page.get_by_role("button", name="Bring in", exact=True).count() == 0
    assert kept(page) == before
    assert watched.sound()


def mangled(text: str, count: int) -> list[str]:
    """The text with bits cut, doubled, swapped or put in, differently each time."""
    chance = random.Random(20261123)
    bits = ['"', "{", "}", "[", ",", ":", "null", "1e999", "-1", "\\u0000", "done", "é", "\n", "//"]
    made = []
    for _ in range(count):
        work = text
        for _ in range(chance.randint(1, 4)):
            at, to = sorted(chance.choices(range(len(work) + 1), k=2))
            way = chance.randrange(4)
            if way == 0:
                work = work[:at] + work[to:]
            elif way == 1:
                work = work[:at] + chance.choice(bits) + work[at:]
            elif way == 2:
                work = work[:to] + work[at:to] + work[to:]
            else:
                work = work[:at] + work[at : at + 1].swapcase() + work[at + 2 :]
        made.append(work)
    return made


def test_hundreds_of_mangled_files_are_refused_or_sound(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{PROJECTS}")
    text = exported(c01=GOOD, c02={**GOOD, "note": "Room 4", "due": "2026-12-01"}, c03=GOOD)
    results = page.evaluate(
        """(texts) => texts.map((text) => {
          try {
            const {lines} = playbook.state.imported(text);
            playbook.state.checkedLines({schema: 1, lines});
            return "taken";
          } catch (error) {
            return error instanceof playbook.Refused ? error.code : `${error}`;
          }
        })""",
        mangled(text, 600),
    )
    assert set(results) == {"taken", "broken", "foreign", "newer", "line"} - (
        {"newer"} - set(results)
    )
    assert results.count("broken") > 300
    assert kept(page) == {}


def test_two_tabs_stay_in_step(browser, address) -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{address}en/{LIST}")
    line(one).locator(".pb-thumb").click()
    two.wait_for_function("document.querySelector('.pb-work__count').textContent[0] === '1'")
    line(two, "c02").locator(".pb-thumb").click()
    one.wait_for_function("document.querySelector('.pb-work__count').textContent[0] === '2'")
    assert len(kept(one)) == 2
    context.close()


BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); } })"""
FULL = (
    """Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }"""
)


@pytest.mark.parametrize(
    ("script", "message"),
    [(BLOCKED, "doesn't let the page store"), (FULL, "storage is full")],
    ids=["blocked", "full"],
)
def test_without_storage_the_page_says_so_and_goes_on(browser, address, script, message) -> None:
    context = browser.new_context()
    context.add_init_script(script)
    watched = Watched(context.new_page(), address)
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    line(page).locator(".pb-thumb").click()
    assert page.locator(".pb-work__count").inner_text() == "1 of 15 done"
    assert message in page.locator(".pb-notice").inner_text()
    line(page, "c02").locator(".pb-thumb").click()
    assert page.locator(".pb-work__count").inner_text() == "2 of 15 done"
    page.goto(f"{address}en/{PROJECTS}")
    assert page.locator(".pb-projects__one").count() == 1
    assert watched.foreign == []  # the theme's own scripts complain of a blocked storage
    context.close()


@pytest.mark.parametrize("text", ["{", '{"schema": 1, "lines": 7}', '{"schema": 0, "lines": {}}'])
def test_damaged_work_is_put_aside(watched, address, text, tmp_path: Path) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    page.evaluate("text => localStorage.setItem('playbook.work.w1', text)", text)
    page.reload()
    assert "put aside, not deleted" in page.locator(".pb-notice").inner_text()
    line(page).locator(".pb-thumb").click()
    assert page.locator(".pb-work__count").inner_text() == "1 of 15 done"
    page.goto(f"{address}en/{PROJECTS}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what was put aside").click()
    download.value.save_as(tmp_path / "aside.txt")
    assert (tmp_path / "aside.txt").read_text("utf-8") == text
    assert watched.sound()


def test_renamed_and_retired_lines_are_followed(fresh, address) -> None:
    page = fresh.page
    gone = '<ul class="pb-retired" hidden><li data-line="c98" hidden>An act of the past</li></ul>'

    def older(route) -> None:
        response = route.fetch()
        body = response.text().replace(
            'data-item="checklist/goods-in"',
            """data-item="checklist/goods-in" data-renames='{"c99": "c01"}'""",
        )
        route.fulfill(response=response, body=body.replace('<dl class="pb-form">', gone + "<dl>"))

    page.route(f"**/en/{LIST}", older)
    page.goto(f"{address}en/{PROJECTS}")
    for name in ("c98", "c99"):
        page.evaluate(f"playbook.store.set('checklist/goods-in/{name}', {{status: 'done'}})")
    page.goto(f"{address}en/{LIST}")
    assert line(page).locator(".pb-thumb .pb-tick").is_checked()
    assert page.get_by_text("An act of the past").is_visible()
    assert set(kept(page)) == {LINE, "checklist/goods-in/c98"}


def test_a_copy_on_a_disk_keeps_ticks(browser, sample_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample_site / "en" / LIST / "index.html").as_uri())
    line(page).locator(".pb-thumb").click()
    page.goto((sample_site / "zh" / LIST / "index.html").as_uri())
    assert line(page).locator(".pb-thumb .pb-tick").is_checked()
    assert page.locator(".pb-work__count").inner_text() == "已完成1/15"
    context.close()


def test_what_is_typed_is_never_more_than_text(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{LIST}")
    title = page.title()
    for field in ("note", "owner"):
        fill(page, field, HOSTILE)
    assert HOSTILE in line(page).inner_text()
    page.goto(f"{address}en/{PROJECTS}")
    page.get_by_label("New project").fill(HOSTILE)
    page.get_by_role("button", name="Create").click()
    bring(page, exported(name=HOSTILE, c01={"status": "done", "note": HOSTILE, "at": 5}))
    page.get_by_text("would change").wait_for()
    assert HOSTILE in page.locator(".pb-projects__preview").inner_text()
    page.get_by_role("button", name="Bring in", exact=True).click()
    bring(page, exported(**{HOSTILE: {"status": "done", "at": 5}}))
    page.locator(".pb-notice:not([hidden])").wait_for()
    assert "<img" in page.locator(".pb-notice").inner_text()
    page.goto(f"{address}en/{LIST}?phase={HOSTILE}#{HOSTILE}")
    assert page.locator(".pb-workspace option", has_text="<img").count() == 1
    assert page.locator("img[src=x]").count() == 0
    assert page.title() == title
    assert watched.sound()


def test_the_filled_state_prints_if_wished(browser, address) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}en/{LIST}")
    line(page).locator(".pb-thumb").click()
    fill(page, "note", "Room 4 upstairs")
    assert "Room4upstairs" not in pdf_text(page.pdf(format="A4"))
    page.get_by_label("print what is filled in").check()
    text = pdf_text(page.pdf(format="A4"))
    assert "Room4upstairs" in text
    assert not re.search("Undo|Startover|Note,owner", text)
    context.close()
