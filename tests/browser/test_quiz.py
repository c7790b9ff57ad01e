"""A quiz answered in the page: judged, explained, tried again, kept, printed as a record."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.axe import violations
from tests.browser.test_work import kept
from tests.paper import pdf_text
from tests.support import sample_content as content

NAME = "scanner-quiz"


def items() -> dict:
    return {entry.item.id: entry.item for entry in content().library.of_kind("quiz")}


def answer(page, item, wrong: tuple[str, ...] = ()) -> None:
    """Answer every question, those in `wrong` wrongly."""
    for question in item.questions:
        place = page.locator(f"#{item.id}-{question.id}")
        for number, option in enumerate(question.options, 1):
            row = place.locator(f"#{item.id}-{option.id}")
            if question.type == "order":
                steps = len(question.options)
                shown = number % steps + 1 if question.id in wrong else number
                row.locator("select").select_option(str(shown))
            elif option.right != (question.id in wrong):
                row.locator("label").click()


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [NAME, "ledger-quiz", "stores-quiz"])
def test_right_answers_pass(watched, address, language, name) -> None:
    page, item = watched.page, items()[name]
    page.goto(f"{address}{language}/toolkit/quizzes/{name}/")
    answer(page, item)
    press(page, {"en": "Check my answers", "zh": "核对答案"}[language])
    count = len(item.questions)
    score = page.locator(".pb-score").inner_text()
    assert re.findall(r"\d+", score) == [str(count), str(count), str(item.needed)]
    assert {"en": ": passed", "zh": "：通过"}[language] in score
    assert page.locator(".pb-verdict[data-right=true]").count() == count
    assert page.locator(".pb-answer[open]").count() == count
    ((key, line),) = kept(page).items()
    assert key.startswith(f"quiz/{name}/row-")
    today = dt.date.today()
    assert line["cells"]["day"] in (str(today), str(today - dt.timedelta(1)))
    assert (line["cells"]["right"], line["cells"]["of"]) == (str(count), str(count))
    assert watched.sound()


def test_the_kinds_of_question_are_all_here() -> None:
    types = {q.type for name in (NAME, "ledger-quiz", "stores-quiz")
             for q in items()[name].questions}  # fmt: skip
    assert types == {"one", "several", "order"}


def test_wrong_answers_are_explained_and_can_be_tried_again(watched, address) -> None:
    page, item = watched.page, items()[NAME]
    page.goto(f"{address}en/toolkit/quizzes/{NAME}/")
    wrong = tuple(q.id for q in item.questions[: len(item.questions) - item.needed + 1])
    answer(page, item, wrong)
    press(page, "Check my answers")
    assert "not passed yet" in page.locator(".pb-score").inner_text()
    assert page.locator(".pb-verdict[data-right=false]").count() == len(wrong)
    first = item.questions[0]
    explained = page.locator(f"#{NAME}-{first.id} .pb-answer")
    assert first.explanation.en in explained.inner_text()
    # The answers stand until somebody tries again.
    assert page.locator(f"#{NAME}-{first.id} input").first.is_disabled()
    press(page, "Try again")
    assert page.locator(".pb-score").is_hidden()
    assert page.locator(".pb-answer[open]").count() == 0
    answer(page, item)
    press(page, "Check my answers")
    assert ": passed" in page.locator(".pb-score").inner_text()
    earlier = page.locator(".pb-earlier li").all_inner_texts()
    assert [re.search(r": (\d+) of", text)[1] for text in earlier] == [
        str(item.needed - 1),
        str(len(item.questions)),
    ]
    assert watched.sound()


def test_nothing_is_judged_before_all_is_answered(watched, address) -> None:
    page, item = watched.page, items()[NAME]
    page.goto(f"{address}en/toolkit/quizzes/{NAME}/")
    press(page, "Check my answers")
    wanted = f"{len(item.questions)} question(s) are not answered yet."
    assert page.locator(".pb-score").inner_text() == wanted
    assert page.evaluate("document.activeElement.closest('.pb-quiz').id") == f"{NAME}-q01"
    assert page.locator(".pb-verdict:not([hidden])").count() == 0
    assert kept(page) == {}
    assert watched.sound()


def test_the_keyboard_alone_answers_a_quiz(watched, address) -> None:
    page = watched.page
    page.goto(f"{address}en/toolkit/quizzes/{NAME}/")
    page.locator(f"#{NAME}-q01 input").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#{NAME}-q01 input").nth(1).is_checked()
    assert watched.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_record_prints_on_one_sheet_and_says_it_is_self_assessed(
    watched, address, language
) -> None:
    page, item = watched.page, items()[NAME]
    page.goto(f"{address}{language}/toolkit/quizzes/{NAME}/")
    hostile = '<b onclick="x">Li & Söhne</b>'
    answer(page, item)
    press(page, {"en": "Check my answers", "zh": "核对答案"}[language])
    record = page.locator(".pb-record")
    name = record.get_by_label({"en": "Name", "zh": "姓名"}[language])
    name.fill(hostile)
    name.blur()
    page.reload()
    assert name.input_value() == hostile
    assert record.locator("b").count() == 0
    page.evaluate("document.documentElement.classList.add('pb-record-only')")
    text = pdf_text(page.pdf(format="A4"))
    for words in ({"en": "Self-assessed", "zh": "本记录为自测"}[language], item.title[language]):
        assert re.sub(r"\s", "", words) in text
    assert re.sub(r"\s", "", item.questions[0].ask[language]) not in text
    assert re.search(r"1/1(?!\d)", text)
    assert watched.sound()


def test_an_answered_quiz_is_accessible(browser, address) -> None:
    item = items()[NAME]
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 390, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(f"{address}en/toolkit/quizzes/{NAME}/")
        answer(page, item, ("q01",))
        press(page, "Check my answers")
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        context.close()
