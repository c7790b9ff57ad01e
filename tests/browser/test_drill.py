"""A drill: answered first, then compared; each answer is kept as it was written."""

from __future__ import annotations

import re

import pytest

from tests.axe import violations
from tests.browser.test_work import kept
from tests.paper import pdf_text
from tests.support import sample_content as content

NAME = "late-truck"
ANSWER = {
    "en": "Not as I'd like. <b>May I come</b> to you at nine with the figures?",
    "zh": "没有想的那么好，我还在数，<b>明早九点</b>带着数字来找您，行吗？",
}
COMPARE = {"en": "Compare my answer", "zh": "对照我的回答"}
AGAIN = {"en": "Answer again", "zh": "再答一次"}


def drills() -> dict:
    return {entry.item.id: entry.item for entry in content().library.of_kind("drill")}


def opened(page, address: str, language: str) -> None:
    page.goto(f"{address}{language}/toolkit/drills/{NAME}/")


def answered(page, language: str, text: str) -> None:
    page.locator(".pb-drill__yours").fill(text)
    page.get_by_role("button", name=COMPARE[language]).click()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_rubric_and_models_show_after_an_answer_of_ones_own(watched, address, language) -> None:
    page, item = watched.page, drills()[NAME]
    opened(page, address, language)
    answers = page.locator(".pb-drill__answers")
    compare = page.get_by_role("button", name=COMPARE[language])
    assert not answers.is_visible()
    page.locator(".pb-drill__yours").fill("短" * 19)
    assert compare.is_disabled()
    assert not answers.is_visible()
    answered(page, language, ANSWER[language])
    shown = answers.inner_text()
    for text in (item.rubric[0].text, item.answers[0].text, item.answers[1].text, item.talk):
        assert re.sub(r"\s", "", text[language]) in re.sub(r"\s", "", shown)
    ((key, line),) = kept(page).items()
    assert re.fullmatch(rf"drill/{NAME}/row-[0-9a-f]{{12}}", key)
    assert line["cells"]["answer"] == ANSWER[language]
    assert line["cells"]["compared"] == line["cells"]["day"]
    assert watched.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_answer_stays_as_it_was(watched, address, language) -> None:
    page = watched.page
    opened(page, address, language)
    answered(page, language, ANSWER[language])
    text = page.locator(".pb-drill__yours")
    assert not text.is_editable()
    page.get_by_role("button", name=AGAIN[language]).click()
    assert text.input_value() == ""
    second = {"en": "Give me until nine tomorrow.", "zh": "给我到明天九点，数字一定带来，带全。"}
    text.fill(second[language] + second[language])
    page.get_by_role("button", name=COMPARE[language]).click()
    earlier = page.locator(".pb-drill__earlier li")
    assert earlier.count() == 1
    assert earlier.inner_text().endswith(ANSWER[language])
    assert page.locator(".pb-drill__earlier b").count() == 0
    page.reload()
    assert text.input_value() == second[language] * 2
    assert earlier.inner_text().endswith(ANSWER[language])
    assert sorted(line["cells"]["answer"] for line in kept(page).values()) == sorted(
        (ANSWER[language], second[language] * 2)
    )
    assert watched.sound()


def test_a_draft_survives_leaving_the_page(watched, address) -> None:
    page = watched.page
    opened(page, address, "en")
    page.locator(".pb-drill__yours").fill("Half a thought")
    page.locator(".pb-drill__yours").blur()
    opened(page, address, "zh")
    assert page.locator(".pb-drill__yours").input_value() == "Half a thought"
    assert not page.locator(".pb-drill__answers").is_visible()
    assert watched.sound()


def test_the_rubric_counts_in_the_index(watched, address) -> None:
    page = watched.page
    opened(page, address, "en")
    answered(page, "en", ANSWER["en"])
    page.locator(".pb-drill__answers .pb-tick").first.check()
    page.goto(f"{address}en/toolkit/drills/")
    card = page.locator(f"[data-listed='drill/{NAME}']")
    count = len(drills()[NAME].rubric)
    assert re.findall(r"\d+", card.locator(".pb-work__count").inner_text()) == ["1", str(count)]
    assert watched.sound()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_drill_prints_room_first_and_the_answers_on_the_next_sheet(
    watched, address, language
) -> None:
    page, item = watched.page, drills()[NAME]
    opened(page, address, language)
    text = pdf_text(page.pdf(format="A4"))
    ask, model = (re.sub(r"\s", "", t[language]) for t in (item.ask, item.answers[0].text))
    first, second = text.split("1/2")[:2]
    assert ask in first
    assert model[:30] not in first
    assert model[:30] in second
    assert re.search(r"2/2(?!\d)", text)
    assert watched.sound()


def test_an_answered_drill_is_accessible(browser, address) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 390, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        opened(page, address, "en")
        answered(page, "en", ANSWER["en"])
        page.get_by_role("button", name=AGAIN["en"]).click()
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        context.close()


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "holds 4000 characters at most"), ("zh", "此处最多4000个字符")],
)
def test_a_field_that_is_full_says_so_while_one_types(watched, address, language, message) -> None:
    page = watched.page
    opened(page, address, language)
    answer = page.locator(".pb-drill__yours")
    answer.fill("短" * 3999)
    assert not page.locator(".pb-notice").is_visible()
    answer.press("End")
    answer.press_sequentially("长长")
    assert message in page.locator(".pb-notice").inner_text()
    assert len(answer.input_value()) == 4000
    assert watched.sound()
