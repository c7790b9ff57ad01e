"""Search finds words inside sentences and inside items, in each language in its own index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.contracts.fields import LANGUAGES
from tests.browsing import Watched
from tests.searching import ask, results
from tests.serving import serving


@pytest.fixture(scope="module")
def searched(browser, site: Path) -> Iterator[dict[str, Watched]]:
    """A page of each language with its index loaded, for one search after the other."""
    contexts = {language: browser.new_context() for language in LANGUAGES}
    with serving(site, whole_search=True) as address:
        pages = {name: Watched(context.new_page(), address) for name, context in contexts.items()}
        for language, watched in pages.items():
            watched.page.goto(f"{address}{language}/")
        yield pages
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize(
    ("language", "words", "place"),
    [
        # Words of the trade, which stand inside sentences.
        ("zh", "需求访谈", "preparation/structured-interviews/"),
        ("zh", "关键用户", "implementation/key-users/"),
        ("zh", "隐性需求", "preparation/explicit-and-implicit-needs/"),
        ("zh", "质量追溯", "toolkit/interviews/quality/"),
        ("zh", "启动会", "preparation/handover-and-kick-off/"),
        ("en", "implicit needs", "preparation/explicit-and-implicit-needs/"),
        ("en", "sign-off", "preparation/confirming-requirements/"),
        # Words inside the lines of a checklist and the questions of an interview.
        ("en", '"parking sheet"', "toolkit/checklists/interview-round/"),
        ("zh", "签名缩写", "toolkit/checklists/preparation-exit/"),
        ("zh", "保修期", "toolkit/interviews/after-sales/"),
        ("zh", "电费", "toolkit/training-plans/general-ledger/"),
        ("en", "seals burst", "cases/paper-purchasing/"),
        ("zh", "密封件爆了", "cases/paper-purchasing/"),
        # Words inside the other kinds.
        ("en", "calmed", "toolkit/conversation-scripts/angry-plant-manager/"),
        ("zh", "消过气", "toolkit/conversation-scripts/angry-plant-manager/"),
        ("en", "waiver", "toolkit/messages/acceptance-request/"),
        ("zh", "语态", "toolkit/messages/apology/"),
        ("en", "bearable", "toolkit/registers/issue-register/"),
        ("zh", "美观", "toolkit/registers/issue-register/"),
        ("en", "prevents", "toolkit/meeting-kits/blueprint-review/"),
        ("zh", "主讲人", "toolkit/meeting-kits/blueprint-review/"),
        ("en", "torn", "toolkit/quizzes/quiz-warehouse/"),
        ("zh", "盘出46", "toolkit/quizzes/quiz-warehouse/"),
        # Letters and characters without a space between, as they are typed.
        ("zh", "UAT准备", "implementation/user-acceptance-test/"),
        ("zh", "ERP顾问", "glossary/"),
        ("zh", "清理BOM", "toolkit/interviews/engineering/"),
    ],
)
def test_words_are_found(searched, language: str, words: str, place: str) -> None:
    found = results(searched[language], words)
    assert any(f"/{language}/{place}" in link for link in found[:10]), found[:10]
    assert all(f"/{language}/" in link for link in found)
    assert searched[language].sound()


@pytest.mark.parametrize("words", ["道歉", "语态"])
def test_a_chinese_word_is_looked_up_whole(searched, words: str) -> None:
    # 道 and 语 are words too: taken for the query, they find a hundred other things.
    results(searched["zh"], words)
    marked = searched["zh"].page.locator(".md-search-result mark").all_inner_texts()
    assert words in marked
    assert {mark for mark in marked if mark} == {words}


@pytest.mark.parametrize(("language", "words"), [("en", "关键用户"), ("zh", "shipped")])
def test_each_language_has_an_index_of_its_own(searched, language, words) -> None:
    page = searched[language].page
    ask(page, words)
    page.wait_for_timeout(1000)
    links = page.locator(".md-search-result__link").all()
    # The glossary names its terms in both languages; nothing else may turn up.
    assert all("/glossary/" in link.get_attribute("href") for link in links)
