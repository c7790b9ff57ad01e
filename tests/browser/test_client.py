"""The client edition, walked through on a phone as those who get it do, and by an outsider."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content.addresses import page_url
from macros.edition.texts import texts
from tests.browser.conftest import Watched
from tests.browser.test_plan import fill
from tests.browser.test_quiz import answer, press
from tests.browser.test_search import ask
from tests.conftest import content, copy_project, run_command
from tests.paper import sheet_texts
from tests.serving import serving

HOME = {"en": "Learning Your ERP System", "zh": "ERP系统学习手册"}
PHONE = {"width": 390, "height": 800}
# What somebody looks for who would like to know how the consultants talk about clients, and a
# word that shows that the search works.
CURIOUS = {
    "en": [
        "negotiation", "stakeholder", "escalation", "bad news", "margin", "angry",
        "practice drill", "onboarding", "rubric", "confidential", "account executive", "internal",
    ],
    "zh": [
        "谈判", "干系人", "升级", "坏消息", "底线", "发火", "辅导人签", "新人上手", "评分要点",
        "实战演练", "客户经理", "内部版", "话术",
    ],
}  # fmt: skip
KNOWN = {"en": "scanner", "zh": "扫码枪"}


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client edition, built by the README's command from what a fresh clone holds."""
    folder = tmp_path_factory.mktemp("client")
    project = copy_project(folder / "project")
    result = run_command(
        project, "scripts/build.py", "--edition", "client", "--output", folder / "site",
        PLAYBOOK_FORMATS="csv",
    )  # fmt: skip
    assert result.code == 0, result.out + result.err
    return folder / "site"


@pytest.fixture(scope="session")
def client(given: Path) -> Iterator[str]:
    with serving(given, whole_search=True) as url:
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
def test_a_warehouse_clerk_prepares_for_the_first_day(phone, client, language) -> None:
    page = phone.page
    words = {
        "en": (
            "training guides",
            "Warehouse",
            "Job aid: warehouse",
            "Check my answers",
            ": passed",
        ),
        "zh": ("培训手册", "仓库", "操作卡：仓库", "核对答案", "：通过"),
    }[language]
    arrive(phone, client, language)
    tap(page, words[0])
    tap(page, words[1])
    assert page.locator("#receive").is_visible()
    # An exercise shows what was to be expected only when it is asked for.
    expected = page.locator("details.example").first
    assert not expected.locator("p").last.is_visible()
    expected.locator("summary").tap()
    assert expected.locator("p").last.is_visible()
    # The quiz of the guide, answered with a thumb.
    quiz = content().library.entries["quiz", "quiz-warehouse"].item
    page.locator(f"#{quiz.id} summary").first.tap()
    answer(page, quiz)
    press(page, words[3])
    assert words[4] in page.locator(".pb-score").inner_text()
    # The dates, once somebody has told when the system starts.
    page.locator("#warehouse-training summary").first.tap()
    fill(page, "golive", "2027-03-01")
    assert page.locator(".pb-timeline__day--golive").count() == 1
    # The card goes to the rack on one sheet.
    tap(page, words[2])
    assert page.locator(".pb-aid__task").count() > 3
    assert fits(page)
    assert len(sheet_texts(page.pdf(format="A4"))) == 2  # the sheet, and what follows it
    assert phone.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_accountant_finds_the_closing(phone, client, language) -> None:
    page = phone.page
    other = {"en": "zh", "zh": "en"}[language]
    words = {"en": "reconcile", "zh": "对账"}[language]
    arrive(phone, client, language)
    page.locator("label[for=__search]").first.tap()
    ask(page, words)
    page.locator(".md-search-result__item").first.wait_for()
    links = [link.get_attribute("href") for link in page.locator(".md-search-result__link").all()]
    guide = next(link for link in links if "/training/general-ledger/" in link)
    assert links.index(guide) < 6
    page.goto(guide)
    assert fits(page)
    assert page.locator("#close ~ ol li").count() > 7
    # A wrong answer is explained.
    quiz = content().library.entries["quiz", "quiz-general-ledger"].item
    page.locator(f"#{quiz.id} summary").first.tap()
    answer(page, quiz, (quiz.questions[0].id,))
    press(page, {"en": "Check my answers", "zh": "核对答案"}[language])
    explained = page.locator(f"#{quiz.id}-{quiz.questions[0].id} .pb-answer").inner_text()
    assert quiz.questions[0].explanation[language] in explained
    # A colleague reads the other language: the same page, one tap away, with what is kept.
    page.locator(".pb-language").first.tap()
    page.wait_for_url(f"**/{other}/training/general-ledger/")
    assert page.locator(".pb-earlier li").count() == 1
    # The plan as a file.
    page.locator("#general-ledger .pb-sheet__title a").tap()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).tap()
    assert waiting.value.suggested_filename == f"general-ledger.{other}.csv"
    assert phone.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_outsider_finds_nothing_internal(phone, client, language) -> None:
    page = phone.page
    arrive(phone, client, language)
    page.locator("label[for=__search]").first.tap()
    ask(page, KNOWN[language])
    page.locator(".md-search-result__item").first.wait_for()
    for words in CURIOUS[language]:
        ask(page, f'"{words}"' if " " in words else words)
        page.wait_for_timeout(400)
        marked = page.locator(".md-search-result mark").all_inner_texts()
        assert not [mark for mark in marked if words.lower() in mark.lower()], words
    assert phone.sound()


def test_the_words_of_an_outsider_stand_in_no_file(given: Path) -> None:
    curious = re.compile(rf"\b({'|'.join(CURIOUS['en'])})\b|{'|'.join(CURIOUS['zh'])}", re.I)
    found = [
        f"{path.relative_to(given)}: {words[0]}"
        for path in given.rglob("*")
        if path.suffix in (".html", ".json", ".csv", ".zip")
        for _, text in texts(path.name, path.read_bytes())
        for words in curious.finditer(text)
    ]
    assert found == []


def test_every_internal_page_is_absent(given: Path) -> None:
    """By address: what the internal site has and clients may not see leads nowhere."""
    site = content()
    pages = [page for page in site.pages["en"].values() if page.meta.audience == "internal"]
    internal = {page_url(page.path) for page in pages}
    internal |= {e.url for e in site.library.entries.values() if e.item.audience == "internal"}
    assert len(internal) > 100
    # The home and the lists stand at the same address in both editions.
    for url in internal - {"", "glossary/", "toolkit/"}:
        for language in ("en", "zh"):
            assert not (given / language / url / "index.html").exists(), url
