"""The client edition, walked through on a phone as those who get it do, and by an outsider."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.test_plan import fill
from tests.browser.test_quiz import answer, press
from tests.browsing import Watched
from tests.paper import sheet_texts
from tests.searching import ask
from tests.serving import serving
from tests.support import sample_content as content

HOME = {"en": "Learning Your ERP System", "zh": "ERP系统学习手册"}
PHONE = {"width": 390, "height": 800}
KNOWN = {"en": "scanner", "zh": "扫码枪"}
# An internal item and words of an internal page of the sample.
INTERNAL = {"en": ["plant manager", "shouts", "rubric"], "zh": ["厂长", "评分要点"]}


@pytest.fixture(scope="module")
def client(sample_client: Path) -> Iterator[str]:
    with serving(sample_client, whole_search=True) as url:
        yield url


@pytest.fixture
def phone(browser, client: str) -> Iterator[Watched]:
    """A phone that watches what happens."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield Watched(context.new_page(), client)
    context.close()


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def tap(page, name: str) -> None:
    """Follow a link of the page's text by its words."""
    link = page.locator("article").get_by_role("link", name=name, exact=True).first
    with page.expect_navigation():
        link.tap()
    assert fits(page), page.url


def arrive(watched: Watched, client: str, language: str) -> None:
    page = watched.page
    page.goto(f"{client}{language}/")
    assert HOME[language] in page.title()
    assert fits(page)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clerk_prepares_for_the_first_day(phone, client, language) -> None:
    page, library = phone.page, content().library
    words = {"en": ("Check my answers", ": passed"), "zh": ("核对答案", "：通过")}[language]
    arrive(phone, client, language)
    tap(page, {"en": "the scanner", "zh": "扫码枪"}[language])
    assert page.locator("#receive").is_visible()
    # An exercise shows what was to be expected only when it is asked for.
    expected = page.locator("details.example").first
    assert not expected.locator("p").last.is_visible()
    expected.locator("summary").tap()
    assert expected.locator("p").last.is_visible()
    # The quiz of the guide, answered with a thumb.
    quiz = library.entries["quiz", "scanner-quiz"].item
    page.locator(f"#{quiz.id} summary").first.tap()
    answer(page, quiz)
    press(page, words[0])
    assert words[1] in page.locator(".pb-score").inner_text()
    # The dates, once somebody has told when the system starts.
    page.locator("#scanner-training summary").first.tap()
    fill(page, "golive", "2027-03-01")
    assert page.locator(".pb-timeline__day--golive").count() == 1
    # The card goes to the rack on one sheet.
    tap(page, library.entries["job_aid", "scanner-card"].item.title[language])
    assert page.locator(".pb-aid__task").count() > 3
    assert fits(page)
    assert len(sheet_texts(page.pdf(format="A4"))) == 2  # the sheet, and what follows it
    assert phone.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clerk_finds_a_guide_and_tries_again(phone, client, language) -> None:
    page = phone.page
    other = {"en": "zh", "zh": "en"}[language]
    arrive(phone, client, language)
    page.locator("label[for=__search]").first.tap()
    ask(page, KNOWN[language])
    page.locator(".md-search-result__item").first.wait_for()
    links = [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]
    guide = next(link for link in links if "/training/scanner/" in link)
    page.goto(guide)
    assert fits(page)
    # A wrong answer is explained.
    quiz = content().library.entries["quiz", "scanner-quiz"].item
    page.locator(f"#{quiz.id} summary").first.tap()
    answer(page, quiz, (quiz.questions[0].id,))
    press(page, {"en": "Check my answers", "zh": "核对答案"}[language])
    explained = page.locator(f"#{quiz.id}-{quiz.questions[0].id} .pb-answer").inner_text()
    assert quiz.questions[0].explanation[language] in explained
    # A colleague reads the other language: the same page, one tap away, with what is kept.
    page.locator(".pb-language").first.tap()
    page.wait_for_url(f"**/{other}/training/scanner/")
    assert page.locator(".pb-earlier li").count() == 1
    # The plan as a file.
    page.locator("#scanner-training .pb-sheet__title a").tap()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).tap()
    assert waiting.value.suggested_filename == f"scanner-training.{other}.csv"
    assert phone.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_outsider_finds_nothing_internal(phone, client, language) -> None:
    page = phone.page
    arrive(phone, client, language)
    page.locator("label[for=__search]").first.tap()
    ask(page, KNOWN[language])
    page.locator(".md-search-result__item").first.wait_for()
    for words in INTERNAL[language]:
        ask(page, f'"{words}"' if " " in words else words)
        page.wait_for_timeout(400)
        marked = page.locator(".md-search-result mark").all_inner_texts()
        assert not [mark for mark in marked if words.lower() in mark.lower()], words
    assert phone.sound()
