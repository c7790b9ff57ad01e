"""The ways through the site: languages, versions, without scripts, on paper."""

from __future__ import annotations

import re

import pytest

from tests.paper import pdf_text
from tests.support import sample_content as content


@pytest.mark.parametrize(
    ("locale", "language"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr-FR", "en")]
)
def test_the_root_leads_to_the_readers_language(browser, address, locale, language) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(f"{address}{language}/")
    context.close()


def test_the_chosen_language_is_remembered(browser, address) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{address}en/")
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}zh/")
    page.goto(address)
    page.wait_for_url(f"{address}zh/")
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "preparation/",
        "preparation/visit/",
        "toolkit/checklists/visit-list/",
        "glossary/",
    ],
)
def test_the_language_switch_stays_on_the_page(watched, address, path) -> None:
    page = watched.page
    page.goto(f"{address}en/{path}")
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}zh/{path}")
    assert page.locator("html").get_attribute("lang") == "zh"
    page.locator(".pb-language").click()
    page.wait_for_url(f"{address}en/{path}")
    assert watched.sound()


def test_everything_reads_without_scripts(browser, address) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}zh/toolkit/interviews/goods-hall/")
    item = content().library.entries["interview", "goods-hall"].item
    for section in item.sections:
        for question in section.questions:
            assert page.get_by_text(question.ask.zh).first.is_visible()
    page.locator(".pb-language").click()
    assert page.url == f"{address}en/toolkit/interviews/goods-hall/"
    page.goto(f"{address}en/about/pieces/")
    ask = item.sections[2].questions[0].ask.en
    fold = page.locator("details.pb-fold", has_text=ask).first
    assert not fold.get_by_text(ask).first.is_visible()
    fold.locator("summary").click()
    assert fold.get_by_text(ask).first.is_visible()
    page.goto(address)
    page.get_by_role("link", name="中文").click()
    assert page.url == f"{address}zh/"
    context.close()


def test_a_term_explains_itself(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/preparation/visit/")
    term = page.locator("a.pb-term").first
    definition = term.get_attribute("title")
    assert definition == content().library.terms["key-user"].definition.en
    term.click()
    page.wait_for_url(re.compile("/en/glossary/#"))
    assert definition in page.locator(".pb-entry:has(:target)").inner_text()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scripts", [True, False])
def test_paper_holds_everything(browser, address, language, scripts) -> None:
    """A page with folded interviews prints all of them, with page numbers and no chrome."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}{language}/about/pieces/")
    text = pdf_text(page.pdf(format="A4"))
    library = content().library
    item = library.entries["interview", "goods-hall"].item
    for section in item.sections:
        for question in section.questions:
            assert re.sub(r"\s", "", question.ask[language]) in text
    pages = re.findall(r"(\d+)/(\d+)", text)
    assert (pages[-1][0], pages[-1][1]) == (pages[-1][1], pages[-1][1])
    for word in ("Search", "搜索", library.labels["other-language"][language]):
        assert word not in text[:200]
    context.close()


def test_a_checklist_on_paper_has_room_to_sign(browser, address) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}en/toolkit/checklists/visit-list/")
    page.emulate_media(media="print")
    assert page.locator(".pb-form").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".pb-used").is_visible()
    text = pdf_text(page.pdf(format="Letter"))
    for field in ("Client", "Project", "Date", "Signature"):
        assert field in text
    context.close()
