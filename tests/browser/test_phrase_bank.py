"""The phrase bank: narrowed down, kept in the address, in both languages, without scripts."""

from __future__ import annotations

import pytest

from macros.content.library import Entry
from tests.support import sample_content as content

PATH = "toolkit/phrase-bank/"


@pytest.fixture(scope="module")
def scripts() -> list[Entry]:
    return content().library.of_kind("script")


def shown(page) -> set[str]:
    links = page.locator(".pb-phrase:visible h3 a")
    return {link.get_attribute("href").rstrip("/").rpartition("/")[2] for link in links.all()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_choice_narrows_down(watched, address, scripts, language) -> None:
    page = watched.page
    page.goto(f"{address}{language}/{PATH}")
    assert shown(page) == {entry.item.id for entry in scripts}
    page.locator("[name=phase]").select_option("go-live")
    assert shown(page) == {e.item.id for e in scripts if e.item.phase == "go-live"}
    assert page.locator("#preparation").is_hidden()
    page.locator("[name=heat]").select_option("heated")
    person = next(e.item.people[0] for e in scripts if e.item.phase == "go-live")
    page.locator("[name=people]").select_option(person)
    wanted = {
        e.item.id
        for e in scripts
        if (e.item.phase, e.item.heat) == ("go-live", "heated") and person in e.item.people
    }
    assert wanted
    assert shown(page) == wanted
    count = page.locator(".pb-filter output").inner_text()
    assert count.split()[0] == str(len(wanted))
    assert count.split()[-1] == str(len(scripts))
    page.locator(".pb-filter [type=reset]").click()
    page.wait_for_function("!location.search")
    assert len(shown(page)) == len(scripts)
    assert watched.sound()


def test_the_choice_stays_in_the_address_and_goes_to_the_other_language(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/{PATH}")
    page.locator("[name=phase]").select_option("go-live")
    page.locator("[name=words]").fill("phone")
    chosen = shown(page)
    assert len(chosen) == 1
    page.reload()
    assert shown(page) == chosen
    assert page.locator("[name=words]").input_value() == "phone"
    page.locator("[name=words]").fill("")
    chosen = shown(page)
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}zh/{PATH}?phase=go-live")
    assert shown(page) == chosen
    assert watched.sound()


def test_words_are_found_in_what_is_said(watched, address, scripts) -> None:
    page = watched.page
    page.goto(f"{address}zh/{PATH}")
    item = next(e.item for e in scripts if e.item.phase == "implementation")
    page.locator("[name=words]").fill(item.replies[1].you.zh[2:12])
    assert item.id in shown(page)
    assert len(shown(page)) < 4
    page.locator("[name=words]").fill("没有这样的话")
    assert shown(page) == set()
    assert page.locator(".pb-filter output").inner_text() == "没有符合的，请放宽一个条件。"


@pytest.mark.parametrize("search", ["?phase=%3Cb%3E", "?heat=boiling&people=", "?phase=&words="])
def test_a_foreign_address_shows_everything(watched, address, scripts, search) -> None:
    page = watched.page
    page.goto(f"{address}en/{PATH}{search}")
    assert len(shown(page)) == len(scripts)
    assert watched.sound()


def test_without_scripts_it_is_a_plain_list(browser, address, scripts) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/{PATH}?phase=design")
    assert len(shown(page)) == len(scripts)
    assert page.locator(".pb-filter").is_hidden()
    for entry in scripts:
        assert page.get_by_text(entry.item.first.en).first.is_visible()
    context.close()
