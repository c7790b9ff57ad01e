"""A kind is one folder: put it there, and it works in the page, on paper and in Word."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser

from tests.browsing import Watched, desktop
from tests.paper import pdf_text
from tests.serving import serving
from tests.support import EPOCH, copy_project, edit, run_command, write_project

PULSE = Path(__file__).with_name("new_kind")  # the kind's folder, and an item of it
ITEM = "week-one-pulse"
WORDS = {"en": "I know whom to ask tomorrow.", "zh": "我知道明天该问谁。"}


def add_kind(root: Path, library: Path) -> None:
    """Do what the book says: a folder in macros/kinds, the schema for editors, an item."""
    shutil.copytree(PULSE / "pulse", root / "macros/kinds/pulse")
    result = run_command(root, "scripts/new.py", "schemas")
    assert result.code == 0, result.err
    (library / "pulses").mkdir()
    shutil.copy(PULSE / f"{ITEM}.yml", library / "pulses")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("kind") / "project")
    add_kind(root, root / "docs/library")
    for language in WORDS:
        call = '{{ checklist("visit-list") }}\n'
        more = f'{call}\n{{{{ pulse("{ITEM}") }}}}\n'
        edit(root, f"docs/{language}/preparation/visit.md", call, more)
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    told = {"PLAYBOOK_FORMATS": "docx,csv", "SOURCE_DATE_EPOCH": EPOCH}
    result = run_command(project, "scripts/build.py", **told)
    assert result.code == 0, result.out + result.err
    return project / "site"


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with serving(site) as url:
        yield url


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Watched]:
    yield from desktop(browser, host)


def test_the_check_holds_the_new_kind_to_the_rules(project: Path) -> None:
    result = run_command(project, "scripts/check.py", SOURCE_DATE_EPOCH=EPOCH)
    assert result.code == 0, result.out
    item = project / f"docs/library/pulses/{ITEM}.yml"
    text = item.read_text("utf-8")
    item.write_text(text.replace("statements:", "statement:"), "utf-8")
    result = run_command(project, "scripts/check.py", SOURCE_DATE_EPOCH=EPOCH)
    item.write_text(text, "utf-8")
    assert "unknown key 'statement'" in result.out
    assert "did you mean 'statements'?" in result.out


def test_a_new_one_is_started_like_any_other(project: Path) -> None:
    path = project / "docs/library/pulses/second.yml"
    result = run_command(project, "scripts/new.py", "pulse", "second")
    assert result.code == 0, result.err
    text = path.read_text("utf-8")
    path.unlink()
    assert "# A pulse of 2 to 5 statements." in text
    assert "# In their order. (2 or more, at most 5)" in text


def test_it_is_worked_with_in_the_page(page: Watched, host: str) -> None:
    browser = page.page
    browser.goto(f"{host}en/preparation/visit/")
    assert browser.locator(".pb-pulse li").first.inner_text().startswith(WORDS["en"])
    browser.goto(f"{host}en/toolkit/pulses/")
    browser.get_by_role("link", name="The first week in one minute").click()
    rating = browser.get_by_label("How far do you agree?").first
    assert rating.evaluate("e => getComputedStyle(e).outlineColor") == "rgb(1, 2, 3)"
    rating.select_option("4")
    browser.goto(f"{host}zh/toolkit/pulses/{ITEM}/")
    assert WORDS["zh"] in browser.locator(".pb-pulse").inner_text()
    assert browser.get_by_label("您在多大程度上同意？").first.input_value() == "4"
    assert page.sound()


def test_its_script_is_loaded_only_where_it_is(page: Watched, host: str) -> None:
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url))
    page.page.goto(f"{host}en/toolkit/checklists/visit-list/")
    page.page.wait_for_load_state("networkidle")
    assert not any("kinds/pulse.js" in url for url in asked)


def test_it_stands_on_paper(page: Watched, host: str) -> None:
    page.page.goto(f"{host}zh/toolkit/pulses/{ITEM}/")
    page.page.locator(".pb-pulse select").first.wait_for()
    text = re.sub(r"\s", "", pdf_text(page.page.pdf(format="A4")))
    assert WORDS["zh"] in text
    page.page.emulate_media(media="print")
    assert not page.page.locator(".pb-pulse select").first.is_visible()


def test_it_opens_in_word(site: Path) -> None:
    (file,) = (site / f"en/toolkit/pulses/{ITEM}").glob("*.en.docx")
    cells = [c.text for t in Document(str(file)).tables for row in t.rows for c in row.cells]
    assert WORDS["en"] in cells
    assert "Rating, 1 to 5" in cells


def test_the_tests_of_kinds_find_it(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "clone")
    add_kind(root, root / "tests/sample/docs/library")
    result = run_command(root, "-m", "pytest", "tests/fast/test_kinds.py", "-k", "pulse", "-q")
    assert result.code == 0, result.out
    assert re.search(r"\d passed", result.out), result.out
